import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'
import { elements, parseXml, texts } from '../support/xml.ts'

const feeds = ['/nieuws.rss', '/nieuws.atom', '/oproepen.rss', '/oproepen.atom']
const machines = [...feeds, '/kalender.ics', '/sitemap.xml']
const types: Record<string, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

/** The entries of either kind, in the same form. */
function entries(xml: string) {
  const root = parseXml(xml)
  const rss = root.name === 'rss'
  const parent = rss ? root.children[0] : root
  return elements(parent, rss ? 'item' : 'entry').map((entry) => ({
    id: texts(entry, rss ? 'guid' : 'id')[0] ?? '',
    title: texts(entry, 'title')[0] ?? '',
    link: (rss ? texts(entry, 'link')[0] : elements(entry, 'link')[0]?.attributes.href) ?? '',
    date: new Date(texts(entry, rss ? 'pubDate' : 'published')[0] ?? ''),
    html: texts(entry, rss ? 'description' : 'summary')[0] ?? '',
  }))
}

test.each(machines)('%s says what it is, may be kept, and is not sent twice', async (path) => {
  const portal = await testPortal()
  const first = await portal.get(path, { headers: { cookie: 'taal=ImVuIg==' } })
  const body = await first.text()
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe(types[path.split('.')[1] ?? ''])
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  expect(first.headers.get('set-cookie')).toBeNull()
  // What a cookie remembers is of a visitor, not of a feed.
  const again = await portal.get(path)
  expect(await again.text()).toBe(body)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
  for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    const answer = await portal.get(path, { headers: { 'if-none-match': known } })
    expect(answer.status, known).toBe(304)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('etag')).toBe(tag)
  }
  expect((await portal.get(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  const head = await portal.get(path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await portal.get(path, { method: 'POST', body: 'x' })).status).toBe(405)
  expect(portal.errors).toEqual([])
})

test.each(feeds)('%s: every entry has its own id, a date that has passed and a page that exists', async (path) => {
  const portal = await testPortal()
  for (const search of ['', '?taal=en']) {
    const xml = await (await portal.get(path + search)).text()
    const root = parseXml(xml)
    const parent = root.name === 'rss' ? root.children[0] : root
    const self = parent?.children.find(({ attributes }) => attributes.rel === 'self')
    expect(self?.attributes.href).toBe(`${portal.url}${path}${search}`)
    const items = entries(xml)
    expect(items.length).toBeGreaterThan(4)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const item of items) {
      expect(item.id).toMatch(/^tag:schakel,2026:(mijlpaal|oproep)\//)
      expect(item.date.getTime(), item.title).toBeLessThanOrEqual(portal.now().getTime())
      expect(item.link.endsWith(search)).toBe(true)
    }
    const [first] = items
    expect((await portal.get(first?.link ?? '')).status).toBe(200)
  }
})

test('RSS and Atom tell the same, and the ids are the same in both languages', async () => {
  const portal = await testPortal()
  const read = async (path: string) => entries(await (await portal.get(path)).text())
  const rss = await read('/nieuws.rss')
  const atom = await read('/nieuws.atom')
  const english = await read('/nieuws.rss?taal=en')
  expect(atom.map(({ id, date }) => [id, date])).toEqual(rss.map(({ id, date }) => [id, date]))
  expect(english.map(({ id }) => id)).toEqual(rss.map(({ id }) => id))
  expect(english[0]?.title).not.toBe(rss[0]?.title)
})

