import { type Kysely, sql } from 'kysely'

/**
 * What matching knows: each piece of text as it is compared, and what all of them together say about words. Both follow from the
 * rest and are made anew with the search index. And what people made of matches, which is theirs and is never overwritten.
 */
const statements = [
  `CREATE TABLE match_model (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
    made_at TEXT NOT NULL,
    data BLOB NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX match_model_current ON match_model (is_current) WHERE is_current = 1`,
  `CREATE TABLE match_item (
    model_id INTEGER NOT NULL REFERENCES match_model (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('organisation', 'listing', 'evidence')),
    row_id TEXT NOT NULL,
    organisation_id TEXT,
    side TEXT NOT NULL CHECK (side IN ('offer', 'need', 'field')),
    terms BLOB NOT NULL,
    weights BLOB NOT NULL,
    meaning BLOB,
    PRIMARY KEY (model_id, key)
  ) STRICT`,
  `CREATE INDEX match_item_organisation ON match_item (organisation_id)`,

  `CREATE TABLE match_feedback (
    id TEXT PRIMARY KEY,
    asker_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    candidate_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    verdict TEXT NOT NULL CHECK (verdict IN ('shortlisted', 'declined', 'introduced', 'cooperating', 'withdrawn')),
    reason TEXT CHECK (reason IN ('no_capacity', 'other_field', 'too_early', 'competitor', 'known_already', 'other')),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id),
    CHECK ((verdict = 'declined') = (reason IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX match_feedback_asker ON match_feedback (asker_id, candidate_id, recorded_at)`,
  `CREATE TRIGGER match_feedback_no_update BEFORE UPDATE ON match_feedback BEGIN
    SELECT RAISE(ABORT, 'match_feedback is append-only');
  END`,

  // Which kinds of organisation took part is in the documents of projects.
  `CREATE TRIGGER search_organisation_kind AFTER UPDATE OF kind ON organisation BEGIN
    DELETE FROM search_outbox WHERE type = 'evidence' AND id IN
      (SELECT evidence_id FROM evidence_organisation WHERE organisation_id = NEW.id);
    INSERT INTO search_outbox (type, id)
      SELECT 'evidence', evidence_id FROM evidence_organisation WHERE organisation_id = NEW.id;
  END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
