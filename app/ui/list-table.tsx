import type { ReactNode } from 'react'
import type { ListChrome } from '../http/list.server.ts'
import { Table } from './table.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
}

/** The list as a dense table of the chosen columns. The first column names the row. */
export function ListTable<Row extends { id: string }>(props: {
  label: string
  columns: Column<Row>[]
  chosen: ListChrome['columns']
  rows: Row[]
}) {
  const shown = props.columns.filter(({ key }) => props.chosen.find((column) => column.key === key)?.selected)
  return (
    <Table label={props.label} heads={shown.map(({ label }) => label)}>
      {props.rows.map((row) => (
        <tr key={row.id}>
          {shown.map(({ key, cell }, index) =>
            index === 0 ? (
              <th key={key} scope="row" className="min-w-[24ch] font-semibold">
                {cell(row)}
              </th>
            ) : (
              <td key={key}>{cell(row)}</td>
            ),
          )}
        </tr>
      ))}
    </Table>
  )
}
