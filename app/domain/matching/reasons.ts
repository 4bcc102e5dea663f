import type { TFunction } from 'i18next'
import type { Criterion, Verdict } from '#search/matching/criteria.ts'
import type { Quote } from '#search/matching/explain.ts'
import type { Cited, Match, Reason } from '#search/matching/question.ts'

export const matchCriteria = [
  'need',
  'offer',
  'field',
  'themes',
  'kind',
  'trl',
  'agreement',
  'evidence',
  'feedback',
] as const satisfies (Reason['side'] | Criterion['criterion'] | 'feedback')[]

export const matchVerdicts = ['match', 'gap', 'unknown'] as const satisfies Verdict[]

/** Something that speaks for or against a match, as a sentence. */
export interface SpokenReason {
  criterion: (typeof matchCriteria)[number]
  verdict: Verdict
  text: string
}

interface Reader {
  t: TFunction
  language: 'nl' | 'en'
  /** The name of a theme, by its id. */
  themeName(id: string): string
}

/** Why two match and where they do not, in sentences for the reader: first what their texts say, then all else that was compared. */
export function reasonsOf(
  { reasons, criteria, feedback }: Pick<Match, 'reasons' | 'criteria' | 'feedback'>,
  reader: Reader,
): SpokenReason[] {
  const texts = reasons.map((reason) => textReason(reason, reader))
  // Of descriptions that are only alike there is no more to say of the second than of the first.
  const told = texts.filter(
    ({ criterion, text }, at) => texts.findIndex((one) => one.criterion === criterion && one.text === text) === at,
  )
  const compared = criteria.flatMap((one) => {
    const text = criterionText(one, reader)
    return text === null ? [] : [{ criterion: one.criterion, verdict: one.verdict, text }]
  })
  return [...told, ...compared, ...(feedback ? [feedbackReason(feedback, reader)] : [])]
}

function textReason({ side, ask, item, shared }: Reason, { t, language }: Reader): SpokenReason {
  if (!shared) return { criterion: side, verdict: 'unknown', text: t('matchReason.alike') }
  const [asks, answers] = (
    { need: ['asks', 'offers'], offer: ['offers', 'asks'], field: ['writes', 'writes'] } as const
  )[side]
  const text = t('matchReason.shared', {
    ask: quoted(t, ask, shared.ask, asks),
    item: quoted(t, item, shared.item, answers),
    terms: shared.terms.map((term) => term[language]).join(', '),
  })
  return { criterion: side, verdict: 'match', text }
}

/** Whose words they are: an offer or need by what it does, a project by its name; what was typed has no piece of text. */
function quoted(t: TFunction, text: Cited | null, { segments }: Quote, verb: 'asks' | 'offers' | 'writes'): string {
  const words = segments.map((segment) => segment.text).join('')
  const quote = words.replace(/\s+/g, ' ').trim()
  if (text?.project) return t('matchReason.project', { name: text.project.name, quote })
  return t(`matchReason.${text?.type === 'organisation' ? 'writes' : verb}`, { quote })
}

const ending = { match: 'Match', gap: 'Gap', unknown: 'Unknown' } as const

/** null when nothing was asked by this criterion. */
function criterionText(one: Criterion, { t, themeName }: Reader): string | null {
  switch (one.criterion) {
    case 'themes':
      if (one.wanted.length === 0) return null
      return t(`matchReason.themes${ending[one.verdict]}`, { themes: one.themes.map(themeName).join(', ') })
    case 'kind':
      if (one.wanted.length === 0 || one.verdict === 'unknown') return null
      return t(`matchReason.kind${ending[one.verdict]}`, {
        kind: t(`common.organisationKind.${one.kind}`),
        wanted: one.wanted.map((kind) => t(`common.organisationKind.${kind}`)).join(', '),
      })
    case 'trl':
      if (!one.own) return null
      return t(`matchReason.trl${ending[one.verdict]}`, {
        own: levels(one.own),
        other: one.other && levels(one.other),
      })
    case 'agreement':
      if (!one.own) return null
      return t(`matchReason.agreement${ending[one.verdict]}`, {
        own: t(`common.agreement.${one.own}`),
        other: one.other && t(`common.agreement.${one.other}`),
      })
    case 'evidence':
      return one.projects > 0
        ? t('matchReason.evidenceMatch', { count: one.projects })
        : t('matchReason.evidenceUnknown')
  }
}

function levels([from, until]: [number, number]): string {
  return from === until ? String(from) : `${from}–${until}`
}

const declined = {
  no_capacity: 'lowerNoCapacity',
  other_field: 'lowerOtherField',
  too_early: 'lowerTooEarly',
  competitor: 'lowerCompetitor',
  known_already: 'lowerKnownAlready',
  other: 'lowerOther',
} as const
const welcomed = {
  shortlisted: 'higherShortlisted',
  introduced: 'higherIntroduced',
  cooperating: 'higherCooperating',
} as const

function feedbackReason({ verdict, reason }: NonNullable<Match['feedback']>, { t }: Reader): SpokenReason {
  if (verdict !== 'declined') {
    return { criterion: 'feedback', verdict: 'match', text: t(`matchReason.${welcomed[verdict]}`) }
  }
  return { criterion: 'feedback', verdict: 'gap', text: t(`matchReason.${declined[reason ?? 'other']}`) }
}
