import type { TFunction } from 'i18next'
import type { Messages } from '../../../i18n/nl/messages.ts'

type Texts = Messages['api']

/** What an operation does, in one sentence. Each operation has one: a test sees to it. */
export function operationText(t: TFunction, id: string): string {
  return t(`api.operation.${id as keyof Texts['operation']}`)
}

/** What a parameter means. */
export function parameterText(t: TFunction, name: string): string {
  return t(`api.parameter.${name as keyof Texts['parameter']}`)
}

/** The name of a group of operations. */
export function tagText(t: TFunction, tag: string): string {
  return t(`api.tag.${tag as keyof Texts['tag']}`)
}
