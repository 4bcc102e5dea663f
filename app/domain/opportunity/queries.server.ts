import type { Db } from '#db/client.ts'
import type { EligibilityTable } from '#db/tables/undertakings.ts'
import { listCalls } from '../call/queries.server.ts'
import { listInstruments } from '../instrument/queries.server.ts'
import { withThemesAndRoms } from '../undertaking/queries.server.ts'
import type { Opportunity } from './types.ts'

/** Everything that somebody may take part in or apply to, as everybody may see it, with what is known of whom it is for. */
export async function listOpportunities(db: Db, today: string): Promise<Opportunity[]> {
  const [undertakings, tasks, calls, instruments, eligibility] = await Promise.all([
    db.selectFrom('public_undertaking').selectAll().orderBy('id').execute(),
    db.selectFrom('undertaking_core_task').selectAll().execute(),
    listCalls(db, today),
    listInstruments(db),
    db.selectFrom('eligibility').selectAll().orderBy('id').execute(),
  ])
  const tasksOf = Map.groupBy(tasks, ({ undertaking_id }) => undertaking_id)
  const ofCalls = Map.groupBy(eligibility, ({ call_id }) => call_id)
  const ofInstruments = Map.groupBy(eligibility, ({ instrument_id }) => instrument_id)
  return [
    ...(await withThemesAndRoms(db, undertakings)).map((row): Opportunity => {
      const { id, kind, slug, name_nl, name_en, summary_nl, summary_en, initiative_kind, is_example } = row
      return {
        ...none,
        ...{ slug, name_nl, name_en, summary_nl, summary_en, initiative_kind, is_example },
        key: `undertaking:${id}`,
        type: kind,
        themes: row.themes.map((theme) => theme.id),
        coreTasks: (tasksOf.get(id) ?? []).map(({ core_task_id }) => core_task_id),
        roms: row.roms.map((rom) => rom.id),
        period: { of: 'undertaking', status: row.status, starts_on: row.starts_on, ends_on: row.ends_on },
      }
    }),
    ...calls.map((row): Opportunity => {
      const { id, slug, title_nl, title_en, summary_nl, summary_en, undertaking_id, is_example } = row
      return {
        ...none,
        ...{ slug, summary_nl, summary_en, undertaking_id, is_example },
        key: `call:${id}`,
        type: 'call',
        name_nl: title_nl,
        name_en: title_en,
        audience_nl: row.eligible_nl,
        audience_en: row.eligible_en,
        themes: row.theme_id ? [row.theme_id] : [],
        givesMoney: /€|\beuros?\b/i.test(`${row.offered_nl} ${row.offered_en}`),
        eligible: eligibleBy(ofCalls.get(id)),
        period: { of: 'call', opens_on: row.opens_on, deadline_on: row.deadline_on },
      }
    }),
    ...instruments.map((row): Opportunity => {
      const { id, slug, name_nl, name_en, summary_nl, summary_en } = row
      const { audience_nl, audience_en, apply_nl, apply_en, stated_until, needs_recheck, facts_as_of } = row
      return {
        ...none,
        ...{ slug, name_nl, name_en, summary_nl, summary_en, audience_nl, audience_en, apply_nl, apply_en },
        key: `instrument:${id}`,
        type: 'instrument',
        eligible: eligibleBy(ofInstruments.get(id)),
        period: { of: 'instrument', stated_until, needs_recheck, facts_as_of },
      }
    }),
  ]
}

const none = {
  audience_nl: null,
  audience_en: null,
  apply_nl: null,
  apply_en: null,
  is_example: 0,
  initiative_kind: null,
  undertaking_id: null,
  themes: [],
  coreTasks: [],
  givesMoney: false,
  roms: null,
  eligible: { kinds: [], roms: [], themes: [], mostEmployees: null },
} satisfies Partial<Opportunity>

function eligibleBy(rows: EligibilityTable[] = []): Opportunity['eligible'] {
  return {
    kinds: rows.flatMap(({ organisation_kind }) => organisation_kind ?? []),
    roms: rows.flatMap(({ rom_id }) => rom_id ?? []),
    themes: rows.flatMap(({ theme_id }) => theme_id ?? []),
    mostEmployees: rows.find(({ most_employees }) => most_employees !== null)?.most_employees ?? null,
  }
}
