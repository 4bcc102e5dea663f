import { endpoint } from '../../../http/api.server.ts'
import { listOrganisations } from './operations/organisations.server.ts'

export const loader = endpoint(listOrganisations)
