import { expect, test } from 'vitest'
import { portalThatMatches } from '../support/api.ts'
import { testPortal } from '../support/portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>

async function page(portal: Portal, address: string): Promise<string> {
  const answer = await portal.get(address)
  expect(answer.status, address).toBe(200)
  return answer.text()
}

const names = (html: string) =>
  [...html.matchAll(/<h[23] class="text-lg"><a href="\/organisaties\/([^"]+)"/g)].map(([, slug]) => slug)
const call = '/oproepen/netcongestie-bedrijventerreinen-voorbeeld'

test('nine regions, each with three at most, what its ROM does, and a way to all of them', async () => {
  const portal = await portalThatMatches()
  const roms = await portal.db.selectFrom('rom').select('slug').execute()
  for (const address of ['/programmas/energiehubs', '/initiatieven/protix-2023', call]) {
    expect(await page(portal, address)).toContain(`href="${address}/partners"`)
    const html = await page(portal, `${address}/partners`)
    expect(html).toContain(`href="${address}"`)
    const sections = html.split('<section ').slice(1)
    expect(sections).toHaveLength(roms.length)
    for (const { slug } of roms) expect(html, slug).toContain(`href="#${slug}"`)
    for (const section of sections) expect(names(section).length).toBeLessThanOrEqual(3)
    expect(names(html).length).toBeGreaterThan(9)
  }
  const html = await page(portal, '/programmas/energiehubs/partners')
  expect(html).toMatch(/Rol van BOM:/)
  // Where nobody fits well, that is said, and who comes nearest is one click away.
  expect(html).toMatch(/Hier is niemand gevonden/)
  expect(html).toContain('Bekijk wie er het dichtst bij komt')
  // Nobody is said not to take part: what no source says is unknown.
  expect(html).not.toContain('Neemt niet deel')
  const more = /href="(\/programmas\/energiehubs\/partners\?rom=liof)"/.exec(html)?.[1] ?? ''
  const region = await page(portal, more)
  expect(region).toContain('href="/programmas/energiehubs/partners"')
  const section = html.split('<section ').find((one) => one.includes('id="liof"')) ?? ''
  expect(names(section).length).toBeGreaterThan(0)
  expect(names(region).slice(0, names(section).length)).toEqual(names(section))
  expect(names(region).length).toBeGreaterThan(names(section).length)
  const small = await page(portal, `${more}&soort=sme&thema=voedsel`)
  expect(names(small).length).toBeGreaterThan(0)
  expect(names(small).length).toBeLessThan(names(region).length)
  expect(await page(portal, '/programmas/energiehubs/partners?rom=x&pagina=99')).toContain('rom=x')
  expect(await page(portal, `${more}&pagina=99&taal=en`)).toContain('pagina=99')
  expect((await portal.get('/programmas/protix-2023/partners')).status).toBe(404)
  expect(portal.errors).toEqual([])
})

test('who takes part already is named with its region, and is not in the list', async () => {
  const portal = await portalThatMatches()
  const undertaking = await portal.db
    .selectFrom('undertaking as u')
    .innerJoin('undertaking_partner as p', 'p.undertaking_id', 'u.id')
    .innerJoin('public_organisation as o', 'o.id', 'p.organisation_id')
    .innerJoin('rom', 'rom.id', 'o.seat_rom_id')
    .where('u.slug', '=', 'nxtgen-hightech')
    .select(['o.slug', 'rom.slug as rom'])
    .execute()
  expect(undertaking.length).toBeGreaterThan(3)
  const html = await page(portal, '/programmas/nxtgen-hightech/partners')
  for (const { slug, rom } of undertaking) {
    const section = html.split('<section ').find((one) => one.includes(`id="${rom}"`)) ?? ''
    expect(section.split('Doet al mee')[1], slug).toContain(`href="/organisaties/${slug}"`)
    expect(names(html)).not.toContain(slug)
  }
})

test('an organisation is told what would make it better found, in both languages and however its matches are narrowed', async () => {
  const portal = await portalThatMatches()
  const address = '/organisaties/dollard-chemie-voorbeeld/partners'
  const section = (html: string) => html.split('id="beter-gevonden"')[1]?.split('</section>')[0] ?? ''
  const dutch = section(await page(portal, address))
  expect(dutch).toContain('Er staat nog geen openbare vraag')
  expect(dutch).toMatch(/Past “membraan” bij het werk\? Noem het dan: \d verwante vragen/)
  const link = /href="(\/zoeken[^"]+)"/.exec(dutch)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await page(portal, link)).toContain('<mark>')
  expect(section(await page(portal, `${address}?rom=liof&soort=startup`))).toBe(dutch)
  expect(section(await page(portal, `${address}?taal=en`))).toMatch(/There is no public need yet.*“membrane”/s)
  expect(dutch).not.toMatch(/advice\.|undefined|\{\{/)
  expect(portal.errors).toEqual([])
})

test('without a search server the page says so, and robots are kept from what asks it', async () => {
  const portal = await testPortal({ mode: 'production' })
  for (const address of ['/programmas/energiehubs/partners', '/programmas/energiehubs/partners?rom=bom']) {
    expect(await page(portal, address)).toContain('Partners zoeken kan even niet')
  }
  const robots = await page(portal, '/robots.txt')
  for (const list of ['organisaties', 'programmas', 'initiatieven', 'oproepen']) {
    expect(robots).toContain(`Disallow: /${list}/*/partners\n`)
  }
  expect(portal.errors).toEqual([])
})
