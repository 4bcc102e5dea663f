import { type Kysely, sql } from 'kysely'
import { type Audited, auditOf } from './audit.ts'

/**
 * Who may come in and what they may do. Personal values stand in `account` only: everything else, history too, refers to them by id, so
 * that a person who leaves can be forgotten by emptying one row.
 */
const statements = [
  // Of a person the actor says nothing but that there was one.
  `CREATE TABLE account (
    id TEXT PRIMARY KEY REFERENCES actor (id),
    email TEXT UNIQUE CHECK (email = lower(trim(email)) AND email LIKE '%_@_%'),
    name TEXT,
    locale TEXT NOT NULL DEFAULT 'nl' CHECK (locale IN ('nl', 'en')),
    password_hash TEXT,
    verified_at TEXT,
    totp_secret TEXT,
    totp_confirmed_at TEXT,
    totp_last_step INTEGER,
    rights_changed_at TEXT NOT NULL,
    blocked_at TEXT,
    forgotten_at TEXT,
    is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (forgotten_at IS NULL OR (email IS NULL AND name IS NULL AND password_hash IS NULL AND totp_secret IS NULL)),
    CHECK (forgotten_at IS NOT NULL OR email IS NOT NULL)
  ) STRICT`,

  `CREATE TABLE account_role (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL
      CHECK (role IN ('business_developer', 'coordinator', 'secretary', 'commissioner', 'administrator')),
    rom_id TEXT REFERENCES rom (id),
    granted_at TEXT NOT NULL,
    granted_by TEXT NOT NULL REFERENCES actor (id),
    revoked_at TEXT,
    revoked_by TEXT REFERENCES actor (id),
    CHECK ((rom_id IS NOT NULL) = (role IN ('business_developer', 'coordinator'))),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX account_role_current ON account_role (account_id, role, coalesce(rom_id, ''))
    WHERE revoked_at IS NULL`,
  `CREATE INDEX account_role_rom ON account_role (rom_id)`,

  `CREATE TABLE organisation_member (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor')),
    asked_at TEXT NOT NULL,
    note TEXT,
    confirmed_at TEXT,
    confirmed_by TEXT REFERENCES actor (id),
    ended_at TEXT,
    ended_by TEXT REFERENCES actor (id),
    reason TEXT,
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX organisation_member_current ON organisation_member (account_id, organisation_id)
    WHERE ended_at IS NULL`,
  `CREATE INDEX organisation_member_organisation ON organisation_member (organisation_id)`,

  // Whoever stands in for somebody has the same roles meanwhile.
  `CREATE TABLE deputy (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    deputy_id TEXT NOT NULL REFERENCES account (id) CHECK (deputy_id <> account_id),
    from_on TEXT NOT NULL CHECK (length(from_on) = 10),
    until_on TEXT NOT NULL CHECK (length(until_on) = 10 AND until_on >= from_on),
    created_at TEXT NOT NULL,
    ended_at TEXT
  ) STRICT`,
  `CREATE INDEX deputy_account ON deputy (account_id)`,
  `CREATE INDEX deputy_deputy ON deputy (deputy_id)`,

  // The id is the hash of what the browser has: whoever reads this table cannot come in by it.
  `CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    agent TEXT NOT NULL,
    second_factor INTEGER NOT NULL CHECK (second_factor IN (0, 1)),
    created_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX session_account ON session (account_id)`,

  // What is mailed to somebody to come in by, once. Hashed as well.
  `CREATE TABLE sign_in_token (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('verify', 'reset', 'invite', 'email')),
    email TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX sign_in_token_account ON sign_in_token (account_id, purpose)`,

  `CREATE TABLE recovery_code (
    hash TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    PRIMARY KEY (account_id, hash)
  ) STRICT`,

  // Mail is written with what it is about and sent later. What it says is made in the reader's language when it is sent.
  `CREATE TABLE mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT REFERENCES account (id),
    address TEXT,
    locale TEXT NOT NULL CHECK (locale IN ('nl', 'en')),
    template TEXT NOT NULL,
    params TEXT NOT NULL CHECK (json_valid(params)),
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    sent_at TEXT,
    failed_at TEXT,
    error TEXT,
    CHECK ((account_id IS NULL) <> (address IS NULL))
  ) STRICT`,
  `CREATE INDEX mail_due ON mail (due_at) WHERE sent_at IS NULL AND failed_at IS NULL`,

  // Who writes now: there is one row at most, within the transaction that writes. See db/write.ts.
  `CREATE TABLE writing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    actor_id TEXT NOT NULL REFERENCES actor (id),
    at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor (id),
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    noun TEXT NOT NULL,
    row_id TEXT NOT NULL,
    rom_id TEXT,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after))
  ) STRICT`,
  `CREATE INDEX audit_entry_row ON audit_entry (noun, row_id)`,
  `CREATE INDEX audit_entry_actor ON audit_entry (actor_id)`,
  `CREATE INDEX audit_entry_rom ON audit_entry (rom_id)`,
  `CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to'); END`,
  `CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to'); END`,
]

const seatOf = (column: string) => `(SELECT seat_rom_id FROM organisation WHERE id = $.${column})`

const audited: Audited[] = [
  {
    table: 'account',
    columns: ['locale', 'verified_at', 'totp_confirmed_at', 'rights_changed_at', 'blocked_at', 'forgotten_at'],
    secret: ['email', 'name', 'password_hash'],
  },
  {
    table: 'account_role',
    columns: ['account_id', 'role', 'rom_id', 'granted_by', 'revoked_at', 'revoked_by'],
    rom: '$.rom_id',
  },
  {
    table: 'organisation_member',
    columns: ['account_id', 'organisation_id', 'role', 'confirmed_by', 'ended_at', 'ended_by', 'reason'],
    rom: seatOf('organisation_id'),
  },
  { table: 'deputy', columns: ['account_id', 'deputy_id', 'from_on', 'until_on', 'ended_at'] },
  { table: 'session', columns: ['account_id', 'agent', 'second_factor', 'ends_at'] },
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...statements, ...audited.flatMap(auditOf)]) await sql.raw(statement).execute(db)
}
