import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listRoms } from '../../domain/rom/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatNumber } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { useLocale } from '../../ui/locale.ts'
import { mapRegions } from '../../ui/map-regions.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { PostcodeForm } from '../../ui/postcode-form.tsx'
import { RomMap } from '../../ui/rom-map.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('lists.roms.title'),
    description: t('lists.roms.intro'),
    roms: await listRoms(db),
    ignored: query.ignored,
  }
}

export default function Roms() {
  const { title, description, roms, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const regions = mapRegions(roms, (rom) => ({ count: rom.organisations, href: `/roms/${rom.slug}` }))
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_400px]">
        <ul className="grid gap-2 sm:grid-cols-2">
          {roms.map((rom) => (
            <li key={rom.id} className="grid">
              <article className="card">
                <h2 className="text-lg">
                  <a href={`/roms/${rom.slug}`} className="card-link">
                    {rom.name}
                  </a>
                </h2>
                <p className="text-sm font-semibold">{rom.areas.map((area) => area.name).join(', ')}</p>
                <p className="grow text-sm">{localized(rom, 'summary', locale)}</p>
                <p className="text-sm text-muted">
                  {t('common.count.undertakings', {
                    count: rom.undertakings,
                    n: formatNumber(rom.undertakings, locale),
                  })}
                  {' · '}
                  {t('common.count.organisations', {
                    count: rom.organisations,
                    n: formatNumber(rom.organisations, locale),
                  })}
                </p>
              </article>
            </li>
          ))}
        </ul>
        <div className="flex flex-col gap-2 rounded-md bg-sand p-2">
          <figure>
            <figcaption className="font-semibold">{t('lists.organisations.mapTitle')}</figcaption>
            <RomMap regions={regions} label={t('lists.organisations.mapTitle')} unit="organisations" />
          </figure>
          {roms.flatMap((rom) =>
            rom.areas
              .filter((area) => area.whole_province === 0)
              .map((area) => (
                <p key={area.name} className="text-sm">
                  {t('lists.roms.shared', { area: area.name, province: area.province, rom: rom.name })}
                </p>
              )),
          )}
          <section aria-labelledby="mijn-rom" className="border-t border-line pt-2">
            <h2 id="mijn-rom" className="text-lg">
              {t('myRom.title')}
            </h2>
            <PostcodeForm />
          </section>
        </div>
      </div>
    </>
  )
}
