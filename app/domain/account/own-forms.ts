import { z } from 'zod'
import { email, personName } from './forms.ts'

/** Of what is asked again, by `refusedProof`. */
const proof = {
  current: z.string().max(1000).default(''),
  code: z.string().max(100).default(''),
}

export const proofForm = z.object(proof)

export const codeForm = z.object({
  code: z.string().trim().min(1, 'code').max(100, 'code'),
  naar: z.string().max(2000).default(''),
})

export const profileForm = z.object({ name: personName, locale: z.enum(['nl', 'en'], 'wrong') })

export const passwordForm = z.object({
  current: z.string().min(1, 'password').max(1000, 'current'),
  password: z.string().min(1, 'password').max(1000, 'long'),
})

export const twoFactorForm = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('start') }),
  z.object({ doe: z.literal('cancel') }),
  z.object({ doe: z.literal('confirm'), code: z.string().trim().min(1, 'code').max(100, 'code') }),
])

/** One session by its id, or all but this one. */
export const sessionsForm = z.object({ sessie: z.string().max(100).optional() })

/** The word that is typed by who has neither a password nor a code: it is the same in both languages of the page. */
export const forgetForm = z.object({ ...proof, woord: z.string().max(100).default('') })

export const newEmailForm = z.object({ ...proof, email })

export const confirmEmailForm = z.object({ sleutel: z.string().max(200) })
