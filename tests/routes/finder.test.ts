import { expect, test } from 'vitest'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'

/** A portal that has learned to weigh words, whose search server then went away: the finder needs none. */
async function finderPortal() {
  let sync: ReturnType<typeof testSearch>['sync'] | undefined
  const portal = await testPortal({
    search: (db) => {
      const tools = testSearch(db)
      sync = tools.sync
      tools.matcher.connect({ url: 'http://127.0.0.1:9', key: 'x' })
      return tools
    },
  })
  await sync?.catchUp()
  return portal
}

type Portal = Awaited<ReturnType<typeof finderPortal>>

/** A page in its parts: names of what fits, of what does not, and its whole text without marks. */
function parts(html: string) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const [before = '', after = ''] = main.split('id="past-niet"')
  const names = (part: string) =>
    [...part.matchAll(/<h3[^>]*><a href="([^"]+)"/g)].map(([, href]) => href?.split('/').at(-1))
  const text = (part: string) =>
    part
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x27;', "'")
      .replaceAll('<!-- -->', '')
  return { fitting: names(before), hindered: names(after), text: text(main), why: text(after), html }
}

async function ask(portal: Portal, answers: Record<string, string>, path = '/programmawijzer') {
  const answer = await portal.get(`${path}?${new URLSearchParams(answers)}`)
  expect(answer.status, JSON.stringify(answers).slice(0, 100)).toBe(200)
  return parts(await answer.text())
}

const batteries = 'een batterij testen op een bedrijventerrein'
const pilots = 'netcongestie-bedrijventerreinen-voorbeeld'

test('the five answers give what fits, with quotes, conditions and the own ROM; and what does not, with the reason', async () => {
  const portal = await finderPortal()
  const answers = { q: batteries, soort: 'startup', medewerkers: '12', postcode: '8911 AB', hulp: 'geld' }
  const page = await ask(portal, answers)
  expect(page.fitting[0]).toBe(pilots)
  expect(page.html).toContain('<mark>bedrijventerrein</mark>')
  for (const told of [
    'Start-up · 12 medewerkers · 8911 AB (NOM) · Geld',
    'Geeft de hulp die nodig is: geld',
    'Voor deze soort organisatie: start-up',
    'Niet vermeld voor welke regio’s',
    'Vraag het aan bij de financier',
    'NOM helpt verder',
    'Naar NOM',
  ]) {
    expect(page.text).toContain(told)
  }
  // The fund of another region says why not, and what there is instead.
  expect(page.hindered).toContain('hul-poc-fonds')
  expect(page.fitting).not.toContain('hul-poc-fonds')
  expect(page.why).toContain('Alleen voor de regio van ROM Utrecht Region, niet voor die van NOM')
  expect(page.why).toMatch(/past wel|Vraag NOM/)
  const here = await ask(portal, { ...answers, postcode: '3511' })
  expect(here.fitting).toContain('hul-poc-fonds')
  expect(here.text).toContain('Voor de regio van ROM Utrecht Region')

  const english = await ask(portal, { ...answers, taal: 'en' })
  expect(english.fitting[0]).toBe(pilots)
  expect(english.text).toContain('Gives the help that is needed: money')
  expect(portal.errors).toEqual([])
}, 120_000)

test('a condition that is known not to fit keeps something out, and an unknown one does not', async () => {
  const portal = await finderPortal()
  const care = 'Wij willen revalidatie en valpreventie bij mensen thuis testen'
  const closed = await ask(portal, { q: care })
  expect(closed.hindered[0]).toBe('zorg-dichtbij-testen-voorbeeld')
  expect(closed.why).toContain('Gesloten')

  const university = await ask(portal, { q: batteries, soort: 'knowledge_institution' })
  expect(university.fitting).not.toContain(pilots)
  expect(university.hindered[0]).toBe(pilots)
  expect(university.why).toContain('Alleen voor start-up, scale-up, mkb, groot bedrijf, niet voor kennisinstelling')
  const large = await ask(portal, { q: 'een partner in een andere regio bezoeken', soort: 'sme', medewerkers: '400' })
  expect(large.why).toContain('Alleen voor hoogstens 250 medewerkers, en het zijn er 400')
  const other = await ask(portal, { q: batteries, thema: 'voedsel' })
  expect(other.fitting).not.toContain(pilots)
  expect(other.why).toContain('Gaat over energie, niet over voedsel')
}, 120_000)

