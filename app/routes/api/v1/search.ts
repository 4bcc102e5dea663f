import { endpoint } from '../../../http/api.server.ts'
import { search } from './operations/search.server.ts'

export const loader = endpoint(search)
