import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'

/** A portal with a real search server behind it, its index up to date. */
async function searchingPortal() {
  let search: ReturnType<typeof testSearch> | undefined
  const portal = await testPortal({
    search: (db) => {
      search = testSearch(db, { only: 'search' })
      return search
    },
  })
  await search?.sync.catchUp()
  const page = async (path: string) => (await portal.get(path)).text()
  return { ...portal, sync: search?.sync, page }
}

const total = (html: string) => /role="status"[^>]*>([^<]*)</.exec(html)?.[1]

test('one box finds in either language, in compounds and with errors, and marks what answers', async () => {
  const { page, errors } = await searchingPortal()
  for (const [q, path] of [
    ['Waterstof', '/organisaties/waterstofpers-voorbeeld'],
    ['hydrogen', '/organisaties/waterstofpers-voorbeeld'],
    ['waterstofcompressie', '/organisaties/waterstofpers-voorbeeld'],
    ['TNO', '/organisaties/tno'],
    ['technische universiteit eindhoven', '/organisaties/technische-universiteit-eindhoven'],
    ['energiehups', '/programmas/energiehubs'],
    ['circulair', '/themas/circulariteit'],
    ['Zeeland', '/roms/impuls-zeeland'],
  ]) {
    expect(await page(`/zoeken?q=${encodeURIComponent(q ?? '')}`), q).toContain(`href="${path}"`)
  }
  expect(await page('/zoeken?q=waterstof')).toContain('<mark>Waterstofpers</mark>')
  expect(await page('/zoeken?q=acknowledge')).not.toMatch(/<mark>[^<]*knowledge/i)
  expect(errors).toEqual([])
})

test('facets count what each choice gives under the other filters, and leaving pages out finds all', async () => {
  const { page } = await searchingPortal()
  const all = await page('/zoeken?q=energie')
  const [, count] = /soort=organisatie"[^>]*>(?:<[^>]*>)*Organisaties(?:<[^>]*>)*(\d+)/.exec(all) ?? []
  const narrowed = await page('/zoeken?q=energie&soort=organisatie')
  expect(total(narrowed)).toMatch(new RegExp(`van ${count}`))
  // Filtered by one kind, the others still say what they would give.
  expect(narrowed).toMatch(/soort=programma"/)
  const seen = new Set<string>()
  for (let number = 1; number <= Math.ceil(Number(count) / 20); number++) {
    const html = await page(`/zoeken?q=energie&soort=organisatie&pagina=${number}`)
    for (const [, slug] of html.matchAll(/<h2[^>]*><a href="\/organisaties\/([^"]+)"/g)) seen.add(slug ?? '')
  }
  expect(seen.size).toBe(Number(count))
  expect(await page('/zoeken?q=energie&pagina=99')).toContain('Een deel van het adres is niet gebruikt')
})

test('few with all of the words are followed by those with the rarest, and it says so', async () => {
  const { page } = await searchingPortal()
  const html = await page('/zoeken?q=waterstof+zoutholte+quagga')
  expect(html).toMatch(/Niets bevat al deze woorden|Alleen de eerste/)
  expect(html).toContain('waterstof')
  const one = await page('/zoeken?q=quaggaqqq')
  expect(one).toContain('Niets gevonden voor “quaggaqqq”')
})

test('what was withdrawn a moment ago is not shown, though the index still has it', async () => {
  const { page, db, sync } = await searchingPortal()
  expect(await page('/zoeken?q=waterstofpers')).toContain('/organisaties/waterstofpers-voorbeeld')
  await db
    .updateTable('organisation')
    .set({ withdrawn_at: '2026-11-21T12:00:00.000Z' })
    .where('slug', '=', 'waterstofpers-voorbeeld')
    .execute()
  expect(await page('/zoeken?q=waterstofpers')).not.toContain('/organisaties/waterstofpers-voorbeeld')
  await sync?.catchUp()
  expect(await page('/zoeken?q=waterstofpers')).not.toContain('/organisaties/waterstofpers-voorbeeld')
})

test('suggestions are grouped by kind, in the language of the reader, and kept private', async () => {
  const { get } = await searchingPortal()
  const answer = await get('/api/suggest?q=waterst&taal=en')
  expect(answer.headers.get('cache-control')).toContain('private')
  expect(answer.headers.get('set-cookie')).toBeNull()
  const { groups, all, status } = await answer.json()
  expect(groups[0]).toMatchObject({ type: 'organisation', title: 'Organisations' })
  expect(groups[0].items.length).toBeLessThanOrEqual(4)
  expect(groups[0].items[0].name.some(({ match }: { match: boolean }) => match)).toBe(true)
  expect(all).toMatch(/^All results \(\d+\)$/)
  expect(status).toContain('suggestions')
  expect(await (await get('/api/suggest?q=')).json()).toMatchObject({ groups: [], all: null })
  expect((await get('/api/suggest?q=%00%27%22&x=1')).status).toBe(200)
})
