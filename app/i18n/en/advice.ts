import type { Messages } from '../nl/messages.ts'

export const advice: Messages['advice'] = {
  title: 'Being found better',
  intro:
    'Schakel compares what organisations say of themselves in public. This makes {{name}} easier to find, the most important first.',
  more_one: '{{count}} more possibility',
  more_other: '{{count}} more possibilities',
  offer: 'There is no public offer yet. With an offer the organisation comes up for those that look for it.',
  need: 'There is no public need yet. With a need, organisations come up that offer it.',
  summary: 'There is no summary yet: a few sentences about what the organisation does.',
  themes: 'It has no themes. A theme in common counts in the order.',
  expires: '{{text}} ends on {{date}} and counts for nothing after that.',
  vague: '{{text}} names no subject that Schakel knows. Name the technique, the material or the use.',
  languageNl: '{{text}} is not there in Dutch yet, the language of most needs and offers.',
  languageEn: '{{text}} is not there in English yet, the language of European projects.',
  concept_one: 'Is “{{term}}” a part of the work? Then name it: {{count}} related need in other regions names it.',
  concept_other: 'Is “{{term}}” a part of the work? Then name it: {{count}} related needs in other regions name it.',
  look: 'Look for organisations with “{{term}}”',
  trl: 'With {{unknown}} of the best {{of}} matches the TRL cannot be compared, as this profile does not state it.',
  kinds:
    'With {{unknown}} of the best {{of}} matches it is not known whether the kind of organisation fits, as this profile does not say who is looked for.',
  agreement:
    'With {{unknown}} of the best {{of}} matches the form of cooperation cannot be compared, as this profile does not state it.',
  text: { offer: 'The offer “{{words}}”', need: 'The need “{{words}}”', field: 'The summary' },
}
