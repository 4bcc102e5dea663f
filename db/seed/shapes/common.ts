import { z } from 'zod'

export const id = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/)
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const text = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
export const day = z.iso.date()
/** A year, a month or a day: what the source states and no more. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
export const url = z.url({ protocol: /^https?$/ })
export const year = z.number().int().min(1000).max(2100)

export const fact = z.strictObject({ field: z.string().optional(), text: text.optional(), source: id })
export type FactContent = z.infer<typeof fact>
