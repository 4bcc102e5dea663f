import { type Kysely, sql } from 'kysely'

/**
 * What the search index still has to hear of. Triggers write it inside the writing transaction, so that no writer can
 * forget and no crash can lose it. A row that changes again gets a new number: whoever removes what it has dealt with
 * by number leaves the newer change waiting. The row ('*', '*') asks for the whole index to be made anew.
 */
const outbox = `CREATE TABLE search_outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  UNIQUE (type, id)
) STRICT`

// No "INSERT OR REPLACE": within a trigger the conflict clause of the outer statement would win.
const queue = (type: string, ids: string) => `
  DELETE FROM search_outbox WHERE type = '${type}' AND id IN (${ids});
  INSERT INTO search_outbox (type, id) SELECT '${type}', id FROM (${ids}) WHERE id IS NOT NULL;`

const trigger = (table: string, name: string, event: string, body: string) =>
  `CREATE TRIGGER search_${table}_${name} AFTER ${event} ON ${table} BEGIN ${body} END`

/** Queues what one column of the row points to, whatever happens to the row. */
function follow(table: string, targets: [type: string, column: string][]): string[] {
  const both = (type: string, column: string) => queue(type, `SELECT OLD.${column} AS id UNION SELECT NEW.${column}`)
  const one = (row: string) => targets.map(([type, column]) => queue(type, `SELECT ${row}.${column} AS id`)).join('')
  return [
    trigger(table, 'insert', 'INSERT', one('NEW')),
    trigger(table, 'update', 'UPDATE', targets.map(([type, column]) => both(type, column)).join('')),
    trigger(table, 'delete', 'DELETE', one('OLD')),
  ]
}

const evidenceOf = 'SELECT evidence_id AS id FROM evidence_organisation WHERE organisation_id = NEW.id'
const organisationsOf = 'SELECT organisation_id AS id FROM evidence_organisation WHERE evidence_id = NEW.id'

const statements = [
  outbox,
  ...follow('organisation', [['organisation', 'id']]),
  ...follow('organisation_theme', [['organisation', 'organisation_id']]),
  ...follow('organisation_technology', [['organisation', 'organisation_id']]),
  ...follow('organisation_identifier', [['organisation', 'organisation_id']]),
  ...follow('organisation_rom', [['organisation', 'organisation_id']]),
  ...follow('listing', [['organisation', 'organisation_id']]),
  ...follow('evidence', [['evidence', 'id']]),
  ...follow('evidence_theme', [['evidence', 'evidence_id']]),
  ...follow('evidence_technology', [['evidence', 'evidence_id']]),
  ...follow('evidence_organisation', [
    ['evidence', 'evidence_id'],
    ['organisation', 'organisation_id'],
  ]),
  ...follow('undertaking', [['undertaking', 'id']]),
  ...follow('undertaking_theme', [['undertaking', 'undertaking_id']]),
  ...follow('undertaking_technology', [['undertaking', 'undertaking_id']]),
  ...follow('undertaking_partner', [['undertaking', 'undertaking_id']]),
  ...follow('open_role', [['undertaking', 'undertaking_id']]),
  ...follow('participation', [['undertaking', 'undertaking_id']]),
  ...follow('call', [['call', 'id']]),
  ...follow('instrument', [['instrument', 'id']]),
  ...follow('rom', [['rom', 'id']]),
  ...follow('theme', [['theme', 'id']]),

  // Projects are found by the names and regions of those in them, organisations by the titles of their projects.
  trigger('organisation', 'evidence', 'UPDATE OF name, seat_rom_id, withdrawn_at', queue('evidence', evidenceOf)),
  trigger('evidence', 'organisations', 'UPDATE OF title, acronym, keywords', queue('organisation', organisationsOf)),
  // The name of a theme or technology is in the documents of all that is under it.
  trigger('theme', 'names', 'UPDATE OF name_nl, name_en', queue('*', `SELECT '*' AS id`)),
  trigger('technology', 'names', 'UPDATE OF name_nl, name_en', queue('*', `SELECT '*' AS id`)),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
