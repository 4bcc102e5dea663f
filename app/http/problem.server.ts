import { STATUS_CODES } from 'node:http'

export interface ParameterError {
  parameter: string
  detail: string
}

/** Why a request to the API is not answered: what a machine reads as application/problem+json (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly errors: ParameterError[] | undefined
  /** What the answer has beside its body, such as when to come back. */
  readonly headers: Record<string, string>

  constructor(status: number, detail: string, errors?: ParameterError[], headers: Record<string, string> = {}) {
    super(detail)
    this.status = status
    this.errors = errors
    this.headers = headers
  }

  /** The body to send. */
  toJSON() {
    const { status, message: detail, errors } = this
    return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...(errors && { errors }) }
  }
}

export const problemType = 'application/problem+json'

/** A 400 that names each parameter that cannot be used. */
export function badParameters(errors: ParameterError[]): Problem {
  const names = [...new Set(errors.map(({ parameter }) => parameter))].join(', ')
  return new Problem(400, `These parameters cannot be used: ${names}`, errors)
}

/** A 404 for a resource of the API. */
export function nothingHere(): Problem {
  return new Problem(404, 'There is nothing at this address.')
}

export function problemResponse(problem: Problem): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { ...problem.headers, 'Content-Type': problemType, 'Cache-Control': 'no-store' },
  })
}
