import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { Choice } from './matching/filters.tsx'
import { Matches } from './matching/matches.tsx'
import { loadNeed } from './matching/need.server.ts'
import { sentText } from './matching/sent.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadNeed(args)
}

export function action(args: ActionFunctionArgs) {
  return sentText(args, ['rom', 'soort', 'thema', 'eigen'], loadNeed)
}

export default function Partners() {
  const loaded = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>() ?? loaded
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored} />
      <form action="/partners" method="post" className="no-print flex flex-col gap-2 pb-4">
        <label className="flex flex-col gap-0.5">
          <span className="font-semibold">{t('matching.need')}</span>
          <span id="vraag-hulp" className="text-sm text-muted">
            {t('matching.needHint')}
          </span>
          <textarea name="q" rows={5} defaultValue={data.q} aria-describedby="vraag-hulp" className="field" />
        </label>
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-4">
          {data.filters.map((options) => (
            <Choice key={options.name} options={options} />
          ))}
        </div>
        <button type="submit" className="button self-start">
          {t('matching.submit')}
        </button>
      </form>
      {data.tooLong && <Notice>{t('matching.tooLong')}</Notice>}
      {data.q && (
        <>
          <Understood concepts={data.concepts} />
          <Matches found={data.found} none={t('matching.none')} />
        </>
      )}
    </>
  )
}

type Concepts = Awaited<ReturnType<typeof loader>>['concepts']

/** What a text was taken to be about; each can be left out, and be taken in again. */
function Understood({ concepts }: { concepts: Concepts }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="begrepen" className="flex flex-col gap-1 pb-3">
      <h2 id="begrepen" className="text-lg">
        {t('matching.understood')}
      </h2>
      {concepts.length === 0 ? (
        <p>{t('matching.understoodNone')}</p>
      ) : (
        <ul className="flex flex-wrap gap-1">
          {concepts.map(({ id, label, href, left }) => (
            <li
              key={id}
              className="inline-flex items-center gap-1 rounded-full border border-line px-1 py-0.5 text-sm"
            >
              {left ? <s className="text-muted">{label}</s> : label}
              {href && (
                <a href={href}>
                  {t(left ? 'matching.withAgain' : 'matching.without')}
                  <span className="sr-only">{`: ${label}`}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
