import { endpoint } from '../../../http/api.server.ts'
import { listTechnologies } from './operations/reference.server.ts'

export const loader = endpoint(listTechnologies)
