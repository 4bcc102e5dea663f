import { verify } from '@node-rs/argon2'
import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import { readEnv } from '#app/env.server.ts'
import { signIn } from '#app/routes/account/sign-in/sign-in.server.ts'
import { now, testDatabase } from '../support/database.ts'
import { addPerson, password } from '../support/people.ts'

vi.mock(import('@node-rs/argon2'), async (importActual) => {
  const actual = await importActual()
  return { ...actual, verify: vi.fn(actual.verify) }
})

const cost = '$argon2id$v=19$m=19456,t=2,p=1$'

test('signing in checks one hash of the same cost and answers the same, whoever the address is of', async () => {
  const app = { db: await testDatabase(), now: () => now, env: readEnv({}) }
  const known = await addPerson(app)
  const invited = await addPerson(app, { password: null })
  const blocked = await addPerson(app)
  await app.db.updateTable('account').set({ blocked_at: now.toISOString() }).where('id', '=', blocked.id).execute()
  const context = { ...app, address: '192.0.2.1' } as ActionFunctionArgs['context']
  const wrong = 'een heel ander wachtwoord'
  for (const [who, email, typed] of [
    ['nobody', 'niemand@proef.example', wrong],
    ['somebody', known.email, wrong],
    ['who was blocked', blocked.email, wrong],
    ['who was blocked, by the right password', blocked.email, password],
    ['who chose no password yet', invited.email, wrong],
  ] as const) {
    vi.mocked(verify).mockClear()
    const body = new URLSearchParams({ email, password: typed, naar: '/mijn' })
    const request = new Request('http://portal.example/inloggen', { method: 'POST', body })
    expect(await signIn({ request, context, params: {} }), who).toEqual({
      faults: { errors: { '': 'signIn' }, values: { email, naar: '/mijn' } },
      status: 400,
      headers: undefined,
    })
    const { calls } = vi.mocked(verify).mock
    expect(calls, who).toHaveLength(1)
    const [hash, ...rest] = calls[0] ?? []
    expect(String(hash).slice(0, cost.length), who).toBe(cost)
    expect(rest, who).toEqual([typed])
  }
})
