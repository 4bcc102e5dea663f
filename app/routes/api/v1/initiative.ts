import { endpoint } from '../../../http/api.server.ts'
import { getInitiative } from './operations/undertakings.server.ts'

export const loader = endpoint(getInitiative)
