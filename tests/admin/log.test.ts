import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import { write } from '#db/write.ts'
import { signedInAs } from '../support/browser.ts'
import { type Portal, testPortal } from '../support/portal.ts'

const log = '/beheer/logboek'
const script = '<script>alert(1)</script>'

/** A line of the log as a trigger writes it. */
async function entry(
  portal: Portal,
  values: { at?: string; by?: string; noun?: string; rom?: string; after?: object },
) {
  await portal.db
    .insertInto('audit_entry')
    .values({
      at: values.at ?? portal.now().toISOString(),
      actor_id: values.by ?? 'system',
      action: 'insert',
      noun: values.noun ?? 'session',
      row_id: 'x',
      rom_id: values.rom ?? null,
      before: null,
      after: JSON.stringify(values.after ?? {}),
    })
    .execute()
}

const idsIn = (html: string) => [...html.matchAll(/id="regel-(\d+)"/g)].map(([, id]) => Number(id))

/** The text of the first line that says this. */
function line(html: string, has: string): string {
  const rows = html.split('<tr').map((row) => row.replace(/<!-- -->/g, '').replace(/<[^>]+>/g, ' '))
  return rows.map((row) => row.replace(/\s+/g, ' ')).find((row) => row.includes(has)) ?? ''
}

test('administrators read all, the staff of a ROM theirs, nobody else anything', async () => {
  const portal = await testPortal()
  await entry(portal, { rom: 'nom', after: { reason: 'noordelijk' } })
  await entry(portal, { rom: 'bom', after: { reason: 'brabants' } })
  await entry(portal, { after: { reason: 'van niemand' } })
  const stranger = await portal.get(log)
  expect(stranger.headers.get('location')).toBe('/inloggen?naar=%2Fbeheer%2Flogboek')
  const admin = await signedInAs(portal, 'beheerder')
  const all = await (await admin.get(log)).text()
  for (const text of ['noordelijk', 'brabants', 'van niemand']) expect(all).toContain(text)
  for (const key of ['businessdeveloper', 'coordinator']) {
    const staff = await signedInAs(portal, key)
    expect((await staff.get(log)).status).toBe(403)
    const own = await (await staff.get('/werk/logboek')).text()
    expect(own).toContain('noordelijk')
    for (const path of ['?rom=bom', '?persoon=system', '?soort=session']) {
      const html = await (await staff.get(`/werk/logboek${path}`)).text()
      for (const text of ['brabants', 'van niemand']) expect(html, path).not.toContain(text)
    }
  }
  for (const key of ['ondernemer', 'secretaris', 'opdrachtgever']) {
    const somebody = await signedInAs(portal, key)
    expect([(await somebody.get(log)).status, (await somebody.get('/werk/logboek')).status]).toEqual([403, 403])
  }
  expect(portal.errors).toEqual([])
})

test('a change reads as what was and what is, with names by reference until somebody is forgotten', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const at = portal.now().toISOString()
  const id = await write(portal.db, { id: admin.id }, portal.now(), async (trx) => {
    const made = await addAccount(trx, { email: 'jan@rom.example', name: 'Jan Vergeet', locale: 'nl' }, at)
    await grantRole(trx, { accountId: made, role: 'coordinator', romId: 'bom', by: admin.id }, at)
    await trx
      .updateTable('account')
      .set({ locale: 'en', name: `Jan ${script}` })
      .where('id', '=', made)
      .execute()
    return made
  })
  const html = await (await admin.get(`${log}?persoon=${id}`)).text()
  expect(html).not.toContain(script)
  expect(line(html, 'Rol toegevoegd')).toMatch(/Anna de Wit .*Persoon: .*Jan .*Rol: .*ROM-coördinator.*ROM: .*BOM/)
  expect(line(html, 'niet bewaard')).toMatch(/Taal: .*was .*Nederlands.*is nu .*Engels.*Naam: gewijzigd/)
  await portal.db
    .updateTable('account')
    .set({ email: null, name: null, forgotten_at: at })
    .where('id', '=', id)
    .execute()
  const later = await (await admin.get(`${log}?persoon=${id}`)).text()
  expect(later).toContain('vergeten persoon')
  expect(later).not.toMatch(/Jan Vergeet|jan@rom\.example/)
  expect(portal.errors).toEqual([])
})

