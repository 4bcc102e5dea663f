import type { Messages } from '../nl/messages.ts'
import { account } from './account.ts'
import { advice } from './advice.ts'
import { api } from './api.ts'
import { common } from './common.ts'
import { entry } from './entry.ts'
import { feeds } from './feeds.ts'
import { finder } from './finder.ts'
import { form } from './form.ts'
import { lists } from './lists.ts'
import { mail } from './mail.ts'
import { matchReason } from './match-reason.ts'
import { matching } from './matching.ts'
import { own } from './own.ts'
import { pages } from './pages.ts'
import { projects } from './projects.ts'
import { regional } from './regional.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'

export const en: Messages = {
  account,
  advice,
  api,
  common,
  entry,
  feeds,
  finder,
  form,
  lists,
  mail,
  matchReason,
  matching,
  own,
  ...pages,
  projects,
  regional,
  search,
  statements,
}
