import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/** Words that administrators add to the concepts of the lexicon's files, which are known by their ids. */
const statements = [
  `CREATE TABLE lexicon_word (
    id TEXT PRIMARY KEY,
    concept TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
    label TEXT NOT NULL CHECK (label = trim(label) AND label <> ''),
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL REFERENCES actor (id),
    ended_at TEXT,
    ended_by TEXT REFERENCES actor (id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX lexicon_word_current ON lexicon_word (concept, language, label) WHERE ended_at IS NULL`,

  // A word is in the documents of all that is about its concept. The number is a new one each time: who makes the index anew
  // meanwhile has read the words before, and has to do it again.
  ...['INSERT', 'UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER search_lexicon_word_${event.toLowerCase()} AFTER ${event} ON lexicon_word BEGIN
      DELETE FROM search_outbox WHERE type = '*' AND id = '*';
      INSERT INTO search_outbox (type, id) VALUES ('*', '*');
    END`,
  ),

  ...auditOf({
    table: 'lexicon_word',
    columns: ['concept', 'language', 'label', 'added_by', 'ended_at', 'ended_by'],
  }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