test('filters: by whom, what, whose ROM, and days as they are in the Netherlands', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  // Summer and winter: the day begins two hours, and one hour, before that of UTC.
  await entry(portal, { at: '2026-06-30T21:59:59.999Z', after: { reason: 'eind juni' } })
  await entry(portal, { at: '2026-06-30T22:00:00.000Z', after: { reason: 'begin juli' } })
  await entry(portal, {
    at: '2026-01-31T22:59:59.999Z',
    noun: 'deputy',
    rom: 'nom',
    after: { reason: 'eind januari' },
  })
  await entry(portal, { at: '2026-01-31T23:00:00.000Z', by: admin.id, after: { reason: 'begin februari' } })
  const seen = async (search: string) => {
    const html = await (await admin.get(`${log}?${search}`)).text()
    return ['eind juni', 'begin juli', 'eind januari', 'begin februari'].filter((text) => html.includes(text))
  }
  expect(await seen('tot=2026-06-30&van=2026-06-30')).toEqual(['eind juni'])
  expect(await seen('van=2026-07-01&tot=2026-07-01')).toEqual(['begin juli'])
  expect(await seen('van=2026-01-31&tot=2026-01-31')).toEqual(['eind januari'])
  expect(await seen('van=2026-02-01&tot=2026-02-01')).toEqual(['begin februari'])
  expect(await seen('soort=deputy')).toEqual(['eind januari'])
  expect(await seen('rom=nom')).toEqual(['eind januari'])
  expect(await seen('q=anna')).toEqual(['begin februari'])
  expect(await seen('q=%25')).toEqual([])
  expect(await seen(`persoon=${admin.id}`)).toEqual(['begin februari'])
  for (const odd of [
    'van=2026-02-30',
    'soort=koning',
    'voor=-1',
    'na=1e9',
    'rom=x',
    `q=${encodeURIComponent(script)}`,
  ]) {
    const html = await (await admin.get(`${log}?${odd}`)).text()
    if (!odd.startsWith('q=')) expect(html, odd).toContain('Een deel van het adres is niet gebruikt')
    expect(html).not.toContain(script)
  }
  expect(portal.errors).toEqual([])
})

test('names that every object has are shown as they are', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  await entry(portal, {
    noun: 'constructor',
    after: { constructor: 'constructor', reason: '__proto__', toString: {} },
  })
  const answer = await admin.get(log)
  expect(answer.status).toBe(200)
  expect(line(await answer.text(), '__proto__')).toContain('constructor toegevoegd')
  expect(portal.errors).toEqual([])
})

test('pages stay the same while the log grows, and together are all of it', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  await sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 230)
    INSERT INTO audit_entry (at, actor_id, action, noun, row_id, after)
    SELECT '2026-10-01T00:00:00.000Z', 'system', 'insert', 'deputy', 'x', '{}' FROM n`.execute(portal.db)
  const next = (html: string, rel: 'next' | 'prev') =>
    new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&')
  const pages: { path: string; ids: number[] }[] = []
  let path: string | undefined = `${log}?soort=deputy`
  while (path) {
    const html = await (await admin.get(path)).text()
    pages.push({ path, ids: idsIn(html) })
    path = next(html, 'next')
    await entry(portal, { noun: 'deputy' })
  }
  const ids = pages.flatMap((page) => page.ids)
  expect(pages.map((page) => page.ids.length)).toEqual([50, 50, 50, 50, 30])
  expect(new Set(ids).size).toBe(230)
  expect(ids).toEqual([...ids].sort((a, b) => b - a))
  expect(idsIn(await (await admin.get(pages[2]?.path ?? '')).text())).toEqual(pages[2]?.ids)
  // Back by what is newer.
  const html = await (await admin.get(pages[2]?.path ?? '')).text()
  expect(idsIn(await (await admin.get(next(html, 'prev') ?? '')).text())).toEqual(pages[1]?.ids)
  expect(portal.errors).toEqual([])
})
