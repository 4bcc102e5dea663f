import { useTranslation } from 'react-i18next'
import type { Newer } from '../http/edit.server.ts'
import type { FormFaults } from '../http/form.server.ts'
import { Table } from './table.tsx'

/**
 * Stands in every form that several people may have open at once: what it showed when it was opened.
 * @param props.version of what is saved, as the loader read it
 * @param props.shown what was typed, when the form is shown again
 */
export function VersionField(props: { version: string; newer?: Newer | null; shown?: FormFaults | null }) {
  const { version, newer, shown } = props
  return <input type="hidden" name="versie" value={newer?.version ?? shown?.values.versie ?? version} />
}

/**
 * Says that somebody else saved the form meanwhile, with both versions of what differs beside each other.
 * @param props.labels of the fields, in the order of the form
 * @param props.show a value as the reader knows it, where a field holds a code
 * @param props.href the page as it was saved
 */
export function NewerNote(props: {
  newer?: Newer | null
  faults?: FormFaults | null
  labels: Record<string, string>
  show?: (field: string, value: string) => string
  href: string
}) {
  const { newer, faults, labels, show = (_, value) => value, href } = props
  const { t } = useTranslation()
  if (!newer || !faults) return null
  const differing = Object.entries(labels).flatMap(([field, label]) => {
    const name = field in newer.fields ? field : `${field}[]`
    const [saved, yours] = [newer.fields[name] ?? '', faults.values[name] ?? '']
    return saved === yours ? [] : [{ field, label, saved, yours }]
  })
  const value = (field: string, text: string) =>
    text === '' ? <span className="text-muted">{t('newer.empty')}</span> : show(field, text)
  return (
    <section aria-labelledby="intussen" className="flex flex-col gap-1">
      <h2 id="intussen" className="text-xl">
        {t('newer.title')}
      </h2>
      <p>
        {newer.by ? t('newer.by', { name: newer.by, date: newer.at }) : t('newer.byNobody', { date: newer.at })}{' '}
        {t('newer.help')}
      </p>
      <Table label={t('newer.label')} heads={[t('newer.field'), t('newer.saved'), t('newer.yours')]}>
        {differing.map(({ field, label, saved, yours }) => (
          <tr key={field}>
            <th scope="row" className="min-w-[12ch]">
              {label}
            </th>
            <td className="min-w-[24ch] whitespace-pre-line [overflow-wrap:anywhere]">{value(field, saved)}</td>
            <td className="min-w-[24ch] whitespace-pre-line [overflow-wrap:anywhere]">{value(field, yours)}</td>
          </tr>
        ))}
      </Table>
      <p>
        <a href={href} className="no-prefetch underlined">
          {t('newer.leave')}
        </a>
      </p>
    </section>
  )
}
