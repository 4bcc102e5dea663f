import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskRoms, homeOf } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { listOrganisations } from '../../../domain/organisation/queries.server.ts'
import { canHandleQuestion, canReadQuestion } from '../../../domain/question/policy.ts'
import { eventsOf, findQuestion, passedOn, type Question } from '../../../domain/question/queries.server.ts'
import { staffOf, standInFor } from '../../../domain/rom/contacts.server.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found, notFound } from '../../../http/responses.ts'
import { formatDate } from '../../../i18n/format.ts'
import { localized, nameIn } from '../../../i18n/locale.ts'
import { subjectOf } from './list.server.ts'
import { timelineOf } from './timeline.server.ts'

const mostConcepts = 12
const mostFound = 10

/** @returns the question with who may do what; null where it was passed on to another ROM, of which no more is told */
export async function questionFor(args: Pick<LoaderFunctionArgs, 'params' | 'context'>, actor: Actor) {
  const { db } = args.context
  const question = found(await findQuestion(db, args.params.id ?? ''))
  const subject = { romId: question.rom_id, copyRomId: question.copy_rom_id }
  if (canReadQuestion(actor, subject)) return { question, canHandle: canHandleQuestion(actor, subject), passed: null }
  const [passed] = await passedOn(db, deskRoms(actor), question.id)
  if (!passed) throw notFound()
  return { question: null, canHandle: false, passed }
}

/** One question as those at the desk see it. */
export async function loadQuestion(args: LoaderFunctionArgs, actor: Actor) {
  const { t, locale, query } = await openPage(args)
  const { question, canHandle, passed } = await questionFor(args, actor)
  const crumbs = [
    { href: homeOf(actor), label: t('desk.title') },
    { href: '/werk/vragen', label: t('questions.title') },
  ]
  if (!question) {
    const values = { date: formatDate(passed.at, locale), from: passed.from, to: passed.to }
    return { title: t('questions.passedTitle'), crumbs, passed: t('questions.passedLine', values), view: null }
  }
  const title = t(question.kind === 'interest' ? 'questions.oneInterest' : 'questions.one', {
    name: question.asker ?? t('questions.erasedName'),
  })
  return { title, crumbs, passed: null, view: await viewOf(args, actor, question, canHandle, query.text('q')) }
}

async function viewOf(
  args: LoaderFunctionArgs,
  actor: Actor,
  question: Question,
  canHandle: boolean,
  q: string | null,
) {
  const { t, db, locale, today } = await openPage(args)
  const { matcher } = args.context
  const [events, staff, roms] = await Promise.all([
    eventsOf(db, question.id),
    staffOf(db, question.rom_id),
    listRomNames(db),
  ])
  const text = question.text ?? ''
  const responsible = staff.find(({ id }) => id === question.responsible_id)
  const standInId = responsible ? await standInFor(db, responsible.id, today) : null
  const standIn = standInId === responsible?.id ? null : staff.find(({ id }) => id === standInId)
  const searched = canHandle && q
  const filter = { q, theme: null, rom: null, kind: null, technology: null }
  const organisations = searched
    ? await listOrganisations(db, filter, { sort: 'naam', limit: mostFound, offset: 0 })
    : null
  return {
    id: question.id,
    canHandle,
    stand: question.events,
    kind: question.kind,
    state: question.state,
    erased: question.forgotten_at !== null,
    isExample: question.is_example === 1,
    text,
    asker: question.asker,
    email: question.email,
    postcode: question.postcode === null ? null : String(question.postcode),
    organisationName: question.organisation_name,
    organisation:
      question.organisation === null || question.organisationSlug === null
        ? null
        : {
            slug: question.organisationSlug,
            name: nameIn(locale, question.organisation, question.organisation_en),
          },
    rom: question.rom,
    copyRom: question.copyRom,
    theme: localized({ theme_nl: question.theme_nl, theme_en: question.theme_en }, 'theme', locale),
    about: subjectOf(question, locale),
    concepts: matcher
      .understood(text ? matcher.needIn(text).passages : [])
      .slice(0, mostConcepts)
      .map((concept) => concept[locale][0] ?? concept.id),
    responsible: responsible?.name ?? null,
    standIn: standIn?.name ?? null,
    own: question.responsible_id === actor.id,
    asked: formatDate(question.asked_at, locale),
    due: formatDate(question.due_on, locale),
    overdue: question.state === 'waiting' && question.due_on < today,
    outcome: question.outcome && t(`questions.outcome.${question.outcome}`),
    timeline: timelineOf(events, question, deskRoms(actor), { t, locale }),
    colleagues: staff
      .filter(({ id }) => id !== question.responsible_id)
      .map(({ id, name }) => ({ value: id, label: name })),
    roms: roms.filter(({ id }) => id !== question.rom_id).map(({ id, name }) => ({ value: id, label: name })),
    search: {
      q: q ?? question.organisation_name ?? '',
      found:
        organisations?.map(({ slug, name, name_en, place }) => ({
          slug,
          name: nameIn(locale, name, name_en),
          place,
        })) ?? null,
    },
    partners: `/partners?${new URLSearchParams({ q: text, eigen: question.romSlug })}`,
    need: question.organisationSlug
      ? `/organisaties/${question.organisationSlug}/bewerken/vraag/nieuw?${new URLSearchParams({ tekst: text })}`
      : null,
  }
}

export type QuestionView = Awaited<ReturnType<typeof viewOf>>
