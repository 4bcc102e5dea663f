import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

/** A made-up download: rows with only the columns that matter to a test, the others as they usually are. */
type Row = Partial<Record<string, string>>

const usual = {
  organization: {
    projectID: '700000001',
    projectAcronym: '',
    organisationID: '600000001',
    vatNumber: '',
    name: 'VOORBEELD BV',
    shortName: '',
    SME: 'true',
    activityType: 'PRC',
    street: '',
    postCode: '5611 AB',
    city: 'Eindhoven',
    country: 'NL',
    nutsCode: 'NL414',
    organizationURL: '',
    role: 'participant',
    endOfParticipation: 'false',
  },
  project: {
    id: '700000001',
    acronym: 'PROEF',
    status: 'SIGNED',
    title: 'A made-up project',
    startDate: '2024-01-01',
    endDate: '2027-12-31',
    ecMaxContribution: '1000000.0',
    topics: 'HORIZON-PROEF-01',
    objective: 'To try an import.',
  },
  euroSciVoc: { projectID: '', euroSciVocPath: '/x', euroSciVocTitle: '' },
  topics: { projectID: '', topic: '', title: '' },
}

export interface Rows {
  organization: Row[]
  project: Row[]
  euroSciVoc?: Row[]
  topics?: Row[]
}

function csv(columns: string[], rows: string[][]): string {
  const line = (values: string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')
  return `${[columns, ...rows].map(line).join('\n')}\n`
}

/** The four files, by name, as text. */
export function download(rows: Rows): Record<string, string> {
  const entries = Object.entries(usual).map(([name, defaults]) => {
    const table = rows[name as keyof Rows] ?? []
    const full = table.map((row) => Object.values({ ...defaults, ...row } as Record<string, string>))
    return [`${name}.csv`, csv(Object.keys(defaults), full)]
  })
  return Object.fromEntries(entries)
}

/** A folder of its own, gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'schakel-import-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

export function writeFolder(files: Record<string, string | Uint8Array>, path = folder()): string {
  mkdirSync(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

/** A zip file with these files, packed. */
export function writeZip(files: Record<string, string>): string {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const path = Buffer.from(name)
    // Version, UTF-8 names, deflate, no time, a date, then checksum and sizes: the same in both headers.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const start = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, path]))
    local.push(start)
    offset += start.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  const path = join(folder(), 'download.zip')
  writeFileSync(path, Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end]))
  return path
}
