import { type FormFaults, type Refusal, refused, refusedFor } from '../http/form.server.ts'
import { busyFor, hashPassword, weakness } from './passwords.server.ts'

/**
 * Takes the password somebody chooses. Call it before a transaction: it takes long, and then holds up no other write.
 * @param known of the person, as `weakness` takes it
 * @param typed what the form is shown with again
 * @returns what is kept of it, or the form refused: the password is weak, or too many people wait
 */
export async function hashChosen(
  password: string,
  known: string[],
  typed: FormFaults['values'] = {},
): Promise<{ hash: string; refusal: null } | { hash: null; refusal: Refusal }> {
  const weak = await weakness(password, known)
  if (weak) return { hash: null, refusal: refused('password', weak, typed) }
  const hash = await hashPassword(password)
  return hash === null ? { hash, refusal: refusedFor(busyFor, 'busy', typed, 503) } : { hash, refusal: null }
}
