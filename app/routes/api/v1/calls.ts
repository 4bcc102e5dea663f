import { endpoint } from '../../../http/api.server.ts'
import { listCalls } from './operations/calls.server.ts'

export const loader = endpoint(listCalls)
