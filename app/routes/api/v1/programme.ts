import { endpoint } from '../../../http/api.server.ts'
import { getProgramme } from './operations/undertakings.server.ts'

export const loader = endpoint(getProgramme)
