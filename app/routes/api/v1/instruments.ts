import { endpoint } from '../../../http/api.server.ts'
import { listInstruments } from './operations/instruments.server.ts'

export const loader = endpoint(listInstruments)
