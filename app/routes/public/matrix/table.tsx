import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/format.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'
import { undertakingHref } from '../../../ui/cards.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { RoleMark } from '../../../ui/role-mark.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { ThemeIcon, themeColours } from '../../../ui/tags.tsx'
import type { MatrixData } from './load.server.ts'

type Cell = MatrixData['groups'][number]['rows'][number]['cells'][number]

/** Programmes and initiatives against the nine ROMs. Each known mark is a link that says more on hover and focus. */
export function MatrixTable({ data }: { data: MatrixData }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { on, known, today } = data.moment
  const moment = new URLSearchParams({
    ...(on === today ? {} : { datum: on }),
    ...(known === today ? {} : { stand: known }),
  }).toString()
  const caption = t('matrix.caption', { on: formatDate(on, locale), known: formatDate(known, locale) })
  const sticky = 'sticky left-0 z-10 bg-paper'
  return (
    <>
      <p className="pb-1 text-sm text-muted">{caption}</p>
      <p className="no-print text-sm text-muted lg:hidden">{t('matrix.hint')}</p>
      <a href="#na-de-matrix" className="no-prefetch sr-only focus:not-sr-only">
        {t('matrix.skip')}
      </a>
      <ScrollRegion label={t('matrix.title')} className="print-wide pb-5">
        <table className="table min-w-[920px]">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={sticky}>
                {t('matrix.undertaking')}
              </th>
              {data.roms.map((rom) => (
                <th key={rom.id} scope="col" className="w-10">
                  <a href={`/roms/${rom.slug}`} title={localized(rom, 'name', locale)} className="text-ink">
                    {rom.short_name}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          {data.groups.map(({ theme, name, rows }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={data.roms.length + 1} className="sticky left-0 pt-3">
                  <span
                    className={`inline-flex items-center gap-1 rounded-full px-1 py-0.5 ${themeColours(theme?.id ?? '')}`}
                  >
                    {theme && <ThemeIcon id={theme.id} />}
                    {name}
                  </span>
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className={`${sticky} min-w-[200px] max-w-[360px] font-normal`}>
                    <a href={`${undertakingHref(row)}${moment && `?${moment}`}#deelname`}>
                      {localized(row, 'name', locale)}
                    </a>
                    <span className="block text-muted">
                      {t(`common.kind.${row.kind}`)}
                      {row.status && ` · ${t(`common.status.${row.status}`)}`}
                    </span>
                  </th>
                  {row.cells.map((cell, index) => (
                    <td key={cell.rom}>
                      <MatrixCell
                        t={t}
                        locale={locale}
                        cell={cell}
                        rom={data.roms[index]?.name_nl ?? ''}
                        href={`${undertakingHref(row)}${moment && `?${moment}`}#deelname`}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row" className={sticky}>
                {t('matrix.totals')}
              </th>
              {data.totals.map((total, index) => (
                <td key={data.roms[index]?.id} className="font-semibold">
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <span id="na-de-matrix" tabIndex={-1} />
    </>
  )
}

function MatrixCell({
  cell,
  rom,
  href,
  t,
  locale,
}: {
  cell: Cell
  rom: string
  href: string
  t: TFunction
  locale: Locale
}) {
  const name = t(`common.role.${cell.mark}`)
  if (cell.mark === 'unknown') return <RoleMark mark="unknown" name={name} />
  return (
    <a href={href} className="relative inline-flex min-h-3 min-w-3 no-underline">
      <RoleMark mark={cell.mark} name={t('matrix.mark', { rom, role: name })} />
      <span className="tip">
        <span className="block font-semibold">{t('matrix.tip', { rom, role: name })}</span>
        {cell.valid_from && (
          <span className="block">{t('matrix.tipSince', { date: formatDate(cell.valid_from, locale) })}</span>
        )}
        {cell.source && (
          <span className="block">
            {t('matrix.tipSource', {
              source: [cell.source, cell.source_date?.slice(0, 4)].filter(Boolean).join(', '),
            })}
          </span>
        )}
        {cell.recorded_at && (
          <span className="block text-muted">
            {t('matrix.tipRecorded', { date: formatDate(cell.recorded_at.slice(0, 10), locale) })}
          </span>
        )}
      </span>
    </a>
  )
}
