import { z } from 'zod'
import { person } from '../introduction/forms.ts'

/** A company that somebody takes among theirs, by what they typed. */
export const addForm = z.object({
  company: z.string().trim().min(1, 'organisationPick').max(200, 'organisationPick'),
})

/** What is done on the page of a company; which, `doe` says. */
export const companyForm = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('mine') }),
  z.object({ doe: z.literal('notMine') }),
  z.object({ doe: z.literal('person'), ...person }),
  z.object({ doe: z.literal('forget'), person: z.string().max(100), sure: z.literal('ja', 'sureForget') }),
])
export const companyIntents = companyForm.options.map(({ shape }) => shape.doe.value)
