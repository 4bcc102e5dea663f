import { endpoint } from '../../../http/api.server.ts'
import { listRoms } from './operations/reference.server.ts'

export const loader = endpoint(listRoms)
