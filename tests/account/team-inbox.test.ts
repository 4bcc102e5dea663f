import { expect, test } from 'vitest'
import { tidy } from '#app/jobs/tidy.server.ts'
import { Browser } from '../support/browser.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addPerson, type Person } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'

const path = '/werk/rom/nom'
const set = { doe: 'set', address: 'team@nom.example', persons: 'only' }
const week = 7 * 24 * 3_600_000

/** The staff of two ROMs, and somebody who asks to manage organisations in the region of the first. */
async function scene() {
  const { portal, pass } = await portalInTime()
  const { db } = portal
  const people = {
    coordinator: await addPerson(portal, { name: 'Cora Noord', role: 'coordinator', romId: 'nom' }),
    developer: await addPerson(portal, { name: 'Dirk Noord', role: 'business_developer', romId: 'nom' }),
    foreigner: await addPerson(portal, { name: 'Lies Limburg', role: 'coordinator', romId: 'liof' }),
    administrator: await addPerson(portal, { name: 'Bo Beheer', role: 'administrator' }),
    secretary: await addPerson(portal, { name: 'Sam Secretaris', role: 'secretary' }),
    asker: await addPerson(portal, { name: 'Ada Vrager' }),
  }
  const as = async (who?: Person) => {
    const browser = new Browser(portal)
    if (who) await browser.signIn(who.email)
    return browser
  }
  const box = mailbox()
  const claimable = await db
    .selectFrom('public_organisation')
    .select('slug')
    .where('seat_rom_id', '=', 'nom')
    .where('is_example', '=', 0)
    .orderBy('id')
    .limit(10)
    .execute()
  return {
    ...{ portal, db, pass, people, as, box },
    inboxes: () => db.selectFrom('team_inbox').selectAll().orderBy('asked_at').execute(),
    linkMailed: async () => {
      const [mail, ...more] = await box.deliver(portal)
      if (!mail || more.length > 0) throw new Error('not one mail')
      return linkIn(mail)
    },
    /** Uses the link of a mail, as whoever reads the mailbox does. */
    confirm: (link: string) =>
      new Browser(portal).post('/teammailbox', {
        sleutel: new URL(link, portal.url).searchParams.get('sleutel') ?? '',
      }),
    /** Whom the mail about another claim goes to. */
    toldOfClaim: async () => {
      const { slug } = claimable.pop() ?? { slug: '' }
      await (await as(people.asker)).post(`/organisaties/${slug}/beheren`, { note: 'Ik werk hier' })
      return (await box.deliver(portal)).map(({ to }) => to.address).sort()
    },
  }
}

