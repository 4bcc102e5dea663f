import type { Generated } from 'kysely'
import type { Flag, Instant } from './reference.ts'

/** Somebody without an account whom the ROMs know. Personal values stand here and nowhere else; all else refers to them by id. */
export interface ContactPersonTable {
  id: string
  /** Whom they speak for; null for somebody who asked something of their own. */
  organisation_id: string | null
  /** null once forgotten, as are the other personal values. */
  name: string | null
  /** In lower case. */
  email: string | null
  phone: string | null
  /** What they are there, as they say it themselves. */
  job: string | null
  locale: 'nl' | 'en'
  is_example: Flag
  /** Of a knowledge institution: asked in the place of an adviser. */
  is_transfer_office: Generated<Flag>
  forgotten_at: Instant | null
  created_at: Instant
  created_by: string
  updated_at: Instant
}

/** Who of a ROM is asked about a theme (wie-is-wie). */
export interface ContactTable {
  id: string
  rom_id: string
  /** null: about all that nobody else is asked about. */
  theme_id: string | null
  account_id: string
  deputy_id: string | null
  set_at: Instant
  set_by: string
}
