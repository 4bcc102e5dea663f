import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import type { Passage } from '#search/matching/bag.ts'
import type { Opportunities, RankedOpportunity } from '#search/matching/opportunities.ts'
import { opportunityWeight } from '#search/matching/weights.ts'
import { conditionsOf } from '../../../domain/opportunity/conditions.ts'
import { gives, nextBest, ordered } from '../../../domain/opportunity/ordering.ts'
import { listOpportunities } from '../../../domain/opportunity/queries.server.ts'
import type { Asker, HelpKind, Opportunity } from '../../../domain/opportunity/types.ts'
import type { Choices } from '../../../domain/reference/queries.server.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { type HinderedView, hinderedView, type OpportunityView, opportunityView } from './view.server.ts'

const mostFitting = 20
const mostHindered = 5

export interface Page {
  db: LoaderFunctionArgs['context']['db']
  today: string
  locale: Locale
  t: TFunction
  choices: Choices
}

/** Who asks, in words and in answers. */
export interface Wanted {
  /** The organisation that asks; null for a text. */
  organisation: { id: string; name: string } | null
  text: Passage[] | null
  asker: Asker
  help: HelpKind | null
}

export interface FoundOpportunities {
  /** What the order rests on, when that is not the words that were given. */
  note: string | null
  count: string
  fitting: OpportunityView[]
  hindered: HinderedView[]
}

/** What fits who asks, and what does not and why. Without words that answer, by conditions, themes and deadlines. */
export async function findOpportunities(
  page: Page,
  opportunities: Opportunities,
  wanted: Wanted,
): Promise<FoundOpportunities> {
  const { db, today, locale, t } = page
  const question = { organisation: wanted.organisation?.id ?? null, text: wanted.text, today }
  const [ranked, all] = await Promise.all([
    wanted.organisation || wanted.text ? opportunities.ranked(question) : [],
    listOpportunities(db, today),
  ])
  const found = new Map(ranked?.map((one) => [one.key, one]))
  const judged = all.map((opportunity) => ({
    opportunity,
    conditions: conditionsOf(opportunity, wanted.asker, today),
    fit: fitOf(opportunity, found.get(opportunity.key), wanted),
    helps: wanted.help && gives(opportunity, wanted.help),
  }))
  const order = ordered(judged)
  const fitting = order.fitting.slice(0, mostFitting)
  const hindered = order.hindered.slice(0, mostHindered)
  const keys = (rows: typeof judged) => rows.map(({ opportunity }) => opportunity.key)
  const told = [...fitting, ...hindered].flatMap(({ opportunity }) => found.get(opportunity.key) ?? [])
  const [reasons, alike] = await Promise.all([
    opportunities.reasons(question, told, locale),
    opportunities.alike(question, keys(hindered), keys(fitting), locale),
  ])
  const words = { ...page, ...wanted }
  return {
    note: noteOn(t, wanted, ranked),
    count: t('finder.fittingCount', { count: fitting.length }),
    fitting: fitting.map((one) => opportunityView(one, reasons.get(one.opportunity.key) ?? [], words)),
    hindered: hindered.map((one) =>
      hinderedView(one, nextBest(one, fitting, judged, alike.get(one.opportunity.key)), words),
    ),
  }
}

/** What its texts answer, raised or lowered by what people said it is about and gives; null when they answer nothing. */
function fitOf(
  opportunity: Opportunity,
  found: RankedOpportunity | undefined,
  { asker, help }: Wanted,
): number | null {
  if (!found) return null
  let factor = 1
  if (asker.themes.length > 0 && opportunity.themes.length > 0) {
    const shared = opportunity.themes.some((theme) => asker.themes.includes(theme))
    factor += shared ? opportunityWeight.themes : -opportunityWeight.themes
  }
  if (help && gives(opportunity, help)) factor += opportunityWeight.help
  return found.score * factor
}

function noteOn(t: TFunction, { organisation, text }: Wanted, ranked: RankedOpportunity[] | null): string | null {
  if (!ranked) return t('finder.by.noModel')
  if (ranked.length > 0) return null
  return t(organisation ? 'finder.by.noProfile' : text ? 'finder.by.noWords' : 'finder.by.answers')
}
