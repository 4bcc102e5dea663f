import { expect, test } from 'vitest'
import { PageQuery } from './query.ts'

const query = (search: string) => new PageQuery(new Request(`http://schakel.test/organisaties${search}`))

test('a known choice is read, an unknown one is ignored and named', () => {
  const page = query('?soort=startup&thema=onzin')
  expect(page.choice('soort', ['startup', 'sme'])).toBe('startup')
  expect(page.choice('thema', ['energie'])).toBeNull()
  expect(page.ignored).toEqual(['thema=onzin'])
})

test('text loses control characters and spaces around it, and is cut off at 200 characters', () => {
  expect(query(`?q=${encodeURIComponent(' wat\u0000er\u202estof ')}`).text('q')).toBe('waterstof')
  const long = query(`?q=${'a'.repeat(10_000)}`)
  expect(long.text('q')).toHaveLength(200)
  expect(long.ignored).toHaveLength(1)
  expect(long.ignored[0]?.length).toBeLessThan(60)
})

test.each([
  ['2026-03-03', '2026-03-03'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['gisteren', null],
  ['0000-00-00', null],
])('the day %s is read as %s', (value, expected) => {
  expect(query(`?datum=${value}`).day('datum')).toBe(expected)
})

test.each([
  ['', 1, 0],
  ['?pagina=3', 3, 48],
  ['?pagina=99999999999999999999', 1, 0],
  ['?pagina=9', 5, 96],
  ['?pagina=-1', 1, 0],
  ['?pagina=1e3', 1, 0],
])('paging %s stays within the pages there are', (search, page, offset) => {
  expect(query(search).page(100, 24)).toEqual({ page, pages: 5, offset })
})

test('an address keeps what is known, starts paging again and drops the language', () => {
  const page = query('?thema=energie&pagina=4&taal=en&utm_source=x')
  expect(page.href({ rom: 'bom' })).toBe('/organisaties?thema=energie&rom=bom')
  expect(page.href({ thema: null })).toBe('/organisaties')
  expect(page.href({ pagina: '2' })).toBe('/organisaties?thema=energie&pagina=2')
})
