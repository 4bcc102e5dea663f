import { endpoint } from '../../../http/api.server.ts'
import { listIndicators } from './operations/indicators.server.ts'

export const loader = endpoint(listIndicators)
