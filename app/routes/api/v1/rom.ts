import { endpoint } from '../../../http/api.server.ts'
import { getRom } from './operations/reference.server.ts'

export const loader = endpoint(getRom)
