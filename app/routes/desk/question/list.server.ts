import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskRoms, homeOf } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import {
  countQuestions,
  listQuestions,
  passedOn,
  type Question,
  questionStates,
} from '../../../domain/question/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { shorten } from '../../../http/query.ts'
import { formatDate } from '../../../i18n/format.ts'
import { type Locale, localized, nameIn } from '../../../i18n/locale.ts'

const size = 50

/** What a question is about, where that is a programme, initiative or call. */
export function subjectOf(question: Question, locale: Locale): { name: string; href: string; role: string } | null {
  const { undertakingSlug, undertakingKind, callSlug, role_nl, role_en } = question
  const role = localized({ role_nl, role_en }, 'role', locale)
  if (callSlug) {
    const name = localized({ call_nl: question.call_nl, call_en: question.call_en }, 'call', locale)
    return { name, href: `/oproepen/${callSlug}`, role }
  }
  if (!undertakingSlug) return null
  const name = localized({ name_nl: question.name_nl, name_en: question.name_en }, 'name', locale)
  return {
    name,
    href: `/${undertakingKind === 'programme' ? 'programmas' : 'initiatieven'}/${undertakingSlug}`,
    role,
  }
}

/** The questions of somebody's ROM: what waits first, by the day on which a reply is due. */
export async function loadQuestions(args: LoaderFunctionArgs, actor: Actor) {
  const { t, db, locale, query, today } = await openPage(args)
  const scope = deskRoms(actor)
  const state = query.choice('status', questionStates)
  const mine = query.choice('wie', ['mij']) !== null
  const passed = state === 'doorgegeven' ? await passedOn(db, scope) : null
  // Whoever stands in for somebody has theirs too.
  const own = [actor.id, ...actor.roles.flatMap(({ standsInFor }) => standsInFor ?? [])]
  const filter = { scope, responsible: mine ? own : null, state: state === 'doorgegeven' ? null : state }
  const total = passed ? passed.length : await countQuestions(db, filter)
  const { page, pages, offset } = query.page(passed ? 1 : total, size)
  const rows = passed ? [] : await listQuestions(db, filter, { limit: size, offset })
  const option = (name: string, value: string | null, selected: boolean, label: string) => ({
    label,
    selected,
    href: query.href({ [name]: value }),
  })
  const place = (number: number) => query.href({ pagina: `${number}` })
  return {
    title: t('questions.title'),
    description: t('questions.intro'),
    crumbs: [{ href: homeOf(actor), label: t('desk.title') }],
    filters: [
      {
        label: t('questions.state'),
        options: [
          option('status', null, state === null, t('questions.states.all')),
          ...questionStates.map((one) => option('status', one, state === one, t(`questions.states.${one}`))),
        ],
      },
      ...(passed
        ? []
        : [
            {
              label: t('questions.who'),
              options: [
                option('wie', null, !mine, t('questions.whole')),
                option('wie', 'mij', mine, t('questions.mine')),
              ],
            },
          ]),
    ],
    passed: passed ? passed.map(({ at, ...one }) => ({ ...one, at: formatDate(at, locale) })) : null,
    questions: rows.map((question) => ({
      id: question.id,
      text: question.text === null ? t('questions.erased') : shorten(question.text, 120),
      asker: question.asker ?? t('questions.erasedName'),
      organisation:
        question.organisation === null
          ? question.organisation_name
          : nameIn(locale, question.organisation, question.organisation_en),
      kind: question.kind,
      about: subjectOf(question, locale)?.name ?? null,
      theme: localized({ theme_nl: question.theme_nl, theme_en: question.theme_en }, 'theme', locale),
      state: question.state,
      overdue: question.state === 'waiting' && question.due_on < today,
      due: formatDate(question.due_on, locale),
      asked: formatDate(question.asked_at, locale),
      responsible: question.responsible,
      rom: question.rom,
      copy: scope !== null && !scope.includes(question.rom_id),
      isExample: question.is_example === 1,
    })),
    count: t('questions.count', { count: total }),
    chrome: {
      previous: page > 1 ? place(page - 1) : null,
      next: page < pages ? place(page + 1) : null,
      pages: Array.from({ length: pages }, (_, index) => ({
        label: `${index + 1}`,
        href: index + 1 === page ? null : place(index + 1),
      })),
    },
    ignored: query.ignored,
  }
}

type Listed = Awaited<ReturnType<typeof loadQuestions>>
export type ListedQuestion = Listed['questions'][number]
export type PassedQuestion = NonNullable<Listed['passed']>[number]
