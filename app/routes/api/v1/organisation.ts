import { endpoint } from '../../../http/api.server.ts'
import { getOrganisation } from './operations/organisations.server.ts'

export const loader = endpoint(getOrganisation)
