import { endpoint } from '../../../http/api.server.ts'
import { listInitiatives } from './operations/undertakings.server.ts'

export const loader = endpoint(listInitiatives)
