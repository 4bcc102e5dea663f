import { endpoint } from '../../../http/api.server.ts'
import { listInitiativeMatches } from './operations/region-matches.server.ts'

export const loader = endpoint(listInitiativeMatches)
