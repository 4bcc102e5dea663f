import type { TFunction } from 'i18next'
import type { OpportunityReason } from '#search/matching/opportunities.ts'
import type { Judged, NextBest } from '../../../domain/opportunity/ordering.ts'
import { conditionText } from '../../../domain/opportunity/sentences.ts'
import type { Asker, HelpKind, Opportunity } from '../../../domain/opportunity/types.ts'
import type { Choices } from '../../../domain/reference/queries.server.ts'
import { hitPaths } from '../../../domain/search/types.ts'
import { formatDate, lowerFirst } from '../../../i18n/format.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'
import { type ReasonView, themeName } from '../matching/view.server.ts'

interface Named {
  name: string
  href: string
  kind: string
  isExample: boolean
}

export interface OpportunityView extends Named {
  summary: string
  reasons: ReasonView[]
  helps: string | null
  fits: string[]
  gaps: string[]
  unknown: string[]
  audience: string | null
  contact: { text: string; href: string | null }
}

export interface HinderedView extends Named {
  gaps: string[]
  next: { before: string; name: string; href: string; after: string }
}

interface Words {
  t: TFunction
  locale: Locale
  choices: Choices
  organisation: { name: string } | null
  asker: Asker
  help: HelpKind | null
}

/** Something that fits, in the reader's words. */
export function opportunityView(judged: Judged, reasons: OpportunityReason[], words: Words): OpportunityView {
  const { t, locale, help } = words
  const { opportunity, conditions, helps } = judged
  const audience = localized(opportunity, 'audience', locale)
  const texts = (verdict: string) =>
    conditions.filter((one) => one.verdict === verdict).map((one) => spoken(one, words))
  const proven = reasons.filter(({ shared }) => shared !== null)
  return {
    ...namedBy(opportunity, words),
    summary: localized(opportunity, 'summary', locale),
    // Of what is proven it need not be told that it is alike too, and of what is alike not twice.
    reasons: (proven.length > 0 ? proven : reasons.slice(0, 1)).map((one) => reasonView(one, opportunity, words)),
    helps: help && helps ? t('finder.helps', { help: lowerFirst(t(`finder.help.${help}`)) }) : null,
    fits: texts('match'),
    gaps: texts('gap'),
    unknown: texts('unknown'),
    audience: audience ? t('finder.inWords', { text: audience }) : null,
    contact: contactOf(opportunity, words),
  }
}

/** Something that does not fit, with what stands in the way and what is next best. */
export function hinderedView(judged: Judged, best: NextBest, words: Words): HinderedView {
  return {
    ...namedBy(judged.opportunity, words),
    gaps: judged.conditions.filter(({ verdict }) => verdict === 'gap').map((one) => spoken(one, words)),
    next: nextView(best, words),
  }
}

function namedBy(opportunity: Opportunity, { t, locale }: Words): Named {
  const { type, slug, initiative_kind, is_example } = opportunity
  return {
    name: localized(opportunity, 'name', locale),
    href: `${hitPaths[type]}/${slug}`,
    kind: initiative_kind ? t(`common.initiativeKind.${initiative_kind}`) : t(`search.type.${type}`),
    isExample: is_example === 1,
  }
}

function spoken(condition: Judged['conditions'][number], words: Words): string {
  const { t, locale, choices, asker } = words
  return conditionText(condition, asker, {
    t,
    romName: (id) => choices.roms.find((rom) => rom.id === id)?.name_nl ?? id,
    themeName: (id) => themeName(id, words),
    kindName: (kind) => lowerFirst(t(`common.organisationKind.${kind}`)),
    date: (day) => formatDate(day, locale),
  })
}

function reasonView(
  { side, ask, part, shared }: OpportunityReason,
  opportunity: Opportunity,
  words: Words,
): ReasonView {
  const { t, locale, organisation } = words
  const name = organisation?.name ?? ''
  if (!shared) return { title: t('matching.similar'), proven: false, shared: null, said: [] }
  const said = {
    label: part === 'about' ? t(`finder.said.${opportunity.type}`) : t(`finder.said.${part}`),
    href: null,
    language: shared.item.language,
    pieces: shared.item.segments,
  }
  const own = { href: null, language: shared.ask.language, pieces: shared.ask.segments }
  const label = !ask
    ? t('finder.said.typed')
    : ask.project
      ? t('matching.project', { name })
      : ask.type === 'organisation'
        ? t('matching.does', { name })
        : t(side === 'need' ? 'matching.asks' : 'matching.offers', { name })
  return {
    title: ask ? t(`finder.because.${side}`, { name }) : t('finder.because.typed'),
    proven: true,
    shared: t('matching.shared', { terms: shared.terms.map((term) => term[locale]).join(', ') }),
    said: [{ ...own, label }, said],
  }
}

/** A scheme says where to apply; of the rest the own ROM knows more. */
function contactOf(opportunity: Opportunity, { t, locale, choices, asker }: Words): OpportunityView['contact'] {
  const apply = localized(opportunity, 'apply', locale)
  if (apply) return { text: apply, href: null }
  const rom = choices.roms.find(({ id }) => id === asker.rom)
  return rom
    ? { text: t('finder.contactRom', { rom: rom.name_nl }), href: `/roms/${rom.slug}` }
    : { text: t('finder.contactAny'), href: '/mijn-rom' }
}

/** A sentence with a link in it, in three pieces. */
function nextView(best: NextBest, words: Words): HinderedView['next'] {
  const { t, locale, choices, asker } = words
  if (best.next === 'rom') {
    const rom = choices.roms.find(({ id }) => id === asker.rom)
    return rom
      ? linked((name) => t('finder.nextRom', { rom: name }), rom.name_nl, `/roms/${rom.slug}`)
      : { before: '', name: t('finder.nextAny'), href: '/mijn-rom', after: '' }
  }
  const { name, href } = namedBy(best.opportunity, words)
  const sentence = (as: string) => {
    if (best.next === 'alike') {
      return t('finder.nextAlike', {
        name: as,
        terms: best.terms
          .slice(0, 2)
          .map((term) => term[locale])
          .join(', '),
      })
    }
    if (best.next === 'theme') return t('finder.nextTheme', { name: as })
    if (!best.date) return t('finder.nextNow', { name: as })
    const date = formatDate(best.date, locale)
    return t(best.next === 'open' ? 'finder.nextOpen' : 'finder.nextOpens', { name: as, date })
  }
  return linked(sentence, name, href)
}

const place = '\u0000'

/** Where the name stands in the sentence of this language. */
function linked(sentence: (name: string) => string, name: string, href: string): HinderedView['next'] {
  const [before = '', after = ''] = sentence(place).split(place)
  return { before, name, href, after }
}
