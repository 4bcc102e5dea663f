import { z } from 'zod'
import { email, personName } from './forms.ts'

/** The page somebody was going to: a way back that is lost must keep nobody out. */
const naar = z.string().max(2000).catch('')

/** The forms with which somebody gets an account, or gets back into it. */
export const registerForm = z.object({ name: personName, email, naar })
export const forgottenForm = z.object({ email, naar })
export const passwordForm = z.object({ password: z.string().min(1, 'short').max(1000, 'long') })
