import { CircleCheck, CircleHelp, CircleMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../ui/locale.ts'
import { Notice } from '../../../ui/page.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'
import type { Found } from './load.server.ts'
import type { MatchView, ReasonView, Said } from './view.server.ts'

/** The address at which an introduction is proposed, or asked for, to be followed by whom with. */
interface Introduce {
  href: string
  asks: boolean
}

/** The organisations that were found, each with its reasons; or why there are none. */
export function Matches(props: { found: Found | null; none: string; introduce?: Introduce | null }) {
  const { found, none, introduce } = props
  const { t } = useTranslation()
  if (!found) {
    return (
      <Notice tone="warn" title={t('matching.away')}>
        {t('matching.awayHelp')}
      </Notice>
    )
  }
  if (found.matches.length === 0) {
    return (
      <div role="status" className="flex flex-col gap-0.5">
        <p className="font-semibold">{none}</p>
        <p>{t('matching.noneHelp')}</p>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-muted">
        {found.total}
      </p>
      <ol className="flex flex-col">
        {found.matches.map((match) => (
          <li key={match.slug}>
            <MatchCard match={match} introduce={introduce} />
          </li>
        ))}
      </ol>
      <Pagination chrome={found} />
    </div>
  )
}

/** An organisation with its reasons; compact, under the heading of its region, with the one that tells most. */
export function MatchCard(props: { match: MatchView; compact?: boolean; introduce?: Introduce | null }) {
  const { match, compact = false, introduce } = props
  const { t } = useTranslation()
  const Heading = compact ? 'h3' : 'h2'
  return (
    <article className="flex flex-col gap-1 border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{match.kind}</span>
        {!compact && match.rom && <a href={`/roms/${match.rom.slug}`}>{match.rom.name}</a>}
        {match.isExample && <ExampleTag />}
      </p>
      <Heading className="text-lg">
        <a href={`/organisaties/${match.slug}`}>{match.name}</a>
      </Heading>
      {match.feedback && <p className="text-sm font-semibold">{match.feedback}</p>}
      <ul className="flex flex-col gap-1">
        {(compact ? match.reasons.slice(0, 1) : match.reasons).map((reason) => (
          <li key={reason.said.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' | ')}>
            <Reason reason={reason} />
          </li>
        ))}
      </ul>
      <Verdicts of={compact ? { ...match, unknown: [] } : match} />
      {introduce && (
        <p className="no-print text-sm">
          <a href={introduce.href + match.slug} className="inline-block py-0.5 no-prefetch">
            {t(introduce.asks ? 'introduction.request.ask' : 'introduction.new')}{' '}
            <span className="sr-only">{match.name}</span>
          </a>
        </p>
      )}
    </article>
  )
}

/** What fits, what does not and what is not known, each with its mark. */
export function Verdicts({ of }: { of: Pick<MatchView, 'fits' | 'gaps' | 'unknown'> }) {
  const { t } = useTranslation()
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-0.5 text-sm">
      {of.fits.map((text) => (
        <li key={text} className="flex items-center gap-0.5">
          <CircleCheck className="size-2 shrink-0 text-action" role="img" aria-label={t('matching.fits')} />
          {text}
        </li>
      ))}
      {of.gaps.map((text) => (
        <li key={text} className="flex items-center gap-0.5">
          <CircleMinus className="size-2 shrink-0 text-warn" role="img" aria-label={t('matching.gap')} />
          {text}
        </li>
      ))}
      {of.unknown.map((text) => (
        <li key={text} className="flex items-center gap-0.5 text-muted">
          <CircleHelp className="size-2 shrink-0" role="img" aria-label={t('matching.unknown')} />
          {text}
        </li>
      ))}
    </ul>
  )
}

/** Why two belong together, with the words of both. */
export function Reason({ reason }: { reason: ReasonView }) {
  const Icon = reason.proven ? CircleCheck : CircleHelp
  return (
    <div className="flex flex-col gap-0.5 border-l-4 border-line pl-2 text-sm">
      <p className="flex items-center gap-0.5 font-semibold">
        <Icon className={`size-2 shrink-0 ${reason.proven ? 'text-action' : 'text-muted'}`} aria-hidden="true" />
        {reason.title}
      </p>
      {reason.shared && <p>{reason.shared}</p>}
      {!reason.proven && <SimilarHelp />}
      <dl className="flex flex-col gap-0.5">
        {reason.said.map((said) => (
          <Quote key={said.label} said={said} />
        ))}
      </dl>
    </div>
  )
}

/** On its own, since most reasons need no text of the page's: asking for those takes i18next longer than all else here. */
function SimilarHelp() {
  const { t } = useTranslation()
  return <p className="text-muted">{t('matching.similarHelp')}</p>
}

function Quote({ said }: { said: Said }) {
  const locale = useLocale()
  let at = 0
  return (
    <div>
      <dt className="inline text-muted">{said.href ? <a href={said.href}>{said.label}</a> : said.label}: </dt>
      <dd className="inline" lang={said.language && said.language !== locale ? said.language : undefined}>
        “
        {said.pieces.map(({ text, match }) => {
          const key = at
          at += text.length
          return match ? <mark key={key}>{text}</mark> : text
        })}
        ”
      </dd>
    </div>
  )
}
