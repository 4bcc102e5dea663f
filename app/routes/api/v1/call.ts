import { endpoint } from '../../../http/api.server.ts'
import { getCall } from './operations/calls.server.ts'

export const loader = endpoint(getCall)
