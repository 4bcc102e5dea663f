import { endpoint } from '../../../http/api.server.ts'
import { matchText } from './operations/matches.server.ts'

export const action = endpoint(matchText)
