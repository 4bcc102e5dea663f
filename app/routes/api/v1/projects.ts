import { endpoint } from '../../../http/api.server.ts'
import { listProjects } from './operations/projects.server.ts'

export const loader = endpoint(listProjects)
