import type { ReactNode } from 'react'
import { ScrollRegion } from './scroll-region.tsx'

/**
 * A table with a head per column, in what scrolls when it is too wide.
 * @param label names it for who does not see it, and makes it scroll by keyboard too
 * @param children its rows
 */
export function Table(props: { label?: string; caption?: string; heads: string[]; children: ReactNode }) {
  const table = (
    <table className="table">
      {props.caption && <caption className="pb-1 text-left text-sm text-muted">{props.caption}</caption>}
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  )
  return props.label ? (
    <ScrollRegion label={props.label}>{table}</ScrollRegion>
  ) : (
    <div className="scroll">{table}</div>
  )
}
