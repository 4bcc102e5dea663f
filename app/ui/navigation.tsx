import { useLocation } from '@remix-run/react'

export interface Page {
  href: string
  label: string
}

/** The page that an address is of, or lies under; undefined when there is none. @param pages the most general first */
export function pageAt(pages: Page[], path: string): Page | undefined {
  return pages.filter(({ href }) => `${path}/`.startsWith(`${href}/`)).at(-1)
}

/** Pages beside each other, as items of a list; where one is stands out. @param under when the address does not say it */
export function NavigationLinks(props: { pages: Page[]; path: string; under?: string }) {
  const under = props.under ?? pageAt(props.pages, props.path)?.href
  return props.pages.map(({ href, label }) => (
    <li key={href}>
      <a
        href={href}
        aria-current={href === props.path ? 'page' : href === under ? 'true' : undefined}
        className="block border-b-3 border-transparent py-1 text-ink no-underline hover:text-action hover:underline aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
      >
        {label}
      </a>
    </li>
  ))
}

/** The pages of one part of the portal, each one click from the others. */
export function SubNavigation(props: { label: string; pages: Page[]; under?: string; className: string }) {
  const { pathname } = useLocation()
  return (
    <nav aria-label={props.label} className={`no-print border-b border-line ${props.className}`}>
      <ul className="flex flex-wrap gap-x-3">
        <NavigationLinks pages={props.pages} path={pathname} under={props.under} />
      </ul>
    </nav>
  )
}
