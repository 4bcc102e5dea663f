import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '../../ui/meta.ts'
import { Details, Glance, PageHeader, Section } from '../../ui/page.tsx'
import { loadApi } from './api/load.server.ts'
import { ExampleAnswer, Operation } from './api/operation.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadApi(args)
}

const rules = ['paging', 'language', 'values', 'caching', 'attribution'] as const

export default function Api() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <article>
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_304px]">
        <div className="flex min-w-0 flex-col">
          {data.start && (
            <Section id="begin" title={t('api.startTitle')}>
              <p>{t('api.start')}</p>
              <ExampleAnswer example={data.start} />
            </Section>
          )}
          <Section id="regels" title={t('api.rulesTitle')}>
            <dl className="grid gap-x-4 gap-y-2 md:grid-cols-2">
              {rules.map((rule) => (
                <div key={rule}>
                  <dt className="text-lg font-semibold">{t(`api.${rule}Title`)}</dt>
                  <dd>
                    {t(`api.${rule}`)} {rule === 'attribution' && <a href="/bronnen">{t('api.sourcesLink')}</a>}
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section id="fouten" title={t('api.errorsTitle')}>
            <p>{t('api.errors')}</p>
            <h3 className="text-base">{t('api.errorsExample')}</h3>
            <ExampleAnswer example={data.error} wrong />
          </Section>
          <Section id="adressen" title={t('api.endpointsTitle')}>
            {data.groups.map((group) => (
              <section key={group.tag} aria-labelledby={`groep-${group.tag}`} className="flex flex-col gap-2 pb-2">
                <h3 id={`groep-${group.tag}`} className="text-lg">
                  {group.name}
                </h3>
                {group.rows.map((one) => (
                  <Operation key={one.id} operation={one} />
                ))}
              </section>
            ))}
          </Section>
        </div>
        <div className="order-first self-start lg:sticky lg:top-2 lg:order-last">
          <Glance>
            <Details
              items={[
                { label: t('api.baseTitle'), value: <code className="text-sm wrap-anywhere">{data.base}</code> },
                { label: t('api.formatTitle'), value: t('api.format') },
                { label: t('api.accessTitle'), value: t('api.access') },
                {
                  label: t('api.documentTitle'),
                  value: (
                    <a href="/api/v1/openapi.json" className="no-prefetch">
                      OpenAPI 3.1
                    </a>
                  ),
                },
              ]}
            />
            <nav aria-labelledby="inhoudsopgave" className="hidden pt-2 lg:block">
              <h2 id="inhoudsopgave" className="text-base">
                {t('api.contents')}
              </h2>
              <ul>
                {data.groups.map((group) => (
                  <li key={group.tag}>
                    <a href={`#groep-${group.tag}`} className="inline-block py-0.5">
                      {group.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </Glance>
        </div>
      </div>
    </article>
  )
}
