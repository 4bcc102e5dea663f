import { z } from 'zod'
import { email, personName } from './forms.ts'
import { allRoms, romRoles, staffRoles } from './types.ts'

/** A ROM goes with some roles, and with those only. */
function romFits({ role, rom }: { role: string; rom: string | null }): boolean {
  return romRoles.some((one) => one === role) === (rom !== null)
}
const romFault = { path: ['rom'], message: 'romOfRole' }

const role = z.enum(staffRoles, 'role')
const rom = z
  .string('romOfRole')
  .min(1, 'romOfRole')
  .max(100, 'romOfRole')
  .transform((id) => (id === allRoms ? null : id))
const id = z.string().min(1).max(100)
const day = z.iso.date('day')

/** Strict, all of them: a field that is not ours is refused. */
export const inviteForm = z
  .strictObject({ email, name: personName, locale: z.enum(['nl', 'en']), role, rom })
  .refine(romFits, romFault)

/** What can be done to a person; which, `intent` says. */
export const personForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('grant'), role, rom }).refine(romFits, romFault),
  z.strictObject({ intent: z.literal('revoke'), held: id }),
  z
    .strictObject({
      intent: z.literal('appoint'),
      deputy: z.string().min(1, 'deputy').max(100),
      from: day,
      until: day,
    })
    .refine(({ from, until }) => until >= from, { path: ['until'], message: 'untilBeforeFrom' }),
  z.strictObject({ intent: z.literal('dismiss'), agreed: id }),
  z.strictObject({ intent: z.literal('inviteAgain') }),
  z.strictObject({ intent: z.literal('block') }),
  z.strictObject({ intent: z.literal('unblock') }),
  z.strictObject({ intent: z.literal('endSessions') }),
  z.strictObject({ intent: z.literal('takeOffTwoFactor') }),
])

export type PersonOrder = z.output<typeof personForm>
export type PersonIntent = PersonOrder['intent']
export const personIntents = personForm.options.map((option) => option.shape.intent.value)