test('any text is well-formed, and reads as it was written', async () => {
  const portal = await testPortal()
  const evil = `AT&T <b>"quotes"</b> 'single' ]]> &amp; ]]> \u0000\u0008\u001b\ufffe💥 \ud800 é`
  const clean = `AT&T <b>"quotes"</b> 'single' ]]> &amp; ]]> 💥  é`
  const { id } = await portal.db.selectFrom('public_call').select('id').executeTakeFirstOrThrow()
  await portal.db
    .updateTable('call')
    .set({ title_nl: evil, summary_nl: evil, is_example: 0, source_id: 'cordis' })
    .where('id', '=', id)
    .execute()
  await portal.db.updateTable('milestone').set({ title_nl: evil, place: evil }).execute()
  for (const path of feeds) {
    const items = entries(await (await portal.get(path)).text())
    const titles = items.map(({ title }) => title.replaceAll(']] >', ']]>'))
    const escaped = clean.replace(
      /[&<>"']/g,
      (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[c]};`,
    )
    // Atom's titles are HTML, those of RSS plain text. SQLite keeps a lone surrogate as a replacement character.
    const expected = path.endsWith('.atom') ? escaped : clean
    expect(
      titles.map((title) => title.replace('\ufffd', '')),
      path,
    ).toContain(expected)
  }
  const ics = await (await portal.get('/kalender.ics')).text()
  expect(ics).toContain('💥')
  for (const control of ['\u0000', '\u0008', '\u001b']) expect(ics).not.toContain(control)
  expect(portal.errors).toEqual([])
})

test('a milestone known by its month has the first day of it as date, and says what is known', async () => {
  const portal = await testPortal()
  const { id } = await portal.db
    .selectFrom('milestone as m')
    .innerJoin('public_undertaking as u', 'u.id', 'm.undertaking_id')
    .select('m.id')
    .executeTakeFirstOrThrow()
  await portal.db.updateTable('milestone').set({ starts_on: '2026-10' }).where('id', '=', id).execute()
  const items = entries(await (await portal.get('/nieuws.rss')).text())
  const item = items.find((entry) => entry.id.endsWith(`/${id}`))
  expect(item?.date.toISOString()).toBe('2026-10-01T00:00:00.000Z')
  expect(item?.html).toContain('<p>oktober 2026: ')
})

test('calls: open ones first, made-up ones say so, withdrawn ones are gone', async () => {
  const portal = await testPortal()
  const items = entries(await (await portal.get('/oproepen.rss')).text())
  const states = items.map(({ html }) => /<p>(Open|Gaat nog open|Gesloten)/.exec(html)?.[1])
  expect(states).not.toContain(undefined)
  const order = ['Open', 'Gaat nog open', 'Gesloten']
  expect(states).toEqual([...states].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')))
  for (const { title } of items) expect(title).toMatch(/ \(voorbeeld\)$/)
  await portal.db.updateTable('call').set({ withdrawn_at: '2026-11-01T00:00:00.000Z' }).execute()
  const empty = await portal.get('/oproepen.atom')
  expect(empty.status).toBe(200)
  expect(entries(await empty.text())).toEqual([])
})

test('what is asked wrongly is refused in plain words, and never breaks', async () => {
  const portal = await testPortal()
  for (const path of machines) {
    for (const search of ['taal=xx', 'taal=%00%ff', `taal=${'x'.repeat(9000)}`]) {
      const answer = await portal.get(`${path}?${search}`)
      const text = await answer.text()
      expect([200, 400], `${path}?${search}`).toContain(answer.status)
      if (feeds.includes(path) && search === 'taal=xx')
        expect([answer.status, text]).toEqual([400, 'Dit adres klopt niet: taal=xx\n'])
    }
    for (const search of ['utm_source=x', '=&&&=%3D', 'q[]=1&pagina=-1', 'taal=en&taal=nl']) {
      expect((await portal.get(`${path}?${search}`)).status, `${path}?${search}`).toBe(200)
    }
  }
  expect(portal.errors).toEqual([])
})

test('the pages name their feeds in the head and in sight, in their own language', async () => {
  const portal = await testPortal()
  for (const [path, wanted] of [
    ['/', ['/nieuws.rss', '/nieuws.atom']],
    ['/oproepen', ['/oproepen.rss', '/oproepen.atom']],
    ['/kalender', ['/kalender.ics']],
  ] as const) {
    for (const search of ['', '?taal=en']) {
      const html = await (await portal.get(path + search)).text()
      const heads = [...html.matchAll(/<link [^>]*rel="alternate"[^>]*>/g)].map(([tag]) => tag).join()
      for (const feed of wanted) {
        expect(heads).toContain(`href="${feed}${search}"`)
        expect(html).toContain(`<a href="${feed}${search}"`)
        expect((await portal.get(feed + search)).status).toBe(200)
      }
    }
  }
  expect(await (await portal.get('/kalender?jaar=2026')).text()).toContain('<a href="/kalender.ics?jaar=2026"')
})
