import { endpoint } from '../../../http/api.server.ts'
import { getProject } from './operations/projects.server.ts'

export const loader = endpoint(getProject)
