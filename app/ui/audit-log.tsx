import { useTranslation } from 'react-i18next'
import type { AuditChange, AuditEntry, AuditValue } from '../domain/audit/types.ts'
import { formatMoment } from '../i18n/format.ts'
import { ActorName } from './actor-name.tsx'
import { useKnownText } from './known-text.ts'
import { useLocale } from './locale.ts'
import { Table } from './table.tsx'

/** What was changed, by whom and when, the latest first. */
export function AuditLog({ label, entries, people }: { label: string; entries: AuditEntry[]; people: boolean }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const known = useKnownText()
  return (
    <Table label={label} heads={[t('audit.when'), t('audit.what'), t('audit.changes')]}>
      {entries.map((entry) => (
        <tr key={entry.id} id={`regel-${entry.id}`}>
          <th scope="row" className="font-normal sm:whitespace-nowrap">
            <time dateTime={entry.at}>{formatMoment(entry.at, locale)}</time>
            <span className="block">
              <ActorName who={entry.who} href={people ? `/beheer/gebruikers/${entry.who?.id}` : undefined} />
            </span>
          </th>
          <td>
            <span className="font-semibold">
              {known(`audit.noun.${entry.noun}`, entry.noun)} {t(`audit.action.${entry.action}`)}
            </span>
            {entry.noun === 'account' && (
              <span className="block">
                <ActorName who={entry.about} />
              </span>
            )}
            {entry.organisation && <span className="block">{entry.organisation}</span>}
            {entry.rom && <span className="block text-muted">{entry.rom}</span>}
          </td>
          <td className="min-w-[16ch] [overflow-wrap:anywhere]">
            <ul>
              {entry.changes.map((change) => (
                <li key={change.field}>
                  <Change change={change} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Change({ change: { field, before, after } }: { change: AuditChange }) {
  const { t } = useTranslation()
  const known = useKnownText()
  const name = known(`audit.field.${field}`, field)
  if (!before && !after) return `${name}: ${t('audit.notKept')}`
  return (
    <>
      {name}:{' '}
      {before && (
        <>
          {after && <span className="sr-only">{t('audit.before')} </span>}
          <del className="text-muted">
            <Value value={before} />
          </del>
        </>
      )}
      {before && after && <span aria-hidden="true"> → </span>}
      {after && (
        <>
          {before && <span className="sr-only"> {t('audit.after')} </span>}
          <ins className="no-underline">
            <Value value={after} />
          </ins>
        </>
      )}
    </>
  )
}

function Value({ value }: { value: AuditValue }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const known = useKnownText()
  if (value.kind === 'nothing') return t('audit.nothing')
  if (value.kind === 'person') return <ActorName who={value.who} />
  if (value.kind === 'moment') return formatMoment(value.at, locale)
  if (value.kind === 'flag') return t(value.on ? 'common.yes' : 'common.no')
  const code = /^[a-z_]+$/.test(value.text)
  return (
    <span className="[overflow-wrap:anywhere]">
      {code ? known(`audit.value.${value.text}`, value.text) : value.text}
    </span>
  )
}
