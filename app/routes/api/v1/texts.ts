import type { TFunction } from 'i18next'
import type { Messages } from '../../../i18n/nl/messages.ts'

type Texts = Messages['api']

/** What an operation does, in one sentence. Each operation has one: a test sees to it. */
export function operationText(t: TFunction, id: string): string {
  return t(`api.operation.${id as keyof Texts['operation']}`)
}

/** Parameters that mean something else at this operation than at the others. */
const meantOtherwise: Record<string, keyof Texts['parameter']> = {
  'listMatches known': 'knownPartners',
  'listProgrammeMatches rom': 'romOfMatches',
  'listInitiativeMatches rom': 'romOfMatches',
  'listProgrammeMatches limit': 'limitOfRegion',
  'listInitiativeMatches limit': 'limitOfRegion',
}

/** What a parameter of an operation means. */
export function parameterText(t: TFunction, operation: string, name: string): string {
  return t(`api.parameter.${meantOtherwise[`${operation} ${name}`] ?? (name as keyof Texts['parameter'])}`)
}

/** What a field of a body means. */
export function fieldText(t: TFunction, name: string): string {
  return t(`api.field.${name as keyof Texts['field']}`)
}

/** The name of a group of operations. */
export function tagText(t: TFunction, tag: string): string {
  return t(`api.tag.${tag as keyof Texts['tag']}`)
}
