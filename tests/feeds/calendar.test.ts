import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'

/** The events by their UID, each with its properties: unfolded and without escapes. */
function events(ics: string): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>()
  let event: Record<string, string> = {}
  for (const line of ics.replaceAll('\r\n ', '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT') found.set(event.UID ?? '', event)
    else event[name] = value.replace(/\\([\\;,n])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped))
  }
  return found
}

const read = async (portal: Awaited<ReturnType<typeof testPortal>>, search = '') =>
  (await portal.get(`/kalender.ics${search}`)).text()

test('lines end in CRLF, and none is longer than 75 bytes', async () => {
  const portal = await testPortal()
  await portal.db
    .updateTable('milestone')
    .set({ title_nl: `Één heel lange titel, met ${'é💥;'.repeat(60)}` })
    .execute()
  const ics = await read(portal)
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  expect(ics.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
  expect(ics.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true)
  expect([...events(ics).values()].map(({ SUMMARY }) => SUMMARY)).toContain(
    `Één heel lange titel, met ${'é💥;'.repeat(60)}`,
  )
})

test('it holds exactly what is known to the day, as whole days', async () => {
  const portal = await testPortal()
  const found = events(await read(portal))
  const milestones = await portal.db
    .selectFrom('milestone as m')
    .leftJoin('public_undertaking as u', 'u.id', 'm.undertaking_id')
    .where((eb) => eb.or([eb('m.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
    .select(['m.id', 'm.starts_on', 'm.ends_on'])
    .execute()
  const calls = await portal.db.selectFrom('public_call').selectAll().execute()
  const wanted = [
    ...milestones.filter(({ starts_on }) => starts_on.length === 10).map(({ id }) => `${id}@schakel`),
    ...calls.flatMap(({ id, opens_on, deadline_on }) => [
      ...(opens_on ? [`${id}:opens@schakel`] : []),
      ...(deadline_on ? [`${id}:deadline@schakel`] : []),
    ]),
  ]
  expect(milestones.some(({ starts_on }) => starts_on.length < 10)).toBe(true)
  expect([...found.keys()].sort()).toEqual(wanted.sort())
  for (const { UID, DTSTART = '', DTEND = '', URL: address, DTSTAMP, CATEGORIES } of found.values()) {
    expect(DTSTART, UID).toMatch(/^\d{8}$/)
    expect(DTEND > DTSTART, UID).toBe(true)
    expect(DTSTAMP, UID).toMatch(/^\d{8}T\d{6}Z$/)
    expect(CATEGORIES, UID).not.toBe('')
    expect((await portal.get(address ?? '')).status, address).toBe(200)
  }
})

test('the last day counts in, and the end of the month goes over to the next', async () => {
  const portal = await testPortal()
  const [first, second, third] = await portal.db.selectFrom('milestone').select('id').limit(3).execute()
  const set = (id: string | undefined, starts_on: string, ends_on: string | null) =>
    portal.db
      .updateTable('milestone')
      .set({ starts_on, ends_on })
      .where('id', '=', id ?? '')
      .execute()
  await set(first?.id, '2026-12-30', '2026-12-31')
  await set(second?.id, '2028-02-28', null)
  await set(third?.id, '2027-03-03', '2027-05')
  const found = events(await read(portal))
  const days = (id = '') => [found.get(`${id}@schakel`)?.DTSTART, found.get(`${id}@schakel`)?.DTEND]
  expect(days(first?.id)).toEqual(['20261230', '20270101'])
  expect(days(second?.id)).toEqual(['20280228', '20280229'])
  expect(days(third?.id)).toEqual(['20270303', '20270304'])
  expect(found.get(`${third?.id}@schakel`)?.DESCRIPTION).toContain('3 maart 2027 – mei 2027')
})

test('a year, and a language', async () => {
  const portal = await testPortal()
  const year = events(await read(portal, '?jaar=2026'))
  expect(year.size).toBeGreaterThan(2)
  for (const { DTSTART } of year.values()) expect(DTSTART).toMatch(/^2026/)
  const english = await read(portal, '?taal=en')
  expect(english).toContain('X-WR-CALNAME:Schakel: calendar\r\n')
  expect([...events(english).keys()]).toEqual([...events(await read(portal)).keys()])
  for (const search of ['?jaar=1900', '?jaar=20x6', `?jaar=${encodeURIComponent("2026'--")}`, '?taal=de']) {
    const answer = await portal.get(`/kalender.ics${search}`)
    expect(answer.status, search).toBe(400)
    expect(await answer.text()).toContain('Dit adres klopt niet')
  }
  expect(portal.errors).toEqual([])
})

test('a host that calendars seldom see does no harm', async () => {
  const portal = await testPortal()
  const { request } = await import('node:http')
  const { port } = new URL(portal.url)
  for (const host of ['[::1]:3000', 'a_b.example', `${'a'.repeat(4000)}_`]) {
    const status = await new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/kalender.ics', headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', reject).end()
    })
    expect(status, host).toBe(200)
  }
})
