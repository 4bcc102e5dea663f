import { expect, test } from 'vitest'
import { fileNames, readCordis } from '../../scripts/import/cordis/read.ts'
import { withFiles } from '../../scripts/import/files.ts'
import { showProgress } from '../../scripts/import/progress.ts'
import { Tally } from '../../scripts/import/tally.ts'
import { download, folder, writeFolder, writeZip } from './download.ts'

const quiet = { step() {}, end() {} }
const good = download({ organization: [{}], project: [{}] })

function read(path: string) {
  return withFiles(path, fileNames, (files) => readCordis(files, new Tally(), quiet))
}

async function message(path: string): Promise<string> {
  return read(path).then(
    () => 'no error',
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  )
}

/** The message for a good download in which one file was spoiled. */
function spoiled(name: string, spoil: (text: string) => string | Uint8Array): Promise<string> {
  return message(writeFolder({ ...good, [name]: spoil(good[name] ?? '') }))
}

test('a folder, a folder in it, a zip and a zip with a folder are read alike', async () => {
  const expected = await read(writeFolder(good))
  expect(expected.organisations.length).toBe(1)
  const above = folder()
  writeFolder(good, `${above}/csv`)
  expect(await read(above)).toEqual(expected)
  expect(await read(writeZip(good))).toEqual(expected)
  const inside = Object.fromEntries(Object.entries(good).map(([name, text]) => [`csv/${name}`, text]))
  const shadow = { '__MACOSX/csv/project.csv': 'x' }
  expect(await read(writeZip({ ...inside, ...shadow }))).toEqual(expected)
  const marked = { ...good, 'project.csv': `\ufeff${good['project.csv']?.replaceAll('\n', '\r\n')}` }
  expect(await read(writeFolder(marked))).toEqual(expected)
})

test('what is not there, or no zip, is said', async () => {
  expect(await message('/nowhere/at-all')).toBe('WrongInput: /nowhere/at-all does not exist.')
  const { 'topics.csv': _, ...three } = good
  expect(await message(writeFolder(three))).toContain('topics.csv is not in ')
  expect(await message(writeZip(three))).toContain('topics.csv is not in ')
  expect(await message(`${writeFolder(good)}/project.csv`)).toContain('project.csv cannot be read as a zip file: ')
  expect(await message(writeZip({ ...good, 'a/project.csv': 'x' }))).toMatch(/project\.csv is in .* twice/)
})

test.each<[string, string, (text: string) => string | Uint8Array, string]>([
  [
    'missing column',
    'organization.csv',
    (t) => t.replace('"name"', '"naam"'),
    'organization.csv, line 1, column name: missing',
  ],
  [
    'commas',
    'project.csv',
    (t) => t.replaceAll('";"', '","'),
    'project.csv, line 1: the columns are separated by ","',
  ],
  ['empty', 'topics.csv', () => '', 'topics.csv is empty'],
  [
    'bad number',
    'organization.csv',
    (t) => t.replace('"600000001"', '"PIC"'),
    'organization.csv, line 2, column organisationID: "PIC" is not a number',
  ],
  [
    'no name',
    'organization.csv',
    (t) => t.replace('"VOORBEELD BV"', '""'),
    'organization.csv, line 2, column name: empty',
  ],
  [
    'bad role',
    'organization.csv',
    (t) => t.replace('"participant"', '"boss"'),
    'organization.csv, line 2, column role: "boss" is not one of coordinator, ',
  ],
  [
    'bad date',
    'project.csv',
    (t) => t.replace('2024-01-01', '2024-13-01'),
    'project.csv, line 2, column startDate: "2024-13-01" is not a day',
  ],
  [
    'bad amount',
    'project.csv',
    (t) => t.replace('1000000.0', 'a lot'),
    'project.csv, line 2, column ecMaxContribution: "a lot" is not an amount',
  ],
  ['too few values', 'project.csv', (t) => `${t}"700000002";"x"\n`, 'project.csv, line 3: 2 values for 9 columns'],
  ['open quote', 'project.csv', (t) => `${t}"700000002;x\n`, 'project.csv, line 3: a quoted value is not closed'],
  [
    'endless quote',
    'project.csv',
    (t) => `${t}"${'x\n'.repeat(600_000)}`,
    'project.csv, line 3: a quoted value is not closed',
  ],
  [
    'quote within',
    'project.csv',
    (t) => t.replace('made-up', '"made"-up'),
    'project.csv, line 2: a quote inside a quoted value is not doubled',
  ],
  [
    'stray quote',
    'project.csv',
    (t) => t.replace('"A made', 'A "made'),
    'project.csv, line 2: a quote stands in a value that is not quoted',
  ],
  [
    'another encoding',
    'project.csv',
    (t) => Buffer.from(t.replace('made', 'é'), 'latin1'),
    'project.csv, after line 0: the file is not UTF-8 text',
  ],
])('%s in %s names the place', async (_what, name, spoil, expected) => {
  expect(await spoiled(name, spoil)).toContain(`WrongInput: ${expected}`)
})

test('lines are counted through values of several lines', async () => {
  const rows = download({
    organization: [{}, { projectID: '700000002' }],
    project: [{ objective: 'one\ntwo\n\nthree' }, { id: '700000002', status: 'ON HOLD' }],
  })
  expect(await message(writeFolder(rows))).toContain('project.csv, line 6, column status: "ON HOLD" is not one of')
})

test('a zip that was cut off or damaged is named', async () => {
  const path = writeZip({ ...good, 'project.csv': good['project.csv'] + ' '.repeat(9) })
  const { readFileSync, writeFileSync } = await import('node:fs')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.subarray(0, bytes.length - 30))
  expect(await message(path)).toContain('cannot be read as a zip file')
  bytes.fill(0xff, 60, 120)
  writeFileSync(path, bytes)
  expect(await message(path)).toMatch(/WrongInput: organization\.csv cannot be read: /)
})

test('rows of other countries are not checked, and keep nothing', async () => {
  const other = { country: 'BE', organisationID: '', role: 'anything' }
  const { organisations, projects } = await read(
    writeFolder(
      download({
        organization: [{}, other, { ...other, projectID: '700000009' }],
        project: [{}, { id: '700000009', status: '' }],
      }),
    ),
  )
  expect(organisations.length).toBe(1)
  expect(projects.map(({ row }) => row.id)).toEqual(['700000001'])
})

test('progress is a bar on a terminal and a few lines elsewhere', () => {
  let time = 0
  const written: string[] = []
  const screen = { isTTY: true, write: (text: string) => written.push(text) }
  const bar = showProgress(screen, () => time)
  bar.step('reading', 1, 4)
  bar.step('reading', 2, 4)
  time = 200
  bar.step('reading', 3, 4)
  bar.end()
  expect(written).toEqual([
    '\r\u001b[K[#######.....................]  25% reading',
    '\r\u001b[K[#####################.......]  75% reading',
    '\r\u001b[K',
  ])
  written.length = 0
  const lines = showProgress({ write: screen.write }, () => time)
  for (time = 0; time <= 6000; time += 1000) lines.step('writing', time, 6000)
  lines.end()
  expect(written).toEqual(['  0% writing\n', ' 50% writing\n', '100% writing\n'])
})