test('without words it ranks by the other answers and says so; with nothing it explains itself', async () => {
  const portal = await finderPortal()
  const page = await ask(portal, { thema: 'energie', postcode: '5611' })
  expect(page.text).toContain('Zonder eigen woorden')
  expect(page.fitting.slice(0, 3)).toContain('energiehubs')
  expect(page.fitting.length).toBeLessThanOrEqual(20)
  const nonsense = await ask(portal, { q: 'xyzzy plugh', thema: 'energie' })
  expect(nonsense.text).toContain('Bij deze woorden is niets gevonden')
  expect(nonsense.fitting.length).toBeGreaterThan(0)

  const nothing = await ask(portal, {})
  expect(nothing.text).toContain('Zo werkt het')
  expect(nothing.fitting).toEqual([])
  const unknown = await ask(portal, { soort: 'kabouter', hulp: 'alles', thema: 'onzin' })
  expect(unknown.text).toContain('soort=kabouter, thema=onzin, hulp=alles')
}, 120_000)

test('without a first index words do not count yet, and the other answers do', async () => {
  const portal = await testPortal()
  const page = parts(await (await portal.get(`/programmawijzer?q=batterij&thema=energie`)).text())
  expect(page.text).toContain('Schakel kan de woorden nu nog niet wegen')
  expect(page.fitting).toContain('energiehubs')
  const own = await portal.get('/organisaties/stroomruimte-voorbeeld/programmas')
  expect(own.status).toBe(200)
})

test('a wrong postcode or number is told, what was typed stays, and the rest counts', async () => {
  const portal = await finderPortal()
  await portal.db.deleteFrom('postcode_range').where('last', '>=', 9999).execute()
  for (const [postcode, told] of [
    ['12ab', 'geen Nederlandse postcode'],
    ['9999', 'kennen we niet'],
    ['<b>1234', 'geen Nederlandse postcode'],
  ] as const) {
    const page = await ask(portal, { q: batteries, postcode, medewerkers: 'veel' })
    expect(page.html).toContain('role="alert"')
    expect(page.text, postcode).toContain(told)
    expect(page.text).toContain('Vul het aantal mensen in als een getal')
    expect(page.html).toContain(`value="${postcode.replace('<', '&lt;').replace('>', '&gt;')}"`)
    expect(page.html).toContain('href="#vraag-postcode"')
    expect(page.html).toContain('id="vraag-postcode-fout"')
    expect(page.fitting[0]).toBe(pilots)
  }
}, 120_000)

test('what an organisation writes finds what fits it; what is hidden or withdrawn is not there', async () => {
  const portal = await finderPortal()
  const path = '/organisaties/stroomruimte-voorbeeld/programmas'
  const page = await ask(portal, {}, path)
  expect(page.fitting[0]).toBe(pilots)
  expect(page.text).toContain('Sluit aan op')
  expect(page.html).toContain('/organisaties/stroomruimte-voorbeeld/partners')
  for (const from of ['/organisaties/stroomruimte-voorbeeld', '/organisaties/stroomruimte-voorbeeld/partners']) {
    expect(await (await portal.get(from)).text(), from).toContain(`href="${path}"`)
  }
  await portal.db.updateTable('call').set({ published_at: null }).where('slug', '=', pilots).execute()
  const after = await ask(portal, {}, path)
  expect([...after.fitting, ...after.hindered]).not.toContain(pilots)
  // The organisation's own words on it may still be quoted.
  expect(page.text).toContain('Proeftuinen tegen netcongestie')
  expect(after.text).not.toContain('Proeftuinen')
  expect((await portal.get('/organisaties/bestaat-niet/programmas')).status).toBe(404)
}, 120_000)

test('what was posted gets an address when one can hold it, and an answer at once when none can', async () => {
  const portal = await finderPortal()
  const post = (answers: Record<string, string>) =>
    portal.get('/programmawijzer', { method: 'POST', body: new URLSearchParams(answers) })
  const short = await post({
    q: ` ${batteries} `,
    soort: 'sme',
    medewerkers: '',
    postcode: '12ab',
    thema: '',
    hulp: 'geld',
  })
  expect(short.status).toBe(303)
  const address = new URL(short.headers.get('location') ?? '', portal.url)
  expect(Object.fromEntries(address.searchParams)).toEqual({
    q: batteries,
    soort: 'sme',
    postcode: '12ab',
    hulp: 'geld',
  })

  const hostile = [
    `${batteries}. `.repeat(1200),
    `<script>alert(1)</script> 🔋 ‏משאבה‏ ${batteries} \u0000 `.repeat(60),
  ]
  for (const q of hostile) {
    const long = await post({ q, postcode: '8911' })
    expect(long.status).toBe(200)
    const page = parts(await long.text())
    expect(page.fitting[0]).toBe(pilots)
    expect(page.text).toContain('te lang voor een adres')
    expect(page.html).not.toContain('<script>alert')
    expect(page.html).toContain('value="8911"')
  }
  expect(portal.errors).toEqual([])
}, 120_000)
