import { useTranslation } from 'react-i18next'
import { markOf } from '../../../domain/participation/types.ts'
import { formatDate, lowerFirst } from '../../../i18n/format.ts'
import { localized } from '../../../i18n/locale.ts'
import { useLocale } from '../../../ui/locale.ts'
import { DayField, Section } from '../../../ui/page.tsx'
import { RoleMark, RoleMarkDrawings } from '../../../ui/role-mark.tsx'
import { SourceMark } from '../../../ui/sources.tsx'
import { Table } from '../../../ui/table.tsx'
import type { UndertakingPage } from './detail.server.ts'

type Props = Pick<UndertakingPage, 'undertaking' | 'participations' | 'history' | 'moment'>

/** Who takes part on a day, and everything that was ever recorded about it. */
export function Participation({ undertaking, participations, history, moment }: Props) {
  const { t } = useTranslation()
  const locale = useLocale()
  // A note that is the same for all is said once.
  const notes = new Set(participations.map((row) => localized(row, 'note', locale)))
  const shared = participations.length > 1 && notes.size === 1 ? [...notes][0] : undefined
  return (
    <Section id="deelname" title={t('undertaking.participation')}>
      <form className="no-print flex flex-wrap items-end gap-2 rounded-md bg-sand p-2" action="#deelname">
        <DayField name="datum" label={t('undertaking.onLabel')} help={t('undertaking.onHelp')} value={moment.on} />
        <DayField
          name="stand"
          label={t('undertaking.knownLabel')}
          help={t('undertaking.knownHelp')}
          value={moment.known}
        />
        <button type="submit" className="button button-quiet">
          {t('undertaking.show')}
        </button>
        {moment.past && <a href="?#deelname">{t('undertaking.today')}</a>}
      </form>
      {participations.length === 0 ? (
        <p>
          {moment.unrecorded
            ? t('undertaking.unrecorded', { date: formatDate(moment.unrecorded, locale) })
            : t(`undertaking.nobody.${moment.phase}`)}
        </p>
      ) : (
        <>
          <RoleMarkDrawings />
          <Table
            caption={t('undertaking.participationOn', { date: formatDate(moment.on, locale) })}
            heads={['ROM', t('undertaking.role'), t('undertaking.since')]}
          >
            {participations.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="font-semibold">
                  <a href={`/roms/${row.rom_slug}`}>{row.rom_name}</a>{' '}
                  <SourceMark id={row.source_id} sources={undertaking.sources} />
                  {!shared && row.note_nl && (
                    <span className="block font-normal text-muted">{localized(row, 'note', locale)}</span>
                  )}
                </th>
                <td>
                  <RoleMark mark={markOf(row)} name={t(`common.role.${markOf(row)}`)} named />
                </td>
                <td>{row.valid_from ? formatDate(row.valid_from, locale) : t('common.notStated')}</td>
              </tr>
            ))}
          </Table>
          {shared && <p className="text-sm text-muted">{shared}</p>}
          {participations.length < 9 && <p className="text-sm text-muted">{t('undertaking.othersUnknown')}</p>}
        </>
      )}
      {history.length > 0 && (
        <details className="no-print text-sm">
          <summary className="py-0.5 text-action">{t('undertaking.history')}</summary>
          <ol className="flex flex-col gap-0.5 py-1">
            {history.map((row) => (
              <li key={row.id}>
                {`${formatDate(row.recorded_at.slice(0, 10), locale)}: ${row.rom_name}, ${lowerFirst(t(`common.role.${markOf(row)}`))}`}
                {row.valid_until && ` (${lowerFirst(t('undertaking.until'))} ${formatDate(row.valid_until, locale)})`}
                {row.correction === 1 && `, ${t('undertaking.correction')}`}
                {` (${t(`undertaking.recordedBy.${row.actor_kind}`)})`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  )
}
