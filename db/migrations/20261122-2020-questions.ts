import { type Kysely, sql } from 'kysely'
import { auditOf } from './audit.ts'

/**
 * What entrepreneurs ask their ROM, and where they would join. What was said and done stands in `question_event`, which is only added
 * to: a text goes when its asker is forgotten, nothing else ever changes. Where a question stands now is kept beside it, in the same
 * transaction.
 */
const statements = [
  `CREATE TABLE question (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('question', 'interest')),
    -- Who asks: somebody without an account, or a member of an organisation.
    person_id TEXT REFERENCES contact_person (id),
    account_id TEXT REFERENCES account (id),
    postcode INTEGER CHECK (postcode BETWEEN 1000 AND 9999),
    organisation_name TEXT,
    text TEXT,
    -- The ROM that answers, and the one that reads along: the organisation's own, where that is another.
    rom_id TEXT NOT NULL REFERENCES rom (id),
    copy_rom_id TEXT REFERENCES rom (id) CHECK (copy_rom_id <> rom_id),
    theme_id TEXT REFERENCES theme (id),
    organisation_id TEXT REFERENCES organisation (id) ON DELETE SET NULL,
    undertaking_id TEXT REFERENCES undertaking (id) ON DELETE SET NULL,
    call_id TEXT REFERENCES call (id) ON DELETE SET NULL,
    open_role_id TEXT REFERENCES open_role (id) ON DELETE SET NULL,
    -- Who of the ROM; null for whoever takes it.
    responsible_id TEXT REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'closed')),
    -- The number of its last event: who writes says which one they had seen.
    events INTEGER NOT NULL DEFAULT 0,
    asked_at TEXT NOT NULL,
    waiting_since TEXT NOT NULL,
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    -- Of this time of waiting: 1 halfway, 2 on the last day, 3 when it was over.
    reminders INTEGER NOT NULL DEFAULT 0 CHECK (reminders BETWEEN 0 AND 3),
    replied_at TEXT,
    replied_rom_id TEXT REFERENCES rom (id),
    -- Between asking and the first reply.
    reply_days INTEGER CHECK (reply_days >= 0),
    closed_at TEXT,
    outcome TEXT CHECK (outcome IN ('helped', 'partner', 'joined', 'referred', 'nothing', 'withdrawn')),
    forgotten_at TEXT,
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    CHECK ((person_id IS NULL) <> (account_id IS NULL)),
    CHECK ((closed_at IS NOT NULL) = (state = 'closed')),
    CHECK ((outcome IS NOT NULL) = (state = 'closed')),
    CHECK ((replied_at IS NULL) = (reply_days IS NULL)),
    CHECK (forgotten_at IS NULL OR (text IS NULL AND organisation_name IS NULL AND postcode IS NULL)),
    CHECK (forgotten_at IS NOT NULL OR text IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX question_rom ON question (rom_id, state, due_on)`,
  `CREATE INDEX question_copy ON question (copy_rom_id) WHERE copy_rom_id IS NOT NULL`,
  `CREATE INDEX question_waiting ON question (due_on) WHERE state = 'waiting'`,
  `CREATE INDEX question_person ON question (person_id)`,
  `CREATE INDEX question_account ON question (account_id)`,
  `CREATE INDEX question_organisation ON question (organisation_id)`,
  `CREATE INDEX question_call ON question (call_id)`,
  `CREATE INDEX question_undertaking ON question (undertaking_id)`,
  `CREATE INDEX question_role ON question (open_role_id)`,

  `CREATE TABLE question_event (
    id TEXT PRIMARY KEY,
    question_id TEXT NOT NULL REFERENCES question (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('asked', 'wrote', 'replied', 'assigned', 'passed', 'noted', 'linked', 'referred',
      'reported', 'closed', 'reminded', 'forgotten')),
    at TEXT NOT NULL,
    by_id TEXT NOT NULL REFERENCES actor (id),
    -- The ROM that it was with.
    rom_id TEXT NOT NULL REFERENCES rom (id),
    text TEXT,
    -- Whom it was handed to, passed on to, linked with or referred to.
    to_account_id TEXT REFERENCES account (id),
    to_rom_id TEXT REFERENCES rom (id),
    organisation_id TEXT REFERENCES organisation (id) ON DELETE SET NULL,
    referred_to TEXT CHECK (referred_to IN ('rvo', 'invest_nl', 'fund', 'rom', 'other')),
    -- What came of it: of a referral, by the number of its event, or of the question.
    about_number INTEGER,
    outcome TEXT,
    -- A reply that was given by telephone or in a mail of one's own.
    elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (elsewhere IN (0, 1)),
    UNIQUE (question_id, number)
  ) STRICT`,
  `CREATE INDEX question_event_account ON question_event (to_account_id)`,
  `CREATE INDEX question_event_organisation ON question_event (organisation_id)`,
  `CREATE INDEX question_event_passed ON question_event (rom_id) WHERE kind = 'passed'`,
  // A text may go, and an organisation that was removed; nothing else changes.
  `CREATE TRIGGER question_event_no_update BEFORE UPDATE ON question_event
    WHEN NEW.id IS NOT OLD.id OR NEW.question_id IS NOT OLD.question_id OR NEW.number IS NOT OLD.number
      OR NEW.kind IS NOT OLD.kind OR NEW.at IS NOT OLD.at OR NEW.by_id IS NOT OLD.by_id OR NEW.rom_id IS NOT OLD.rom_id
      OR NEW.to_account_id IS NOT OLD.to_account_id OR NEW.to_rom_id IS NOT OLD.to_rom_id
      OR NEW.referred_to IS NOT OLD.referred_to OR NEW.about_number IS NOT OLD.about_number
      OR NEW.outcome IS NOT OLD.outcome OR NEW.elsewhere IS NOT OLD.elsewhere
      OR (NEW.text IS NOT OLD.text AND NEW.text IS NOT NULL)
      OR (NEW.organisation_id IS NOT OLD.organisation_id AND NEW.organisation_id IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'what was said and done is only added to'); END`,
  `CREATE TRIGGER question_event_no_delete BEFORE DELETE ON question_event
    WHEN EXISTS (SELECT 1 FROM question WHERE id = OLD.question_id AND is_example = 0)
    BEGIN SELECT RAISE(ABORT, 'what was said and done is only added to'); END`,
  `CREATE TRIGGER question_no_delete BEFORE DELETE ON question WHEN OLD.is_example = 0
    BEGIN SELECT RAISE(ABORT, 'a question is forgotten, not deleted'); END`,

  // What is mailed to the asker to see the question by. Each mail has its own, since none can be read back.
  `CREATE TABLE question_key (
    hash TEXT PRIMARY KEY,
    question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX question_key_question ON question_key (question_id)`,

  ...auditOf({
    table: 'question',
    columns: [
      ...['kind', 'rom_id', 'copy_rom_id', 'theme_id', 'organisation_id', 'undertaking_id', 'call_id'],
      ...['responsible_id', 'state', 'due_on', 'outcome', 'forgotten_at'],
    ],
    secret: ['text', 'organisation_name', 'postcode'],
    rom: '$.rom_id',
  }),
  ...auditOf({
    table: 'question_event',
    columns: ['question_id', 'kind', 'to_account_id', 'to_rom_id', 'organisation_id', 'referred_to', 'outcome'],
    secret: ['text'],
    rom: '$.rom_id',
  }),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
