import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dataFolder, run } from './run.ts'

const person = ['Anna@Voorbeeld.nl', 'Anna de Wit']
const password = 'een lange zin over regen en fietsen'

/** The address a command printed, on a running portal. */
function printed(output: string, url: string): string {
  const [, path] = /http:\/\/[^/]+(\/inloggen\/wachtwoord\?sleutel=\S+)/.exec(output) ?? []
  if (!path) throw new Error(`no link in: ${output}`)
  return url + path
}

const send = (address: string, fields: Record<string, string>) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

test('the first administrator: made before the first start, comes in by the link, and no log holds the key', async () => {
  const DATA_DIR = dataFolder()
  const made = await run('create-admin.ts', { DATA_DIR }, person).ended()
  expect(made.output).toContain('Anna de Wit is an administrator now, with a new account.')
  expect(made.code).toBe(0)

  const portal = run('start.ts', { DATA_DIR, PORT: '0', LOG_LEVEL: 'debug' })
  const url = await portal.ready()
  const link = printed(made.output, url)
  expect(await (await fetch(link)).text()).toContain('anna@voorbeeld.nl')

  // Beside a live portal, and again: the link before is of no use any more.
  const again = await run('create-admin.ts', { DATA_DIR }, person).ended()
  expect(again.output).toContain('Anna@Voorbeeld.nl has an account already')
  expect((await send(link, { password })).status).toBe(400)
  const done = await send(printed(again.output, url), { password })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/beheer')

  const third = await run('create-admin.ts', { DATA_DIR }, person).ended()
  expect(third.code).toBe(0)
  expect(third.output).toContain('The password stays as it is.')
  expect(third.output).not.toContain('sleutel')

  const [, key = ''] = /sleutel=(\S+)/.exec(again.output) ?? []
  expect(portal.output()).toContain('/inloggen/wachtwoord')
  expect(portal.output()).not.toContain(key)
})

test('mail of a portal without a mail server is in its data folder', async () => {
  const DATA_DIR = dataFolder()
  const portal = run('start.ts', { DATA_DIR, PORT: '0' })
  const url = await portal.ready()
  expect((await send(`${url}/aanmelden`, { name: 'Kim', email: 'kim@voorbeeld.nl' })).status).toBe(303)
  const mail = await vi.waitFor(
    () => {
      const [file = ''] = readdirSync(join(DATA_DIR, 'mail')).filter((name) => name.endsWith('.eml'))
      return readFileSync(join(DATA_DIR, 'mail', file), 'utf8')
    },
    { timeout: 10_000 },
  )
  expect(mail).toMatch(/^To: kim@voorbeeld\.nl\r?$/m)
  const whole = mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
  const [, key = ''] = /sleutel=([\w-]{20,})/.exec(whole) ?? []
  expect(whole).toContain(`${url}/inloggen/wachtwoord?sleutel=`)
  expect((await send(`${url}/inloggen/wachtwoord?sleutel=${key}`, { password })).headers.get('location')).toBe(
    '/mijn',
  )
  portal.child.kill('SIGTERM')
  expect((await portal.ended()).code).toBe(0)
})

test.each([
  [[], 'This is no email address: ""'],
  [['anna', 'Anna'], 'This is no email address: "anna"'],
  [['anna@voorbeeld.nl'], 'Give one name, in quotes'],
  [['anna@voorbeeld.nl', 'Anna', 'de', 'Wit'], 'Give one name, in quotes'],
  [['anna@voorbeeld.nl', 'Anna\nBcc: x'], 'Give one name, in quotes'],
])('%j is refused in plain words, before anything is made', async (args, message) => {
  const DATA_DIR = dataFolder()
  const { code, output } = await run('create-admin.ts', { DATA_DIR }, args).ended()
  expect(code).toBe(1)
  expect(output).toContain(message)
  expect(output).toContain('npm run create-admin -- name@example.nl')
  expect(output).not.toContain('    at ')
  expect(readdirSync(DATA_DIR)).toEqual([])
})
