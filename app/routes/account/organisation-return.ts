import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBack } from './sign-in/organisation.server.ts'

/** Where the issuer sends browsers back to: it leads on at once. */
export function loader(args: LoaderFunctionArgs) {
  return comeBack(args)
}

/** Never seen: with it the address counts as a page, so that whoever is refused gets one. */
export default function Nothing() {
  return null
}
