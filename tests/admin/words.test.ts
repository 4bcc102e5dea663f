import { expect, test } from 'vitest'
import { rebuildAsked } from '#search/outbox.ts'
import { signedInAs } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { testSearch } from '../support/search.ts'
import { script } from './people.ts'

const hydrogen = '/beheer/woorden/hydrogen'
const add = (label: string, language = 'nl') => ({ intent: 'add', label, language })

test('an own word finds what has the concept once the indexes are new, and no longer when it is taken off', async () => {
  let made: ReturnType<typeof testSearch> | undefined
  const portal = await testPortal({
    search: (db) => {
      made = testSearch(db, { only: 'search' })
      return made
    },
  })
  const { sync, matcher } = made as ReturnType<typeof testSearch>
  await sync.catchUp()
  const found = async (text: string) => {
    const request = { filter: {}, language: 'nl', limit: 50, offset: 0, facets: false } as const
    const answer = await portal.search.find({ ...request, text, types: ['organisation'], sort: 'name' })
    return answer?.hits.map(({ id }) => id)
  }
  const understood = (text: string) => matcher.understood([{ text, language: 'nl' }]).map(({ id }) => id)
  const known = await found('waterstof')
  expect(known?.length).toBeGreaterThan(0)
  expect(await found('kwoekbrander')).toEqual([])
  const admin = await signedInAs(portal, 'beheerder')
  const page = async (path = hydrogen) => (await admin.get(path)).text()
  expect(await page()).not.toContain('De zoekindex wordt hiervoor opnieuw gemaakt')

  const added = await admin.post(hydrogen, add('  Kwoekbrander '))
  expect([added.status, added.headers.get('location')]).toEqual([303, `${hydrogen}?gedaan=add`])
  expect(await rebuildAsked(portal.db)).toBe(true)
  const waiting = await page(`${hydrogen}?gedaan=add`)
  for (const text of ['Het woord is toegevoegd', 'De zoekindex wordt hiervoor opnieuw gemaakt', 'Anna de Wit']) {
    expect(waiting).toContain(text)
  }
  await sync.catchUp()
  expect(await rebuildAsked(portal.db)).toBe(false)
  expect(await found('kwoekbrander')).toEqual(known)
  expect(understood('Wij maken kwoekbranders.')).toEqual(['hydrogen'])
  expect(await page()).toContain(`${known?.length} gevonden met “waterstof”`)
  expect(await page('/beheer/woorden?q=kwoek')).toContain(`href="${hydrogen}"`)
  expect(await page('/beheer/woorden?eigen=ja')).toContain('1–1 van 1')

  const { id } = await portal.db.selectFrom('lexicon_word').select('id').executeTakeFirstOrThrow()
  expect((await admin.post(hydrogen, { intent: 'end', word: id })).status).toBe(303)
  await sync.catchUp()
  expect(await found('kwoekbrander')).toEqual([])
  expect(understood('kwoekbrander')).toEqual([])
  const log = await page('/beheer/logboek?soort=lexicon_word')
  expect(log).toContain('Kwoekbrander')
  expect(log).toContain('Beëindigd op')
  expect(portal.errors).toEqual([])
})

test('a word that is added while the indexes are made anew has them made once more', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  await admin.post(hydrogen, add('kwoekbrander'))
  const asked = () => portal.db.selectFrom('search_outbox').select('seq').where('type', '=', '*').executeTakeFirst()
  const first = await asked()
  await admin.post(hydrogen, add('snorbalgas'))
  expect((await asked())?.seq).toBeGreaterThan(first?.seq ?? 0)
  expect(portal.errors).toEqual([])
})

