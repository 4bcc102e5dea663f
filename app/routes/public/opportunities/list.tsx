import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NextStep } from '../../../ui/next-step.tsx'
import { Notice, Section } from '../../../ui/page.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'
import { Reason, Verdicts } from '../matching/matches.tsx'
import type { FoundOpportunities } from './load.server.ts'
import type { HinderedView, OpportunityView } from './view.server.ts'

/** What fits, what does not and why, and whom to talk to. */
export function Opportunities({
  found,
  rom,
}: {
  found: FoundOpportunities
  rom: { slug: string; name: string } | null
}) {
  const { t } = useTranslation()
  return (
    <>
      {found.note && <Notice>{found.note}</Notice>}
      <Section id="past" title={t('finder.fitting')}>
        {found.fitting.length === 0 ? (
          <div role="status" className="flex flex-col gap-0.5">
            <p className="font-semibold">{t('finder.fittingNone')}</p>
            <p>{t('finder.fittingNoneHelp')}</p>
          </div>
        ) : (
          <>
            <p role="status" className="text-muted">
              {found.count}
            </p>
            <ol className="flex flex-col">
              {found.fitting.map((one) => (
                <li key={one.href}>
                  <Fitting opportunity={one} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Section>
      {found.hindered.length > 0 && (
        <Section id="past-niet" title={t('finder.hindered')}>
          <p className="text-muted">{t('finder.hinderedHelp')}</p>
          <ul className="flex flex-col">
            {found.hindered.map((one) => (
              <li key={one.href}>
                <Hindered opportunity={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rom ? (
        <Section id="verder" title={t('finder.step')}>
          <p>{t('finder.stepHelp', { rom: rom.name })}</p>
          <p>
            <a href={`/roms/${rom.slug}`} className="button">
              {t('finder.stepButton', { rom: rom.name })}
            </a>{' '}
            <a href={`/vraag?rom=${rom.slug}`} className="button button-quiet">
              {t('ask.linkRom', { rom: rom.name })}
            </a>
          </p>
        </Section>
      ) : (
        <NextStep title={t('finder.step')} help={t('finder.stepAny')} />
      )}
    </>
  )
}

function Head({ of }: { of: OpportunityView | HinderedView }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{of.kind}</span>
        {of.isExample && <ExampleTag />}
      </p>
      <h3 className="text-lg">
        <a href={of.href}>{of.name}</a>
      </h3>
    </>
  )
}

function Fitting({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation()
  const { contact } = opportunity
  return (
    <article className="flex max-w-[860px] flex-col gap-1 border-b border-line py-3">
      <Head of={opportunity} />
      <p>{opportunity.summary}</p>
      {opportunity.reasons.length > 0 && (
        <ul className="flex flex-col gap-1">
          {opportunity.reasons.map((reason) => (
            <li
              key={reason.said
                .map(({ label, pieces }) => label + pieces.map(({ text }) => text).join(''))
                .join(' | ')}
            >
              <Reason reason={reason} />
            </li>
          ))}
        </ul>
      )}
      <Verdicts
        of={{ ...opportunity, fits: opportunity.helps ? [opportunity.helps, ...opportunity.fits] : opportunity.fits }}
      />
      {opportunity.audience && <p className="text-sm text-muted">{opportunity.audience}</p>}
      <p className="text-sm">
        <span className="text-muted">{`${t('finder.contact')}: `}</span>
        {contact.href ? <a href={contact.href}>{contact.text}</a> : contact.text}
      </p>
    </article>
  )
}

function Hindered({ opportunity }: { opportunity: HinderedView }) {
  const { next } = opportunity
  return (
    <article className="flex max-w-[860px] flex-col gap-1 border-b border-line py-2">
      <Head of={opportunity} />
      <Verdicts of={{ fits: [], gaps: opportunity.gaps, unknown: [] }} />
      <p className="flex items-start gap-0.5 text-sm">
        <ArrowRight className="mt-0.5 size-2 shrink-0" aria-hidden="true" />
        <span>
          {next.before}
          <a href={next.href}>{next.name}</a>
          {next.after}
        </span>
      </p>
    </article>
  )
}
