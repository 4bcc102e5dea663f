import type { Messages } from '../nl/messages.ts'
import { api } from './api.ts'
import { common } from './common.ts'
import { lists } from './lists.ts'
import { pages } from './pages.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'

export const en: Messages = { api, common, lists, ...pages, search, statements }
