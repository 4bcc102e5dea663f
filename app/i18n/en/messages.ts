import type { Messages } from '../nl/messages.ts'
import { account } from './account.ts'
import { administration } from './administration.ts'
import { advice } from './advice.ts'
import { api } from './api.ts'
import { ask, interest, people } from './ask.ts'
import { audit } from './audit.ts'
import { claims } from './claims.ts'
import { colleagues, joining } from './colleagues.ts'
import { common } from './common.ts'
import { desk } from './desk.ts'
import { entry } from './entry.ts'
import { feeds } from './feeds.ts'
import { finder } from './finder.ts'
import { form } from './form.ts'
import { inbox } from './inbox.ts'
import { introduction } from './introduction.ts'
import { lists } from './lists.ts'
import { mail } from './mail.ts'
import { matchReason } from './match-reason.ts'
import { matching } from './matching.ts'
import { own } from './own.ts'
import { pages } from './pages.ts'
import { projects } from './projects.ts'
import { contacts, questions } from './questions.ts'
import { refusals } from './refusals.ts'
import { regional } from './regional.ts'
import { search } from './search.ts'
import { sso } from './sso.ts'
import { statements } from './statements.ts'

export const en: Messages = {
  account,
  administration,
  advice,
  api,
  ask,
  audit,
  claims,
  colleagues,
  common,
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
  lists,
  mail,
  matchReason,
  matching,
  own,
  ...pages,
  people,
  projects,
  questions,
  refusals,
  regional,
  search,
  sso,
  statements,
}
