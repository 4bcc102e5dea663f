import { pipeline } from 'node:stream'
import { crc32 } from 'node:zlib'
import { CsvError, type Info, parse } from 'csv-parse'
import type { z } from 'zod'
import type { InputFile } from './files.ts'
import { WrongInput } from './wrong-input.ts'

/** No row is longer than this: a quote that is never closed must not take in the rest of the file. In bytes. */
const longestRow = 1_000_000
const delimiter = ';'

const broken: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted value is not closed',
  CSV_MAX_RECORD_SIZE: 'a quoted value is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote inside a quoted value is not doubled',
  INVALID_OPENING_QUOTE: 'a quote stands in a value that is not quoted',
}

interface Options {
  /** Which rows to check and give; the others are only taken apart. */
  keep?: (row: Record<string, string>) => boolean
  /** Told of every piece that was read. */
  onBytes?: (bytes: number) => void
}

/**
 * Reads the rows of a CSV file one by one: `;` between the values, a header, UTF-8 with or without a byte order mark.
 * @throws WrongInput naming the file, the line and the column
 */
export async function* readRows<Shape extends z.ZodObject>(
  file: InputFile,
  shape: Shape,
  { keep = () => true, onBytes = () => {} }: Options = {},
): AsyncGenerator<z.output<Shape>> {
  let header: string[] | undefined
  let firstLine: string | undefined
  let parsedLines = 0
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    max_record_size: longestRow,
    relax_column_count: true,
    // When a row is broken, the rows before it that nobody has taken yet are gone: this remembers where it begins.
    on_record: (record, { lines }) => {
      parsedLines = lines
      return record
    },
  })
  const source = await file.open()
  let unreadable: Error | undefined
  source.once('error', (error) => {
    unreadable = error
  })
  async function* decode(chunks: AsyncIterable<Buffer>) {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    let sum = 0
    for await (const chunk of chunks) {
      onBytes(chunk.length)
      sum = crc32(chunk, sum)
      const text = decoder.decode(chunk, { stream: true })
      firstLine ??= text.split('\n', 1)[0]
      yield text
    }
    yield decoder.decode()
    if (file.crc32 !== undefined && sum !== file.crc32)
      throw new WrongInput(`${file.name} is damaged in the zip file`)
  }
  // What goes wrong on the way reaches whoever reads from the parser.
  pipeline(source, decode, parser, () => {})

  const wanted = Object.keys(shape.shape)
  let lines = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = lines + 1
      lines = info.lines
      if (!header) {
        header = record
        checkHeader(file, header, wanted, firstLine ?? '')
        continue
      }
      if (record.length !== header.length) {
        throw new WrongInput(`${file.name}, line ${line}: ${record.length} values for ${header.length} columns`)
      }
      const row: Record<string, string> = {}
      for (const [index, column] of header.entries()) row[column] = record[index] ?? ''
      if (keep(row)) yield checked(file, line, shape, row)
    }
  } catch (error) {
    if (unreadable) throw new WrongInput(`${file.name} cannot be read: ${unreadable.message}`)
    if (error instanceof CsvError) {
      checkDelimiter(file, firstLine ?? '')
      throw new WrongInput(`${file.name}, line ${parsedLines + 1}: ${broken[error.code] ?? error.message}`)
    }
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new WrongInput(`${file.name}, after line ${parsedLines}: the file is not UTF-8 text`)
    }
    throw error
  }
  if (!header) throw new WrongInput(`${file.name} is empty`)
}

function checkDelimiter(file: InputFile, firstLine: string) {
  const other = firstLine.includes(delimiter) ? undefined : [',', '\t', '|'].find((sign) => firstLine.includes(sign))
  if (!other) return
  const sign = other === '\t' ? 'a tab' : `"${other}"`
  throw new WrongInput(`${file.name}, line 1: the columns are separated by ${sign}, expected "${delimiter}"`)
}

function checkHeader(file: InputFile, header: string[], wanted: string[], firstLine: string) {
  checkDelimiter(file, firstLine)
  const missing = wanted.find((column) => !header.includes(column))
  if (missing) {
    throw new WrongInput(`${file.name}, line 1, column ${missing}: missing. The columns are ${header.join(', ')}`)
  }
}

function checked<Shape extends z.ZodObject>(
  file: InputFile,
  line: number,
  shape: Shape,
  row: Record<string, string>,
): z.output<Shape> {
  const parsed = shape.safeParse(row)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const column = String(issue?.path[0])
  const value = row[column] ?? ''
  const shown = value.length > 60 ? `${value.slice(0, 60)}...` : value
  const wrong = value === '' ? 'empty' : `"${shown}" is not ${issue?.message}`
  throw new WrongInput(`${file.name}, line ${line}, column ${column}: ${wrong}`)
}
