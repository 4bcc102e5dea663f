import type { RouteConfigEntry } from '@remix-run/route-config'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { exportResponse } from '#app/http/export.server.ts'
import routes from '#app/routes.ts'
import { sampleEvidence } from '../support/evidence.ts'
import { testPortal } from '../support/portal.ts'

const lists = (routes as RouteConfigEntry[]).flatMap(({ path }) =>
  path?.endsWith('.csv') ? [path.slice(0, -4)] : [],
)

async function csv(answer: Response): Promise<string[][]> {
  return parse(await answer.text(), { delimiter: ';', bom: true })
}

test.each(lists)('%s: the CSV and the XLSX hold the same cells', async (list) => {
  const portal = await testPortal()
  await sampleEvidence(portal.db)
  const rows = await csv(await portal.get(`/${list}.csv`))
  const file = await portal.get(`/${list}.xlsx`)
  expect(file.headers.get('content-disposition')).toMatch(new RegExp(`filename="schakel-${list}-2026-11-21.xlsx"`))
  const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()))
  const cells = (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  expect(rows.length).toBeGreaterThan(2)
  expect(cells).toEqual(rows)
  expect(portal.errors).toEqual([])
})

test('a download has the filters of its page and is never cut off', async () => {
  const portal = await testPortal()
  const all = await csv(await portal.get('/organisaties.csv?pagina=3'))
  const { n } = await portal.db
    .selectFrom('public_organisation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(all).toHaveLength(n + 1)
  const some = await csv(await portal.get('/organisaties.csv?rom=impuls-zeeland&soort=knowledge_institution'))
  expect(some.slice(1).map(([slug]) => slug)).toEqual([
    'hz-university-of-applied-sciences',
    'praktijkcentrum-zilt-voorbeeld',
  ])
})

test('a text that a spreadsheet would run is kept a text', async () => {
  const answer = await exportResponse(
    {
      name: 'x',
      columns: ['a', 'b'],
      rows: [
        ['=HYPERLINK("http://evil.example")', -5],
        ['@SUM(1)', null],
      ],
    },
    'csv',
  )
  expect(await csv(answer)).toEqual([
    ['a', 'b'],
    [`'=HYPERLINK("http://evil.example")`, '-5'],
    [`'@SUM(1)`, ''],
  ])
})
