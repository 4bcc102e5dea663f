import { endpoint } from '../../../http/api.server.ts'
import { listThemes } from './operations/reference.server.ts'

export const loader = endpoint(listThemes)
