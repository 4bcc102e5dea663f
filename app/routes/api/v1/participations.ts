import { endpoint } from '../../../http/api.server.ts'
import { listParticipations } from './operations/participations.server.ts'

export const loader = endpoint(listParticipations)