test('a coordinator sets it, the mailbox confirms it, and claims arrive there', async () => {
  const { portal, db, people, as, ...at } = await scene()
  const staff = [people.coordinator.email, people.developer.email].sort()
  const coordinator = await as(people.coordinator)
  const page = async () => (await coordinator.get(path)).text()
  expect(await (await coordinator.get('/werk')).text()).toContain(`href="${path}"`)
  expect((await coordinator.get('/werk/rom')).headers.get('location')).toBe(path)
  expect(await page()).toContain('Er is geen teammailbox')
  const answer = await coordinator.post(path, { ...set, address: 'Team@NOM.example' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
  const link = await at.linkMailed()
  expect(at.box.sent[0]).toMatchObject({ to: { address: 'team@nom.example', name: null }, html: expect.any(String) })
  expect(at.box.sent[0]?.subject).toBe('Komt mail van Schakel voor NOM hier binnen?')
  expect(await page()).toContain('Wacht op bevestiging sinds 21 november 2026')
  // Until then all stays as it is.
  expect(await at.toldOfClaim()).toEqual(staff)

  const visitor = await as()
  for (let look = 0; look < 2; look++) {
    const answer = await visitor.get(link)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.text()).toContain('komt dan binnen op team@nom.example')
  }
  expect(await at.toldOfClaim()).toEqual(staff)
  const confirmed = await at.confirm(link)
  expect([confirmed.status, await confirmed.text()]).toEqual([200, expect.stringContaining('is in gebruik')])
  const replay = await at.confirm(link)
  expect([replay.status, await replay.text()]).toEqual([400, expect.stringContaining('Deze link werkt niet meer')])
  const shown = await page()
  for (const text of ['In gebruik: team@nom.example', 'Bevestigd op 21 november 2026', 'Alleen de teammailbox']) {
    expect(shown).toContain(text)
  }
  expect(await at.toldOfClaim()).toEqual(['team@nom.example'])
  expect(at.box.sent.at(-1)?.subject).toMatch(/^Iemand wil .+ beheren$/)

  // With its people, without another mail; and off.
  await coordinator.post(path, { ...set, persons: 'too' })
  expect(await at.box.deliver(portal)).toEqual([])
  expect(await at.toldOfClaim()).toEqual([...staff, 'team@nom.example'].sort())
  for (let press = 0; press < 2; press++) {
    expect((await coordinator.post(path, { doe: 'off' })).status).toBe(303)
  }
  expect(await at.toldOfClaim()).toEqual(staff)
  expect(await at.inboxes()).toEqual([])

  const entries = db.selectFrom('audit_entry').selectAll().where('noun', '=', 'team_inbox')
  const log = await entries.orderBy('id').execute()
  expect(log.map(({ action, actor_id, rom_id }) => [action, actor_id, rom_id])).toEqual([
    ['insert', people.coordinator.id, 'nom'],
    ['update', 'system', 'nom'],
    ['update', people.coordinator.id, 'nom'],
    ['delete', people.coordinator.id, 'nom'],
  ])
  expect(JSON.stringify(log)).not.toContain('key_hash')
  expect(await (await coordinator.get('/werk/logboek')).text()).toContain('Teammailbox')
  expect(portal.errors).toEqual([])
})

test('another address takes the place of the one in use when it is confirmed; what waits can be cancelled', async () => {
  const { people, as, ...at } = await scene()
  const coordinator = await as(people.coordinator)
  await coordinator.post(path, set)
  await at.confirm(await at.linkMailed())
  await coordinator.post(path, { ...set, address: 'ander@nom.example' })
  const second = await at.linkMailed()
  const page = await (await coordinator.get(path)).text()
  for (const text of ['In gebruik: team@nom.example', 'gestuurd naar ander@nom.example']) expect(page).toContain(text)
  await coordinator.post(path, { doe: 'cancel' })
  expect((await at.confirm(second)).status).toBe(400)
  expect(await at.toldOfClaim()).toEqual(['team@nom.example'])

  await coordinator.post(path, { ...set, address: 'ander@nom.example' })
  const third = await at.linkMailed()
  await coordinator.post(path, { ...set, address: 'derde@nom.example' })
  const fourth = await at.linkMailed()
  expect((await at.confirm(third)).status).toBe(400)
  expect((await at.confirm(fourth)).status).toBe(200)
  expect(await at.toldOfClaim()).toEqual(['derde@nom.example'])
  expect(await at.inboxes()).toHaveLength(1)
})

test('a link works for a week; what was not confirmed then is gone, with the mail of it', async () => {
  const { portal, db, people, as, ...at } = await scene()
  await (await as(people.coordinator)).post(path, set)
  const link = await at.linkMailed()
  at.pass(week - 1)
  expect((await tidy(db, portal.now())).lapsed).toBe(0)
  expect(await (await (await as()).get(link)).text()).toContain('team@nom.example')
  at.pass(1)
  expect((await at.confirm(link)).status).toBe(400)
  expect((await tidy(db, portal.now())).lapsed).toBe(1)
  expect(await at.inboxes()).toEqual([])
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
})

test('who only works there reads it, the administrator sets it, and others have nothing of it', async () => {
  const { portal, people, as, ...at } = await scene()
  await (await as(people.coordinator)).post(path, set)
  await at.linkMailed()
  const before = await at.inboxes()
  const developer = await as(people.developer)
  const read = await (await developer.get(path)).text()
  expect(read).toContain('gestuurd naar team@nom.example')
  expect(read).not.toContain('name="doe"')
  const forms = [{ ...set, address: 'evil@evil.example' }, { doe: 'off' }, { doe: 'cancel' }] as Record<
    string,
    string
  >[]
  for (const [who, status] of [
    [people.developer, 403],
    [people.foreigner, 404],
    [people.secretary, 403],
    [people.asker, 403],
  ] as const) {
    const browser = await as(who)
    if (who !== people.developer) expect((await browser.get(path)).status).toBe(status)
    for (const form of forms) expect((await browser.post(path, form)).status, who.name).toBe(status)
  }
  // Another ROM's page does not reach this one by what is sent along.
  const foreigner = await as(people.foreigner)
  await foreigner.post('/werk/rom/liof', { doe: 'cancel', rom: 'nom', rom_id: 'nom', slug: 'nom' })
  expect(await at.inboxes()).toEqual(before)
  expect((await foreigner.get('/werk/rom/bestaat-niet')).status).toBe(404)

  const administrator = await as(people.administrator)
  expect(await (await administrator.get('/werk/rom')).text()).toContain('href="/werk/rom/liof"')
  expect((await administrator.post(path, { doe: 'cancel' })).status).toBe(303)
  expect(await at.inboxes()).toEqual([])
  expect(portal.errors).toEqual([])
})

test('where nobody of the ROM may decide, the administrators get the mail too', async () => {
  const { db, people, as, ...at } = await scene()
  await (await as(people.coordinator)).post(path, set)
  await at.confirm(await at.linkMailed())
  await db
    .updateTable('account_role')
    .set({ revoked_at: '2026-11-21', revoked_by: 'system' })
    .where('rom_id', '=', 'nom')
    .execute()
  expect(await at.toldOfClaim()).toEqual([people.administrator.email, 'team@nom.example'].sort())
})

test.each([
  [{ address: 'team@nom.example\r\nBcc: all@evil.example' }, 'address'],
  [{ address: 'team@nom.example, all@evil.example' }, 'address'],
  [{ address: 'team' }, 'address'],
  [{ persons: 'nobody' }, 'persons'],
])('%o is refused with what is wrong, and mails nobody', async (wrong, field) => {
  const { portal, people, as, ...at } = await scene()
  const answer = await (await as(people.coordinator)).post(path, { ...set, ...wrong, confirmed_at: '2026-01-01' })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(`href="#veld-${field}"`)
  if ('address' in wrong && wrong.address === 'team') expect(html).toContain('value="team"')
  expect(await at.inboxes()).toEqual([])
  expect(await at.box.deliver(portal)).toEqual([])
})

test('a team address is on no public page, and not to be confirmed by what was not mailed', async () => {
  const { portal, db, people, as, ...at } = await scene()
  await (await as(people.coordinator)).post(path, { ...set, confirmed_at: '2026-01-01', key_hash: '' })
  const [waiting] = await at.inboxes()
  for (const sleutel of ['', 'x', waiting?.key_hash ?? '', waiting?.id ?? '', "' OR 1=1 --"]) {
    expect((await new Browser(portal).post('/teammailbox', { sleutel })).status).toBe(400)
  }
  await at.confirm(await at.linkMailed())
  for (const page of ['/roms', '/roms/nom', '/api/v1/roms', '/roms.csv', '/bronnen']) {
    expect(await (await portal.get(page)).text(), page).not.toContain('team@nom.example')
  }
})

test('addresses are not asked more often than is of use; what was typed is kept', async () => {
  const { people, as } = await scene()
  const coordinator = await as(people.coordinator)
  const statuses = []
  for (let i = 0; i < 10; i++)
    statuses.push((await coordinator.post(path, { ...set, address: `a${i}@nom.example` })).status)
  expect(new Set(statuses)).toEqual(new Set([303]))
  const refused = await coordinator.post(path, set)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000)
  expect(await refused.text()).toContain('value="team@nom.example"')
})
