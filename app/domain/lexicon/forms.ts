import { z } from 'zod'
import { oneLine } from '../forms/texts.ts'

const longestLabel = 80

/** What can be done to the words of a concept; which, `intent` says. */
export const wordForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('add'),
    label: oneLine.pipe(z.string().min(1, 'word').max(longestLabel, 'tooLong')),
    language: z.enum(['nl', 'en'], 'wordLanguage'),
  }),
  z.strictObject({ intent: z.literal('end'), word: z.string().min(1).max(100) }),
])
export const wordIntents = wordForm.options.map(({ shape }) => shape.intent.value)
