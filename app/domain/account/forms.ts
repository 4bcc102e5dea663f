import { z } from 'zod'

/** The codes that forms of accounts give for what is wrong; their texts stand under `form.fault`. */
export const email = z.string().trim().max(200, 'email').pipe(z.email('email'))
export const personName = z
  .string()
  .trim()
  .min(1, 'name')
  .max(100, 'tooLong')
  // A line break in a name would end up in the head of a mail.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f<>]*$/, 'name')

/** The page somebody was going to: a way back that is lost must keep nobody out. */
export const naar = z.string().max(2000).catch('')

/** A way back, and "ja" to be asked which account. */
export const organisationForm = z.object({ naar, kies: z.string().max(10).catch('') })

export const signInForm = z.object({
  email: z.string().trim().min(1, 'email').max(200, 'email'),
  password: z.string().min(1, 'password').max(1000, 'password'),
  naar,
})
