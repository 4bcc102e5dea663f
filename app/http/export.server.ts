import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'

export interface ExportTable {
  /** The file's name without its ending. */
  name: string
  columns: string[]
  rows: (string | number | null)[][]
}

// A spreadsheet runs what begins with one of these as a formula; a quote before it keeps it a text.
const formula = /^[=+\-@\t\r]/

function safe(value: string | number | null): string | number {
  return typeof value === 'string' && formula.test(value) ? `'${value}` : (value ?? '')
}

/** The table as a file to download. CSV is UTF-8 with a byte order mark and semicolons, as Dutch Excel reads it. */
export async function exportResponse(table: ExportTable, format: 'csv' | 'xlsx'): Promise<Response> {
  const headers = { 'Content-Disposition': `attachment; filename="${table.name}.${format}"` }
  if (format === 'csv') {
    const text = stringify([table.columns, ...table.rows.map((row) => row.map(safe))], {
      delimiter: ';',
      bom: true,
      record_delimiter: '\r\n',
    })
    return new Response(text, { headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' } })
  }
  const head = table.columns.map((value) => ({ value, fontWeight: 'bold' as const }))
  const body = table.rows.map((row) => row.map((value) => (value === null ? null : { value })))
  const file = await writeXlsx([head, ...body], { stickyRowsCount: 1 }).toBuffer()
  return new Response(new Uint8Array(file), {
    headers: { ...headers, 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  })
}
