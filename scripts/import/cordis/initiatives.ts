import { formatDate, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { UndertakingTable } from '#db/tables/undertakings.ts'
import { projectSlug, projectUrl } from './projects.ts'
import type { Project } from './read.ts'
import type { ProjectRow } from './rows.ts'
import { tidy } from './values.ts'

/** How a project stands on a day; null when the source gives no start to tell by. */
export function statusOn(row: Pick<ProjectRow, 'status' | 'startDate' | 'endDate'>, today: string) {
  if (row.status === 'TERMINATED') return 'stopped'
  if (row.status === 'CLOSED' || (row.endDate && row.endDate < today)) return 'completed'
  if (!row.startDate) return null
  return row.startDate > today ? 'preparation' : 'running'
}

function names(list: string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(list)
}

/** ROMs in one project: who leads it, and who else takes part. */
export interface Roms {
  lead: string[]
  partner: string[]
}

function summary(row: ProjectRow, { lead, partner }: Roms, locale: Locale): string {
  const dutch = locale === 'nl'
  const parts = [
    lead.length > 0 ? `${names(lead, locale)} ${dutch ? 'als coördinator' : 'as coordinator'}` : '',
    partner.length > 0 ? `${names(partner, locale)} ${dutch ? 'als deelnemer' : 'as a participant'}` : '',
  ].filter((part) => part !== '')
  const first =
    parts.length === 0
      ? dutch
        ? 'Europees project binnen Horizon Europe.'
        : 'European project within Horizon Europe.'
      : dutch
        ? `Europees project binnen Horizon Europe, met ${names(parts, locale)}.`
        : `European project within Horizon Europe, with ${names(parts, locale)}.`
  const { startDate, endDate } = row
  if (!startDate || !endDate) return first
  const [from, until] = [formatDate(startDate, locale), formatDate(endDate, locale)]
  const period = dutch ? `De looptijd is ${from} tot en met ${until}.` : `It is planned from ${from} to ${until}.`
  return `${first} ${period}`
}

/** What an initiative says that is made from CORDIS: our own sentences in two languages around the facts. */
export function initiativeFacts(project: Project, roms: Roms, today: string) {
  const { row } = project
  const [acronym, title] = [tidy(row.acronym), tidy(row.title)]
  const name = acronym === '' || title.toLowerCase().includes(acronym.toLowerCase()) ? title : `${acronym}: ${title}`
  return {
    slug: projectSlug(project),
    initiative_kind: 'project',
    name_nl: name,
    name_en: name,
    summary_nl: summary(row, roms, 'nl'),
    summary_en: summary(row, roms, 'en'),
    status: statusOn(row, today),
    starts_on: row.startDate,
    ends_on: row.endDate,
    website: projectUrl(row.id),
    caveat_nl: 'Titel en gegevens komen uit CORDIS, de databank van Europese projecten. De titel is niet vertaald.',
    caveat_en: 'The title and the details come from CORDIS, the database of European projects.',
  } satisfies Partial<UndertakingTable>
}

/** The sentence about the money; null when the source names no amount. */
export function grantFact({ row }: Project): { text_nl: string; text_en: string } | null {
  if (row.ecMaxContribution === null) return null
  const euros = Math.round(row.ecMaxContribution / 100)
  return {
    text_nl: `De Europese bijdrage aan het hele project is ten hoogste ${formatNumber(euros, 'nl')} euro.`,
    text_en: `The EU contribution to the whole project is at most ${formatNumber(euros, 'en')} euros.`,
  }
}
