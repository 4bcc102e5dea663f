import { endpoint } from '../../../http/api.server.ts'
import { getInstrument } from './operations/instruments.server.ts'

export const loader = endpoint(getInstrument)
