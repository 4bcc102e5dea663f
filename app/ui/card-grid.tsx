import type { ReactNode } from 'react'

const columns = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-2 lg:grid-cols-3',
  /** Beside a column of filters. */
  wide3: 'sm:grid-cols-2 xl:grid-cols-3',
}

/** Cards of one height per row, as a list. */
export function CardGrid<Row extends { id: string }>(props: {
  rows: Row[]
  wide: keyof typeof columns
  card: (row: Row) => ReactNode
}) {
  return (
    <ul className={`grid gap-2 ${columns[props.wide]}`}>
      {props.rows.map((row) => (
        <li key={row.id} className="grid">
          {props.card(row)}
        </li>
      ))}
    </ul>
  )
}
