import { type Kysely, sql } from 'kysely'
import { type Audited, auditOf } from './audit.ts'

const reasons = `('no_capacity', 'other_field', 'too_early', 'competitor', 'known_already', 'other')`

/**
 * The brokered first contact between organisations, from the idea to what came of it. `introduction` and its parties say how it stands
 * now; `introduction_event` says how it came to that, and is only added to, as is what came of it.
 */
const statements = [
  // Of a knowledge institution: its transfer office is asked in the place of an adviser.
  `ALTER TABLE contact_person ADD COLUMN is_transfer_office INTEGER NOT NULL DEFAULT 0
    CHECK (is_transfer_office IN (0, 1))`,

  // "Mijn bedrijven": who of a ROM accompanies whom.
  `CREATE TABLE company_adviser (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    rom_id TEXT NOT NULL REFERENCES rom (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    since_at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX company_adviser_current ON company_adviser (organisation_id, rom_id, account_id)
    WHERE ended_at IS NULL`,
  `CREATE INDEX company_adviser_account ON company_adviser (account_id) WHERE ended_at IS NULL`,

  `CREATE TABLE introduction (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN
      ('requested', 'draft', 'proposed', 'consent', 'introduced', 'talking', 'closed', 'declined', 'withdrawn')),
    channel TEXT NOT NULL CHECK (channel IN ('portal', 'phone')),
    -- The ROM that proposes it, and who does so there.
    rom_id TEXT NOT NULL REFERENCES rom (id),
    adviser_id TEXT REFERENCES account (id),
    requested_by TEXT REFERENCES account (id),
    -- Why these belong together, in the words of whoever proposes it.
    message TEXT NOT NULL DEFAULT '',
    -- What is waited for now is due then; null when nothing is.
    due_on TEXT CHECK (length(due_on) = 10),
    introduced_on TEXT CHECK (length(introduced_on) = 10),
    -- Goes up with every change of how it stands: whoever decides by an older one is told.
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (adviser_id IS NOT NULL OR state IN ('requested', 'withdrawn'))
  ) STRICT`,
  `CREATE INDEX introduction_state ON introduction (state, due_on)`,
  `CREATE INDEX introduction_rom ON introduction (rom_id)`,

  // The first is the organisation that it is for.
  `CREATE TABLE introduction_party (
    id TEXT PRIMARY KEY,
    introduction_id TEXT NOT NULL REFERENCES introduction (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- The ROM that speaks for it; null for one from outside the nine regions.
    rom_id TEXT REFERENCES rom (id),
    adviser_id TEXT REFERENCES account (id),
    -- Who is asked for it: a transfer office, or the adviser of its ROM.
    via TEXT NOT NULL CHECK (via IN ('adviser', 'transfer_office')),
    -- Who consents for the organisation, and is introduced: somebody the ROMs know, or who manages its profile.
    contact_person_id TEXT REFERENCES contact_person (id),
    member_id TEXT REFERENCES account (id),
    answer TEXT NOT NULL CHECK (answer IN ('none', 'asked', 'accepted', 'declined')),
    consent TEXT NOT NULL CHECK (consent IN ('none', 'asked', 'given', 'refused')),
    reason TEXT CHECK (reason IN ${reasons}),
    CHECK (contact_person_id IS NULL OR member_id IS NULL),
    UNIQUE (introduction_id, organisation_id),
    UNIQUE (introduction_id, position)
  ) STRICT`,
  `CREATE INDEX introduction_party_organisation ON introduction_party (organisation_id)`,
  `CREATE INDEX introduction_party_rom ON introduction_party (rom_id)`,

  `CREATE TABLE introduction_event (
    id TEXT PRIMARY KEY,
    introduction_id TEXT NOT NULL REFERENCES introduction (id) ON DELETE CASCADE,
    -- In the order in which they were recorded, also of those at one moment.
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor (id),
    party_id TEXT REFERENCES introduction_party (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN
      ('requested', 'drafted', 'edited', 'proposed', 'accepted', 'declined', 'consented', 'refused', 'introduced',
       'talking', 'closed', 'withdrawn', 'reopened', 'noted', 'reminded', 'outcome')),
    -- Whether it was said by a link in a mail, or by phone and put on record by the actor.
    told_by TEXT NOT NULL CHECK (told_by IN ('screen', 'link', 'phone')),
    reason TEXT CHECK (reason IN ${reasons}),
    text TEXT,
    UNIQUE (introduction_id, position)
  ) STRICT`,
  `CREATE TRIGGER introduction_event_no_update BEFORE UPDATE ON introduction_event BEGIN
    SELECT RAISE(ABORT, 'introduction_event is append-only'); END`,

  // What came of it at the introduction itself (0), and as asked 6 and 12 months later.
  `CREATE TABLE introduction_outcome (
    id TEXT PRIMARY KEY,
    introduction_id TEXT NOT NULL REFERENCES introduction (id) ON DELETE CASCADE,
    after_months INTEGER NOT NULL CHECK (after_months IN (0, 6, 12)),
    kind TEXT NOT NULL CHECK (kind IN ('talking', 'pilot', 'contract', 'investment', 'grant', 'nothing')),
    -- Would it have happened without the ROMs?
    without_roms TEXT NOT NULL CHECK (without_roms IN ('no', 'later', 'yes', 'unknown')),
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES actor (id)
  ) STRICT`,
  `CREATE INDEX introduction_outcome_of ON introduction_outcome (introduction_id, recorded_at)`,
  `CREATE TRIGGER introduction_outcome_no_update BEFORE UPDATE ON introduction_outcome BEGIN
    SELECT RAISE(ABORT, 'introduction_outcome is append-only'); END`,

  // What a link in a mail opens, once.
  `CREATE TABLE introduction_key (
    hash TEXT PRIMARY KEY,
    introduction_id TEXT NOT NULL REFERENCES introduction (id) ON DELETE CASCADE,
    -- Of an outcome, of the whole.
    party_id TEXT REFERENCES introduction_party (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'consent', 'outcome')),
    after_months INTEGER CHECK (after_months IN (6, 12)),
    -- In whose name it is used when that is somebody with an account.
    account_id TEXT REFERENCES account (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CHECK ((purpose = 'outcome') = (after_months IS NOT NULL))
  ) STRICT`,
  `CREATE INDEX introduction_key_of ON introduction_key (introduction_id, purpose)`,
]

const audited: Audited[] = [
  {
    table: 'company_adviser',
    columns: ['organisation_id', 'rom_id', 'account_id', 'ended_at'],
    rom: '$.rom_id',
  },
  {
    table: 'introduction',
    columns: ['state', 'channel', 'rom_id', 'adviser_id', 'due_on', 'introduced_on'],
    secret: ['message'],
    rom: '$.rom_id',
  },
  {
    table: 'introduction_party',
    columns: ['organisation_id', 'rom_id', 'adviser_id', 'via', 'answer', 'consent', 'reason'],
    secret: ['contact_person_id', 'member_id'],
    rom: '$.rom_id',
  },
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...statements, ...audited.flatMap(auditOf)]) await sql.raw(statement).execute(db)
}
