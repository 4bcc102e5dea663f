import { type ExpressionBuilder, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { Scope } from '../account/policy.ts'

/** Everything that is known of questions, one row each. */
function questions(db: Db) {
  return db
    .selectFrom('question as q')
    .innerJoin('rom', 'rom.id', 'q.rom_id')
    .leftJoin('rom as copy', 'copy.id', 'q.copy_rom_id')
    .leftJoin('contact_person as p', 'p.id', 'q.person_id')
    .leftJoin('account as a', 'a.id', 'q.account_id')
    .leftJoin('account as r', 'r.id', 'q.responsible_id')
    .leftJoin('theme', 'theme.id', 'q.theme_id')
    .leftJoin('organisation as o', 'o.id', 'q.organisation_id')
    .leftJoin('undertaking as u', 'u.id', 'q.undertaking_id')
    .leftJoin('call as c', 'c.id', 'q.call_id')
    .leftJoin('open_role as role', 'role.id', 'q.open_role_id')
    .selectAll('q')
    .select((eb) => [
      eb.fn.coalesce('p.name', 'a.name').as('asker'),
      eb.fn.coalesce('p.email', 'a.email').as('email'),
      'r.name as responsible',
      ...(['rom.name as rom', 'rom.slug as romSlug', 'copy.name as copyRom'] as const),
      ...(['theme.name_nl as theme_nl', 'theme.name_en as theme_en'] as const),
      ...(['o.name as organisation', 'o.name_en as organisation_en', 'o.slug as organisationSlug'] as const),
      ...(['u.kind as undertakingKind', 'u.slug as undertakingSlug', 'u.name_nl', 'u.name_en'] as const),
      ...(['c.slug as callSlug', 'c.title_nl as call_nl', 'c.title_en as call_en'] as const),
      ...(['role.title_nl as role_nl', 'role.title_en as role_en'] as const),
    ])
}

/** One question, whoever may see it; undefined when there is none. */
export function findQuestion(db: Db, id: string) {
  return questions(db).where('q.id', '=', id).executeTakeFirst()
}

export type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>

/** What was said and done of a question, in order, with the names of who and what it is about. */
export function eventsOf(db: Db, questionId: string) {
  return db
    .selectFrom('question_event as e')
    .innerJoin('rom', 'rom.id', 'e.rom_id')
    .leftJoin('account as by', 'by.id', 'e.by_id')
    .leftJoin('account as to', 'to.id', 'e.to_account_id')
    .leftJoin('rom as toRom', 'toRom.id', 'e.to_rom_id')
    .leftJoin('organisation as o', 'o.id', 'e.organisation_id')
    .selectAll('e')
    .select(['rom.name as rom', 'by.name as by', 'to.name as to', 'toRom.name as toRom', 'o.name as organisation'])
    .where('e.question_id', '=', questionId)
    .orderBy('e.number')
    .execute()
}

export type QuestionEvent = Awaited<ReturnType<typeof eventsOf>>[number]

export const questionStates = ['wacht', 'beantwoord', 'gesloten', 'doorgegeven'] as const
const stateOf = { wacht: 'waiting', beantwoord: 'answered', gesloten: 'closed' } as const

export interface QuestionFilter {
  /** Of these ROMs, by id; null stands for all. */
  scope: Scope
  /** What is with one of these people, by account; null for what is with anybody. */
  responsible: string[] | null
  state: Exclude<(typeof questionStates)[number], 'doorgegeven'> | null
}

type Row = ExpressionBuilder<Database & { q: Database['question'] }, 'q'>

function ofScope(eb: Row, scope: Scope) {
  if (scope === null) return sql<boolean>`true`
  return eb.or([eb('q.rom_id', 'in', among(scope)), eb('q.copy_rom_id', 'in', among(scope))])
}

function filtered(eb: Row, { scope, responsible, state }: QuestionFilter) {
  return eb.and([
    ofScope(eb, scope),
    ...(responsible ? [eb('q.responsible_id', 'in', among(responsible))] : []),
    ...(state ? [eb('q.state', '=', stateOf[state])] : []),
  ])
}

/** Some questions: what waits first, by the day on which a reply is due; then the latest. */
export function listQuestions(db: Db, filter: QuestionFilter, { limit, offset }: { limit: number; offset: number }) {
  return questions(db)
    .where((eb) => filtered(eb as unknown as Row, filter))
    .orderBy(sql`q.state = 'waiting'`, 'desc')
    .orderBy(sql`CASE q.state WHEN 'waiting' THEN q.due_on END`)
    .orderBy(sql`q.state = 'answered'`, 'desc')
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countQuestions(db: Db, filter: QuestionFilter): Promise<number> {
  const { n } = await db
    .selectFrom('question as q')
    .where((eb) => filtered(eb as unknown as Row, filter))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** How many questions wait for a reply by these ROMs, and of how many it is overdue. @param day YYYY-MM-DD */
export async function waitingQuestions(
  db: Db,
  scope: Scope,
  day: string,
): Promise<{ waiting: number; overdue: number }> {
  let query = db.selectFrom('question').where('state', '=', 'waiting')
  if (scope !== null) query = query.where('rom_id', 'in', among(scope))
  return query
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .select(sql<number>`coalesce(sum(due_on < ${day}), 0)`.as('overdue'))
    .executeTakeFirstOrThrow()
}

/** What a ROM passed on to another one: when, by whom and where to, the latest first, and nothing of what was asked. */
export function passedOn(db: Db, scope: Scope, questionId?: string) {
  let query = db
    .selectFrom('question_event as e')
    .innerJoin('rom as to', 'to.id', 'e.to_rom_id')
    .innerJoin('rom as from', 'from.id', 'e.rom_id')
    .leftJoin('account as by', 'by.id', 'e.by_id')
    .select(['e.question_id as id', 'e.at', 'by.name as by', 'to.name as to', 'from.name as from'])
    .where('e.kind', '=', 'passed')
  if (scope !== null) query = query.where('e.rom_id', 'in', among(scope))
  if (questionId !== undefined) query = query.where('e.question_id', '=', questionId)
  return query.orderBy('e.at', 'desc').orderBy('e.id').execute()
}

/** Where the members of an organisation would join, the latest first. */
export function interestsOf(db: Db, organisationId: string) {
  return questions(db)
    .where('q.organisation_id', '=', organisationId)
    .where('q.kind', '=', 'interest')
    .where('q.account_id', 'is not', null)
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .execute()
}
