import { expect } from 'vitest'
import type { testPortal } from '../support/portal.ts'

/** What the API answers to a question for matches. */
export interface Answer {
  total: number
  items: {
    organisation: {
      slug: string
      name: string
      kind: string
      rom: { slug: string; name: string } | null
      url: string
      is_example: boolean
    }
    score: number
    reasons: { criterion: string; verdict: string; text: string }[]
  }[]
  next?: string | null
}

/** Why it does not. */
export interface Problem {
  status: number
  errors?: { parameter: string; detail: string }[]
}

export type Portal = Awaited<ReturnType<typeof testPortal>>

/** A made-up organisation that asks, and where. */
export const asker = 'noorderelektrolyse-voorbeeld'
export const own = `/api/v1/organisations/${asker}/matches`
export const path = '/organisations/{slug}/matches'
export const text = 'Wij zoeken een partner die groene waterstof kan opslaan of membranen voor elektrolyse maakt.'

/** Its matches. */
export async function matches(portal: Portal, search = ''): Promise<Answer> {
  const answer = await portal.get(`${own}?${search}`)
  expect(answer.status, search).toBe(200)
  return (await answer.json()) as Answer
}

/** Sends a need. */
export function send(portal: Portal, body: BodyInit, headers: Record<string, string> = {}) {
  return portal.get('/api/v1/matches', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

/** What answers a need. */
export async function forText(portal: Portal, body: object): Promise<Answer> {
  const answer = await send(portal, JSON.stringify(body))
  expect(answer.status, JSON.stringify(body).slice(0, 200)).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return (await answer.json()) as Answer
}
