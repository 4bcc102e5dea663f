import { ChevronRight, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Crumb {
  href: string
  label: string
}

/** Where the page is, its one h1, a short introduction, and what of its address was not understood. */
export function PageHeader(props: {
  title: string
  /** When the title is in another language than the page. */
  titleLanguage?: string
  intro?: string
  crumbs?: Crumb[]
  ignored?: string[]
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1 pb-3">
      {props.crumbs && (
        <nav aria-label={t('common.breadcrumbs')} className="no-print text-sm">
          <ol className="flex flex-wrap items-center gap-0.5">
            {[{ href: '/', label: t('common.homeWord') }, ...props.crumbs].map(({ href, label }, index) => (
              <li key={href} className="flex items-center gap-0.5">
                {index > 0 && <ChevronRight className="size-2 text-muted" aria-hidden="true" />}
                <a href={href} className="py-0.5">
                  {label}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {props.children}
      <h1 lang={props.titleLanguage} className="max-w-[24ch] text-2xl sm:max-w-[32ch]">
        {props.title}
      </h1>
      {props.intro && <p className="text-lg text-muted">{props.intro}</p>}
      {props.ignored && props.ignored.length > 0 && (
        <Notice title={t('common.ignoredTitle')}>
          {t('common.ignored', { values: props.ignored.slice(0, 5).join(', ') })}
        </Notice>
      )}
    </div>
  )
}

/** Something the reader should know before reading on. */
export function Notice({
  title,
  children,
  tone = 'info',
}: {
  title?: string
  children: ReactNode
  tone?: 'info' | 'warn'
}) {
  const Icon = tone === 'warn' ? TriangleAlert : Info
  return (
    <div
      role="note"
      className={`flex max-w-[80ch] gap-2 rounded-sm border-l-4 p-2 ${
        tone === 'warn' ? 'border-warn bg-warn-tint' : 'border-action bg-action-tint'
      }`}
    >
      <Icon
        className={`mt-0.5 size-2.5 shrink-0 ${tone === 'warn' ? 'text-warn' : 'text-action'}`}
        aria-hidden="true"
      />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        <div>{children}</div>
      </div>
    </div>
  )
}

/** A part of a page with its heading, which can be linked to. */
export function Section(props: { id: string; title: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="flex flex-col gap-2 pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h2 id={props.id} className="text-xl">
          {props.title}
        </h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}

/** Names and values, in one or two columns. Empty values are left out by the caller. */
export function Details({
  items,
}: {
  items: ({ label: string; value: ReactNode } | false | '' | null | undefined)[]
}) {
  return (
    <dl className="grid gap-x-3 gap-y-1">
      {items.map(
        (item) =>
          item && (
            <div key={item.label} className="border-b border-line pb-1">
              <dt className="text-sm text-muted">{item.label}</dt>
              <dd className="prose-links">{item.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** A link to another site; its address is what one reads. */
export function Website({ href }: { href: string }) {
  return (
    <a href={href} rel="external noopener" className="underlined">
      {href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}

/** A day to look back from. */
export function DayField(props: { name: string; label: string; help: string; value: string }) {
  const id = `veld-${props.name}`
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="font-semibold">
        {props.label}
      </label>
      <span id={`${id}-uitleg`} className="text-sm text-muted">
        {props.help}
      </span>
      <input
        id={id}
        type="date"
        name={props.name}
        defaultValue={props.value}
        aria-describedby={`${id}-uitleg`}
        className="field"
      />
    </div>
  )
}

/** The facts that say at a glance what a page is about: beside it on a wide screen, above it on a small one. */
export function Glance({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <aside aria-labelledby="kort" className="order-first self-start rounded-md bg-sand p-2 lg:order-last">
      <h2 id="kort" className="pb-1 text-base">
        {t('common.atAGlance')}
      </h2>
      {children}
    </aside>
  )
}
