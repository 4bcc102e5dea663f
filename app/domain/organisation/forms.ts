import { z } from 'zod'
import { passwordForm } from '../account/entry-forms.ts'
import { email, personName } from '../account/forms.ts'

const longest = 1000

/** What somebody tells the ROM when asking to manage an organisation. */
export const claimForm = z.object({ note: z.string().trim().min(1, 'note').max(longest, 'tooLong') })

/** What the ROM answers. The person reads the reason of a refusal. */
export const decisionForm = z
  .object({ decision: z.enum(['confirm', 'refuse'], 'wrong'), reason: z.string().trim().max(longest, 'tooLong') })
  .refine(({ decision, reason }) => decision === 'confirm' || reason !== '', { path: ['reason'], error: 'reason' })

export type Decision = z.output<typeof decisionForm>

const role = z.enum(['owner', 'editor'], 'memberRole')
const id = z.string().max(100, 'wrong').default('')
const box = z.string().max(10).default('')

/** What an owner changes of who manages a profile, or anybody of themselves. */
export const membersForm = z
  .object({
    doe: z.enum(['end', 'role', 'withdraw'], 'wrong').default('end'),
    member: id,
    invitation: id,
    role: role.default('editor'),
    /** Both are asked when no owner would be left: `sure` of who goes, `noOwner` of who goes on working on it. */
    sure: box,
    noOwner: box,
  })
  .refine(({ doe, member, invitation }) => (doe === 'withdraw' ? invitation : member) !== '', 'wrong')

/** A colleague to be invited. */
export const inviteForm = z.object({ name: personName, email, role })

/** What somebody with an account says to an invitation. */
export const answerForm = z.object({
  invitation: z.string().min(1, 'wrong').max(100, 'wrong'),
  answer: z.enum(['accept', 'decline'], 'wrong'),
})

/** What somebody without an account says to an invitation: yes is making one. */
export const joinForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('decline') }),
  z.object({ answer: z.literal('accept'), name: personName, password: passwordForm.shape.password }),
])
