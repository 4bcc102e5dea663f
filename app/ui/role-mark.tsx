import { type Mark, marks } from '../domain/participation/types.ts'

/** The drawings of the marks, once on a page; each mark then refers to its own. */
export function RoleMarkDrawings() {
  return (
    <svg className="hidden" aria-hidden="true">
      {marks.map((mark) => (
        <symbol key={mark} id={`rol-${mark}`} viewBox="0 0 20 20">
          {shapes[mark]}
        </symbol>
      ))}
    </svg>
  )
}

/** One sign per role, different in shape and not only in colour, with its name for who does not see it. */
export function RoleMark({ mark, name, named }: { mark: Mark; name: string; named?: boolean }) {
  return (
    <span className="inline-flex items-center gap-0.5">
      <svg className="size-2.5 shrink-0 text-action" aria-hidden="true">
        <use href={`#rol-${mark}`} />
      </svg>
      <span className={named ? undefined : 'sr-only'}>{name}</span>
    </span>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 }
const shapes: Record<Mark, JSX.Element> = {
  lead: (
    <path
      fill="currentColor"
      d="m10 1 2.7 5.8 6.300.8-4.600 4.300 1.200 6.200L10 15l-5.600 3.100 1.200-6.200L1 7.600l6.300-.8z"
    />
  ),
  partner: <circle cx="10" cy="10" r="7" fill="currentColor" />,
  observer: <circle cx="10" cy="10" r="6" {...line} />,
  unstated: (
    <>
      <circle cx="10" cy="10" r="6" {...line} />
      <circle cx="10" cy="10" r="2.5" fill="currentColor" />
    </>
  ),
  invited: <circle cx="10" cy="10" r="6" {...line} strokeDasharray="3 2.400" />,
  absent: <path d="M5 10h10" className="text-muted" {...line} />,
  unknown: (
    <text x="10" y="15" textAnchor="middle" fontSize="14" className="fill-muted">
      ?
    </text>
  ),
}
