import { notFound } from '../../http/responses.ts'

/** Every address that no other route knows. */
export function loader() {
  throw notFound()
}

export function action() {
  throw notFound()
}

export default function NotFound() {
  return null
}