test('what is refused says why, names who has the word already, and keeps what was typed', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const refusal = async (label: string, language = 'nl') => {
    const answer = await admin.post(hydrogen, add(label, language))
    const html = await answer.text()
    expect(answer.status, label).toBe(400)
    expect(html).not.toContain(script)
    return html
  }
  expect(await refusal('Zonnepaneel')).toMatch(/hoort al bij het begrip “[^“]*zon[^“]*”/i)
  expect(await refusal('waterstof')).toContain('hoort al bij het begrip “waterstof”')
  // An abbreviation stands for one thing in both languages.
  expect(await refusal('KI', 'en')).toContain('hoort al bij het begrip “kunstmatige intelligentie”')
  for (const odd of ['a;b', 'a\tb;c', script, '123', '-', '…', '{{taken}}', '$t(form.kept)']) {
    expect(await refusal(odd), odd).toContain('Vul een woord in van letters')
  }
  expect(await refusal('   ')).toContain('Vul een woord in van letters')
  expect(await refusal('x'.repeat(81))).toContain('Dit is te lang')
  expect(await refusal('de kwoekbrander')).toContain('Begin niet met een woord als')
  const kept = await refusal('het brandende gas', 'en')
  expect(kept).toContain('value="het brandende gas"')
  expect(await refusal('kwoekbrander', 'fy')).toContain('Kies Nederlands of Engels')

  expect((await admin.post(hydrogen, add('kwoekbrander'))).status).toBe(303)
  expect((await admin.post('/beheer/woorden/solar-panel', add('KWOEKBRANDER'))).status).toBe(400)
  // In the other language it is another word.
  expect((await admin.post(hydrogen, add('kwoekbrander', 'en'))).status).toBe(303)
  expect(await portal.db.selectFrom('lexicon_word').selectAll().execute()).toHaveLength(2)

  const dutch = portal.db.selectFrom('lexicon_word').select('id').where('language', '=', 'nl')
  const { id } = await dutch.executeTakeFirstOrThrow()
  expect((await admin.post('/beheer/woorden/solar-panel', { intent: 'end', word: id })).status).toBe(404)
  expect((await admin.post(hydrogen, { intent: 'end', word: 'x' })).status).toBe(404)
  expect((await admin.get('/beheer/woorden/bestaat-niet')).status).toBe(404)
  for (const wrong of [{}, { intent: 'x' }, { ...add('kwoekgaz'), concept: 'water' }]) {
    expect((await admin.post(hydrogen, wrong as Record<string, string>)).status).toBe(400)
  }
  // Taken off, it is free again; twice is once.
  for (let i = 0; i < 2; i++) expect((await admin.post(hydrogen, { intent: 'end', word: id })).status).toBe(303)
  expect((await admin.post('/beheer/woorden/solar-panel', add('kwoekbrander'))).status).toBe(303)
  expect(portal.errors).toEqual([])
})

test('the list is found by a word in either language, a theme and a file, and is all of the lexicon in pages', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const page = async (search: string) => (await admin.get(`/beheer/woorden${search}`)).text()
  const total = portal.lexicon.files.concepts.length.toLocaleString('nl')
  expect(await page('')).toContain(`1–50 van ${total}`)
  const first = await page('?q=HYDROGEN')
  expect(first.indexOf(`href="${hydrogen}"`)).toBeLessThan(first.indexOf('href="/beheer/woorden/hydrogen-carrier"'))
  expect(await page('?q=waterstof&thema=voedsel')).toContain('Niets gevonden')
  const health = portal.lexicon.files.concepts.filter(({ file }) => file === 'health').length
  expect(await page('?lijst=health')).toContain(`van ${health}`)
  expect(await page('?lijst=x&thema=y')).toContain('Een deel van het adres is niet gebruikt')
  expect(await page(`?q=${encodeURIComponent(script)}`)).not.toContain(script)
  const concept = await (await admin.get(`${hydrogen}?taal=en`)).text()
  for (const text of [
    'waterstof',
    'H2',
    'in capitals only',
    'The search server does not answer now',
    'Under this fall',
  ]) {
    expect(concept).toContain(text)
  }
  expect(portal.errors).toEqual([])
})
