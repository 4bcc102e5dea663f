import type { Migration } from 'kysely'
import * as reference from './20261121-2200-reference.ts'
import * as organisations from './20261121-2201-organisations.ts'
import * as undertakings from './20261121-2202-undertakings.ts'
import * as figures from './20261121-2203-figures.ts'
import * as evidence from './20261122-0100-evidence.ts'
import * as searchOutbox from './20261122-0101-search-outbox.ts'
import * as evidenceList from './20261122-0130-evidence-list.ts'
import * as aliases from './20261122-0200-aliases.ts'
import * as matching from './20261122-0300-matching.ts'
import * as matchItem from './20261122-0900-match-item.ts'
import * as eligibility from './20261122-1000-eligibility.ts'
import * as publicOrganisations from './20261122-1100-public-organisations.ts'
import * as accounts from './20261122-1200-accounts.ts'
import * as keptForms from './20261122-1230-kept-forms.ts'
import * as singleSignOn from './20261122-1400-single-sign-on.ts'
import * as lexiconWords from './20261122-1500-lexicon-words.ts'
import * as taxonomy from './20261122-1510-taxonomy.ts'
import * as memberInvitations from './20261122-1600-member-invitations.ts'
import * as teamInbox from './20261122-1610-team-inbox.ts'
import * as contacts from './20261122-2000-contacts.ts'
import * as ownProfile from './20261122-2010-own-profile.ts'
import * as questions from './20261122-2020-questions.ts'
import * as introductions from './20261122-2030-introductions.ts'

/** Every migration by its date and time, so that two lines of work never take one number. Never edit a released one. */
export const migrations: Record<string, Migration> = {
  '20261121-2200-reference': reference,
  '20261121-2201-organisations': organisations,
  '20261121-2202-undertakings': undertakings,
  '20261121-2203-figures': figures,
  '20261122-0100-evidence': evidence,
  '20261122-0101-search-outbox': searchOutbox,
  '20261122-0130-evidence-list': evidenceList,
  '20261122-0200-aliases': aliases,
  '20261122-0300-matching': matching,
  '20261122-0900-match-item': matchItem,
  '20261122-1000-eligibility': eligibility,
  '20261122-1100-public-organisations': publicOrganisations,
  '20261122-1200-accounts': accounts,
  '20261122-1230-kept-forms': keptForms,
  '20261122-1400-single-sign-on': singleSignOn,
  '20261122-1500-lexicon-words': lexiconWords,
  '20261122-1510-taxonomy': taxonomy,
  '20261122-1600-member-invitations': memberInvitations,
  '20261122-1610-team-inbox': teamInbox,
  '20261122-2000-contacts': contacts,
  '20261122-2010-own-profile': ownProfile,
  '20261122-2020-questions': questions,
  '20261122-2030-introductions': introductions,
}
