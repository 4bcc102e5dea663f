import { useTranslation } from 'react-i18next'
import { Notice, Section } from '../../../ui/page.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'
import { Reason, Verdicts } from '../../public/matching/matches.tsx'
import type { MatchView } from '../../public/matching/view.server.ts'
import type { MissingView, OutcomeView } from './outcome.server.ts'

/** So many are read at a glance; the rest is one click away. */
const shown = 5

/** What a profile brings: the matches in other regions, and what would bring more. */
export function Outcome({ outcome, slug }: { outcome: OutcomeView; slug: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Section id="opbrengst" title={t('profile.outcome.title')}>
        {outcome.waiting && <Notice>{t('profile.outcome.waiting')}</Notice>}
        {outcome.total === null ? (
          <Notice tone="warn">{t('profile.outcome.away')}</Notice>
        ) : outcome.count === 0 ? (
          <p role="status">{t('profile.outcome.none')}</p>
        ) : (
          <>
            <p role="status" className="text-lg font-semibold">
              {outcome.total}
            </p>
            {outcome.hasPrivate && <p className="text-sm text-muted">{t('profile.outcome.private')}</p>}
            <ol aria-label={t('profile.outcome.top')} className="flex flex-col">
              {outcome.matches.map((match) => (
                <li key={match.slug}>
                  <TopMatch match={match} />
                </li>
              ))}
            </ol>
            <p>
              <a className="button button-quiet" href={`/organisaties/${slug}/partners`}>
                {t('profile.outcome.all')}
              </a>
            </p>
          </>
        )}
      </Section>
      <Section id="mist" title={t('profile.missing.title')}>
        {outcome.missing.length === 0 ? (
          <p>{t('profile.missing.none')}</p>
        ) : (
          <>
            <MissingList missing={outcome.missing.slice(0, shown)} />
            {outcome.missing.length > shown && (
              <details>
                <summary className="py-0.5 text-action">
                  {t('profile.missing.more', { count: outcome.missing.length - shown })}
                </summary>
                <MissingList missing={outcome.missing.slice(shown)} />
              </details>
            )}
          </>
        )}
      </Section>
    </>
  )
}

function MissingList({ missing }: { missing: MissingView[] }) {
  return (
    <ul className="flex max-w-[80ch] list-disc flex-col gap-1 pl-3">
      {missing.map(({ text, link, act }) => (
        <li key={text}>
          {text}{' '}
          {[link, act].flatMap((one) =>
            one
              ? [
                  <a key={one.href} href={one.href} className="underlined mr-1">
                    {one.label}
                  </a>,
                ]
              : [],
          )}
        </li>
      ))}
    </ul>
  )
}

/** An organisation in another region, with the reason that tells most. */
function TopMatch({ match }: { match: MatchView }) {
  const [reason] = match.reasons
  return (
    <article className="flex flex-col gap-1 border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{match.kind}</span>
        {match.rom && <a href={`/roms/${match.rom.slug}`}>{match.rom.name}</a>}
        {match.isExample && <ExampleTag />}
      </p>
      <h3 className="text-lg">
        <a href={`/organisaties/${match.slug}`}>{match.name}</a>
      </h3>
      {reason && <Reason reason={reason} />}
      <Verdicts of={{ ...match, unknown: [] }} />
    </article>
  )
}
