import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { deskRoms } from '../../domain/account/policy.ts'
import { introductionIntents } from '../../domain/introduction/forms.ts'
import { canSeeIntroductions } from '../../domain/introduction/policy.ts'
import { earlierBetween, eventsOf, findIntroduction, outcomesOf } from '../../domain/introduction/queries.server.ts'
import { namesOf } from '../../domain/introduction/view.ts'
import { type FormFaults, refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { FormNotes, FormScope } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader, Section } from '../../ui/page.tsx'
import { carryOut } from './introduction/action.server.ts'
import { EarlierNotice } from './introduction/earlier.tsx'
import { EventLog } from './introduction/log.tsx'
import { OutcomeForm, Outcomes } from './introduction/outcome.tsx'
import { PartyCard } from './introduction/party.tsx'
import { earlierView, eventView, outcomeView, partyView, rightsIn } from './introduction/view.server.ts'
import { Ending, Words } from './introduction/words.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canSeeIntroductions)
  const { t, db, query, locale, today } = await openPage(args)
  const scope = deskRoms(actor)
  const introduction = found(await findIntroduction(db, args.params.id ?? '', scope))
  const { id, state, message, version, due_on, introduced_on, parties, rom, adviser, requester } = introduction
  const reader = { actor, db, t, locale }
  const [earlier, events, outcomes, views] = await Promise.all([
    earlierBetween(
      db,
      parties.map(({ organisation_id }) => organisation_id),
      { except: id, scope },
    ),
    eventsOf(db, id),
    outcomesOf(db, id),
    Promise.all(parties.map((party) => partyView(introduction, party, reader))),
  ])
  return {
    title: namesOf(parties, locale).join(' – '),
    crumbs: [
      { href: '/werk', label: t('desk.title') },
      { href: '/werk/introducties', label: t('introduction.title') },
    ],
    state,
    message,
    version,
    by: [adviser ?? requester, rom].filter(Boolean).join(', '),
    due: due_on && {
      late: due_on < today,
      text: t(due_on < today ? 'introduction.late' : 'introduction.due', { date: formatDate(due_on, locale) }),
    },
    introduced: introduced_on && formatDate(introduced_on, locale),
    parties: views,
    rights: rightsIn(introduction, actor),
    earlier: earlier.map((one) => earlierView(one, t, locale)),
    events: events.map((event) => eventView(event, introduction, { t, locale })),
    outcomes: outcomes.map((outcome) => outcomeView(outcome, { t, locale })),
    done: query.choice('gedaan', introductionIntents),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canSeeIntroductions)
  return refusalAnswer(await carryOut(args, actor))
}

/** The form that something is wrong with, as its fields know it. */
function scopeOf(faults: FormFaults | undefined): string {
  const { doe = '', party } = faults?.values ?? {}
  if (doe === 'save' || doe === 'propose') return ''
  if (doe === 'outcome') return 'close'
  return party ? `${doe}-${party}` : doe
}

export default function IntroductionPage() {
  const data = useLoaderData<typeof loader>()
  const { title, crumbs, state, by, due, introduced, parties, rights, earlier, events, outcomes, done, kept } = data
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const doing = (faults ?? kept)?.values.doe
  const labels = {
    message: t('introduction.messageLabel'),
    note: t(`introduction.${doing === 'consent' ? 'saidBy' : doing === 'note' ? 'addNote' : 'note'}`),
    reason: t('introduction.why'),
    kind: t('introduction.outcomeKind'),
    without: t('introduction.withoutRoms'),
    speaker: t('introduction.speaker'),
    name: t('introduction.person.name'),
    email: t('introduction.person.email'),
    phone: t('introduction.person.phone'),
    job: t('introduction.person.job'),
  }
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} ignored={data.ignored} />
      <div className="flex max-w-[100ch] flex-col gap-2">
        {done && !faults && (
          <div role="status">
            <Notice>{t(`introduction.done.${done}`)}</Notice>
          </div>
        )}
        <FormScope value={scopeOf(faults)}>
          <FormNotes faults={faults} kept={kept} labels={labels} />
        </FormScope>
        <p className="flex flex-wrap gap-x-2">
          <strong>{t(`introduction.state.${state}`)}</strong>
          <span>{t('introduction.by', { who: by })}</span>
          {due && <span className={due.late ? 'font-semibold text-warn' : ''}>{due.text}</span>}
          {introduced && <span>{t('introduction.introducedOn', { date: introduced })}</span>}
        </p>
        <EarlierNotice earlier={earlier} />
        <Section id="organisaties" title={t('introduction.organisations')}>
          <ul className="grid grid-cols-1 gap-2 lg:grid-cols-2">
            {parties.map((party) => (
              <li key={party.id}>
                <PartyCard
                  party={party}
                  faults={(faults ?? kept)?.values.party === party.id ? (faults ?? kept) : null}
                />
              </li>
            ))}
          </ul>
        </Section>
        <Words {...data} faults={doing === 'save' || doing === 'propose' ? (faults ?? kept) : null} />
        {(rights.records || outcomes.length > 0) && (
          <Section id="afloop" title={t('introduction.outcomeTitle')}>
            <Outcomes outcomes={outcomes} />
            {rights.records && (
              <OutcomeForm
                version={data.version}
                closes={rights.closes}
                faults={doing === 'outcome' || doing === 'close' ? (faults ?? kept) : null}
              />
            )}
          </Section>
        )}
        <EventLog events={events} faults={doing === 'note' ? (faults ?? kept) : null} />
        <Ending rights={rights} version={data.version} faults={doing === 'withdraw' ? (faults ?? kept) : null} />
      </div>
    </>
  )
}
