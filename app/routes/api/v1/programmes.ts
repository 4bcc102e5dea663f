import { endpoint } from '../../../http/api.server.ts'
import { listProgrammes } from './operations/undertakings.server.ts'

export const loader = endpoint(listProgrammes)
