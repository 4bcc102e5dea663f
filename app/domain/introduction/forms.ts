import { z } from 'zod'
import { email, personName } from '../account/forms.ts'
import { declineReasons, outcomeKinds, withoutRoms } from './types.ts'

export const longestMessage = 4000
export const longestNote = 2000

const version = z.coerce.number().int()
const message = z.string().trim().min(1, 'introductionMessage').max(longestMessage, 'tooLong')
const note = z.string().trim().max(longestNote, 'tooLong').default('')
const organisations = z.array(z.string().max(200)).min(2, 'introductionTwo').max(5, 'introductionMany')
const reason = z.enum(declineReasons, 'declineReason')

/** A new proposal: the organisations by their addresses, the first of which it is for. */
export const draftForm = z.object({ organisaties: organisations, message, rom: z.string().max(100) })

/** What a member asks of the ROM: with whom stands in the address. */
export const requestForm = z.object({ message: message.pipe(z.string().max(longestNote, 'tooLong')) })

/** An introduction that was made by phone: four fields. */
export const phoneForm = z.object({
  first: z.string().trim().min(1, 'organisationPick').max(200),
  second: z.string().trim().min(1, 'organisationPick').max(200),
  on: z.iso.date('day'),
  note,
})

/** Somebody who may be written to at an organisation. */
export const person = {
  name: personName,
  email,
  job: z.string().trim().max(100, 'tooLong').default(''),
  phone: z
    .string()
    .trim()
    .max(30, 'tooLong')
    .regex(/^[+\d\s()-]*$/, 'phone')
    .default(''),
  office: z.literal('ja').optional(),
}

const outcome = { kind: z.enum(outcomeKinds, 'outcomeKind'), without: z.enum(withoutRoms, 'withoutRoms'), note }

/** What is done to an introduction on its page; which, `doe` says. */
export const introductionForm = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('save'), version, message }),
  z.object({ doe: z.literal('propose'), version, message }),
  z.object({ doe: z.literal('withdraw'), version, note }),
  z.object({ doe: z.literal('reopen'), version }),
  z.object({ doe: z.literal('talk'), version }),
  z.object({ doe: z.literal('note'), note: note.pipe(z.string().min(1, 'note')) }),
  z.object({ doe: z.literal('accept'), party: z.string().max(100), note }),
  z.object({ doe: z.literal('decline'), party: z.string().max(100), reason, note }),
  z.object({ doe: z.literal('consent'), party: z.string().max(100), note: note.pipe(z.string().min(1, 'saidBy')) }),
  z.object({ doe: z.literal('refuse'), party: z.string().max(100), reason, note }),
  z.object({ doe: z.literal('speaker'), party: z.string().max(100), speaker: z.string().min(1, 'speaker').max(100) }),
  z.object({ doe: z.literal('person'), party: z.string().max(100), ...person }),
  z.object({ doe: z.literal('outcome'), ...outcome }),
  z.object({ doe: z.literal('close'), version, ...outcome }),
])
export type IntroductionOrder = z.output<typeof introductionForm>
export const introductionIntents = introductionForm.options.map(({ shape }) => shape.doe.value)

/** Moving a card over the board, to a state that a decision leads to. */
export const moveForm = z.object({
  id: z.string().max(100),
  version,
  to: z.enum(['proposed', 'talking', 'withdrawn', 'draft']),
})

/** What a link in a mail is answered with. */
export const linkForm = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('yes'), note }),
  z.object({ answer: z.literal('no'), reason, note }),
  z.object({ answer: z.literal('outcome'), ...outcome }),
])
