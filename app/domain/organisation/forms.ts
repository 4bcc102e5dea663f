import { z } from 'zod'

const longest = 1000

/** What somebody tells the ROM when asking to manage an organisation. */
export const claimForm = z.object({ note: z.string().trim().min(1, 'note').max(longest, 'tooLong') })

/** What the ROM answers. The person reads the reason of a refusal. */
export const decisionForm = z
  .object({ decision: z.enum(['confirm', 'refuse'], 'wrong'), reason: z.string().trim().max(longest, 'tooLong') })
  .refine(({ decision, reason }) => decision === 'confirm' || reason !== '', { path: ['reason'], error: 'reason' })

export type Decision = z.output<typeof decisionForm>

/** Who no longer manages an organisation. `sure` is asked when nobody is left who does. */
export const endForm = z.object({
  member: z.string().min(1, 'wrong').max(100, 'wrong'),
  sure: z.string().default(''),
})
