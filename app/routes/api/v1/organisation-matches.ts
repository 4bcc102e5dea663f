import { endpoint } from '../../../http/api.server.ts'
import { listMatches } from './operations/matches.server.ts'

export const loader = endpoint(listMatches)
