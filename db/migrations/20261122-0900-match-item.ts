import { type Kysely, sql } from 'kysely'

/**
 * A match reads a thousand pieces of text from all over the table: what is compared of each is one value now, and says itself when it
 * expires. All of it follows from other rows, and is made anew at the next start.
 */
const statements = [
  `DROP TABLE match_item`,
  `DELETE FROM match_model`,
  `CREATE TABLE match_item (
    model_id INTEGER NOT NULL REFERENCES match_model (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('organisation', 'listing', 'evidence')),
    row_id TEXT NOT NULL,
    organisation_id TEXT,
    side TEXT NOT NULL CHECK (side IN ('offer', 'need', 'field')),
    expires_on TEXT,
    features BLOB NOT NULL,
    PRIMARY KEY (model_id, key)
  ) STRICT`,
  `CREATE INDEX match_item_organisation ON match_item (organisation_id, model_id)`,

  // A project of an initiative is public when the initiative is.
  `CREATE TRIGGER search_undertaking_evidence AFTER UPDATE OF published_at, withdrawn_at ON undertaking BEGIN
    DELETE FROM search_outbox WHERE type = 'evidence' AND id IN (SELECT id FROM evidence WHERE undertaking_id = NEW.id);
    INSERT INTO search_outbox (type, id) SELECT 'evidence', id FROM evidence WHERE undertaking_id = NEW.id;
  END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
