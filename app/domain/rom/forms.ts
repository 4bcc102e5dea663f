import { z } from 'zod'
import { email } from '../account/forms.ts'

/** What a ROM's team inbox becomes: another address or way, not in use any more, or not what was asked last. */
export const inboxForm = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('set'), address: email, persons: z.enum(['only', 'too'], 'inboxPersons') }),
  z.object({ doe: z.literal('off') }),
  z.object({ doe: z.literal('cancel') }),
])

export const confirmInboxForm = z.object({ sleutel: z.string().max(200) })

/** Who is asked about what: `contact-`, `deputy-` and `was-` with the id of a theme, or `rest`. */
export const placesForm = z.record(z.string(), z.string().max(200, 'wrong'))
