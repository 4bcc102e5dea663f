import { pipeline } from 'node:stream'
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
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    max_record_size: longestRow,
    relax_column_count: true,
  })
  async function* decode(chunks: AsyncIterable<Buffer>) {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    for await (const chunk of chunks) {
      onBytes(chunk.length)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  }
  // What goes wrong on the way reaches whoever reads from the parser.
  pipeline(await file.open(), decode, parser, () => {})

  const wanted = Object.keys(shape.shape)
  let header: string[] | undefined
  let lines = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = lines + 1
      lines = info.lines
      if (!header) {
        header = record
        checkHeader(file, header, wanted)
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
    if (error instanceof CsvError) throw new WrongInput(`${file.name}, line ${lines + 1}: ${explained(error)}`)
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new WrongInput(`${file.name}, after line ${lines}: the file is not UTF-8 text`)
    }
    throw error
  }
  if (!header) throw new WrongInput(`${file.name} is empty`)
}

function explained(error: CsvError): string {
  return broken[error.code] ?? error.message
}

function checkHeader(file: InputFile, header: string[], wanted: string[]) {
  const other = [',', '\t', '|'].find((sign) => header.length === 1 && header[0]?.includes(sign))
  if (other) {
    const sign = other === '\t' ? 'a tab' : `"${other}"`
    throw new WrongInput(`${file.name}, line 1: the columns are separated by ${sign}, expected "${delimiter}"`)
  }
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
  const shown = value === '' ? 'empty' : `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"`
  throw new WrongInput(`${file.name}, line ${line}, column ${column}: ${shown} is not ${issue?.message}`)
}
