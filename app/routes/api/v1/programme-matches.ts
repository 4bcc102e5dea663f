import { endpoint } from '../../../http/api.server.ts'
import { listProgrammeMatches } from './operations/region-matches.server.ts'

export const loader = endpoint(listProgrammeMatches)
