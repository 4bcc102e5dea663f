import { endpoint } from '../../../http/api.server.ts'
import { getDocument } from './document.server.ts'

export const loader = endpoint(getDocument)
