import { account } from './account.ts'
import { administration } from './administration.ts'
import { advice } from './advice.ts'
import { api } from './api.ts'
import { ask, interest, people } from './ask.ts'
import { audit } from './audit.ts'
import { claims } from './claims.ts'
import { colleagues, joining } from './colleagues.ts'
import { common } from './common.ts'
import { company } from './company.ts'
import { desk } from './desk.ts'
import { entry } from './entry.ts'
import { feeds } from './feeds.ts'
import { finder } from './finder.ts'
import { form } from './form.ts'
import { inbox } from './inbox.ts'
import { introduction } from './introduction.ts'
import { anonymous, listing, renewal } from './listing.ts'
import { lists } from './lists.ts'
import { mail } from './mail.ts'
import { matchReason } from './match-reason.ts'
import { matching } from './matching.ts'
import { own } from './own.ts'
import { pages } from './pages.ts'
import { newer, profile } from './profile.ts'
import { projects } from './projects.ts'
import { contacts, questions } from './questions.ts'
import { refusals } from './refusals.ts'
import { regional } from './regional.ts'
import { search } from './search.ts'
import { sso } from './sso.ts'
import { statements } from './statements.ts'

export const nl = {
  account,
  administration,
  advice,
  anonymous,
  api,
  ask,
  audit,
  claims,
  colleagues,
  common,
  company,
  contacts,
  entry,
  desk,
  feeds,
  finder,
  form,
  inbox,
  introduction,
  interest,
  joining,
  listing,
  lists,
  mail,
  matchReason,
  matching,
  newer,
  own,
  ...pages,
  people,
  profile,
  projects,
  questions,
  refusals,
  regional,
  renewal,
  search,
  sso,
  statements,
}

type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }

/** The shape every language has: no text can be forgotten. */
export type Messages = Texts<typeof nl>
