import { nothingHere, problemResponse } from '../../../http/problem.server.ts'

/** Every address under /api/ that no other route knows. */
export function loader() {
  return problemResponse(nothingHere())
}
