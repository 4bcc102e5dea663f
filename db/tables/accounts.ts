import type { Generated } from 'kysely'
import type { Day, Flag, Instant } from './reference.ts'

/** A person who may come in. Personal values stand here and nowhere else; all else refers to them by id. */
export interface AccountTable {
  id: string
  /** In lower case; null once forgotten, as are the other personal values. */
  email: string | null
  name: string | null
  locale: 'nl' | 'en'
  /** Argon2id; null until the person has chosen one. */
  password_hash: string | null
  /** When it was shown that the address is the person's own. */
  verified_at: Instant | null
  /** Encrypted; counts once it was confirmed by a code. */
  totp_secret: string | null
  totp_confirmed_at: Instant | null
  /** The last 30 seconds of which a code was used: none is taken twice. */
  totp_last_step: number | null
  /** Sessions from before get another id at the next request. */
  rights_changed_at: Instant
  blocked_at: Instant | null
  forgotten_at: Instant | null
  is_example: Flag
  created_at: Instant
  updated_at: Instant
}

export type StaffRole = 'business_developer' | 'coordinator' | 'secretary' | 'commissioner' | 'administrator'

export interface AccountRoleTable {
  id: string
  account_id: string
  role: StaffRole
  /** Of a business developer or coordinator; null for the others. */
  rom_id: string | null
  granted_at: Instant
  granted_by: string
  revoked_at: Instant | null
  revoked_by: string | null
}

export interface OrganisationMemberTable {
  id: string
  account_id: string
  organisation_id: string
  role: 'owner' | 'editor'
  asked_at: Instant
  /** What the person told the ROM when asking. */
  note: string | null
  confirmed_at: Instant | null
  confirmed_by: string | null
  ended_at: Instant | null
  ended_by: string | null
  reason: string | null
}

/** A colleague who was invited to manage an organisation, until that is answered, withdrawn or too long ago: then the row is gone. */
export interface MemberInvitationTable {
  id: string
  organisation_id: string
  role: 'owner' | 'editor'
  /** In lower case, as of an account. */
  email: string
  /** As the inviter calls the colleague. */
  name: string
  /** SHA-256 of what was mailed. */
  key_hash: string
  invited_at: Instant
  invited_by: string
  expires_at: Instant
}

/** An address of a team, where mail about the work of a ROM arrives once it was confirmed. */
export interface TeamInboxTable {
  id: string
  rom_id: string
  address: string
  /** Whether the people of the ROM get the mail too. */
  persons_too: Flag
  /** SHA-256 of what was mailed to the address; null once it was used. */
  key_hash: string | null
  asked_at: Instant
  asked_by: string
  confirmed_at: Instant | null
}

/** Who stands in for whom; both days belong to it. */
export interface DeputyTable {
  id: string
  account_id: string
  deputy_id: string
  from_on: Day
  until_on: Day
  created_at: Instant
  ended_at: Instant | null
}

export interface SessionTable {
  /** SHA-256 of what the browser has. */
  id: string
  account_id: string
  /** The browser and system, in a few words. */
  agent: string
  /** 0 while only the password was given and a code is still asked for. */
  second_factor: Flag
  /** 1 when the issuer that signed the person in says that it asked a second factor itself. */
  issuer_factor: Generated<Flag>
  created_at: Instant
  used_at: Instant
  /** Moves on with use, never past `ends_at`. */
  expires_at: Instant
  ends_at: Instant
}

/** Who somebody is at an issuer that they can sign in at. */
export interface AccountIdentityTable {
  id: string
  account_id: string
  issuer: string
  /** As the issuer calls them; it never calls anybody else that. */
  subject: string
  linked_at: Instant
}

export interface SignInTokenTable {
  /** SHA-256 of what was mailed. */
  hash: string
  account_id: string
  purpose: 'verify' | 'reset' | 'invite' | 'email'
  /** The address that is verified, when it is not the account's yet. */
  email: string | null
  created_at: Instant
  expires_at: Instant
}

export interface RecoveryCodeTable {
  hash: string
  account_id: string
}

/** What somebody typed whose session had ended. */
export interface KeptFormTable {
  /** SHA-256 of what the browser has. */
  id: string
  /** Of the page that the form stands on. */
  path: string
  /** The fields by name, as JSON, encrypted. */
  sealed: string
  /** Who alone gets it back; null when nothing tells who typed it. */
  account_id: string | null
  expires_at: Instant
}

export interface MailTable {
  id: Generated<number>
  /** Whom it is for: an account, or an address of a team. */
  account_id: string | null
  address: string | null
  locale: 'nl' | 'en'
  template: string
  /** JSON; once it was sent only what is in its subject, since the rest may hold a key. */
  params: string
  created_at: Instant
  due_at: Instant
  attempts: Generated<number>
  sent_at: Instant | null
  failed_at: Instant | null
  error: string | null
}

/** Who writes now; see db/write.ts. */
export interface WritingTable {
  id: number
  actor_id: string
  at: Instant
}

export interface AuditEntryTable {
  id: Generated<number>
  at: Instant
  actor_id: string
  action: 'insert' | 'update' | 'delete'
  /** The table. */
  noun: string
  row_id: string
  /** The ROM whose staff may read of it; null when only administrators may. */
  rom_id: string | null
  /** JSON of what can be told of the row. */
  before: string | null
  after: string | null
}
