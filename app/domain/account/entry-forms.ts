import { z } from 'zod'
import { email, naar, personName } from './forms.ts'

/** The forms with which somebody gets an account, or gets back into it. */
export const registerForm = z.object({ name: personName, email, naar })
export const forgottenForm = z.object({ email, naar })
export const passwordForm = z.object({ password: z.string().min(1, 'short').max(1000, 'long') })
