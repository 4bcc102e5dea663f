import { addEvidence, sampleEvidence } from './evidence.ts'
import { testPortal } from './portal.ts'

export interface Schema {
  $ref?: string
  type?: string
  enum?: string[]
  pattern?: string
  minimum?: number
  maximum?: number
}

export interface Parameter {
  name: string
  in: 'query' | 'path'
  required?: boolean
  example?: string | number
  schema: Schema & { example?: string | number }
}

interface Described {
  operationId: string
  parameters?: Parameter[]
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
}

export interface OpenApi {
  paths: Record<string, { get: Described }>
  components: { schemas: Record<string, object> }
}

type Portal = Awaited<ReturnType<typeof testPortal>>

/** The published document, as any client gets it. */
export async function openApi(portal: Portal): Promise<OpenApi> {
  return (await portal.get('/api/v1/openapi.json')).json() as Promise<OpenApi>
}

/** Every path of the document with a real slug filled in, and its query parameters. */
export function addresses(document: OpenApi) {
  return Object.entries(document.paths).map(([path, { get }]) => {
    const parameters = get.parameters ?? []
    const slug = parameters.find((parameter) => parameter.in === 'path')
    return {
      path,
      address: `/api/v1${path.replace('{slug}', String(slug?.example ?? slug?.schema.example))}`,
      operation: get,
      query: parameters.filter((parameter) => parameter.in === 'query'),
    }
  })
}

/**
 * A portal with earlier projects, since the first content has none: what `sampleEvidence` makes, and a bare one at the
 * address that the document gives as an example.
 */
export async function portalWithProjects(options?: Parameters<typeof testPortal>[0]) {
  const portal = await testPortal(options)
  await sampleEvidence(portal.db)
  const example = addresses(await openApi(portal)).find(({ path }) => path === '/projects/{slug}')
  await addEvidence(portal.db, example?.address.split('/').at(-1) ?? '', {
    title: 'The example',
    kind: 'rom_project',
  })
  return portal
}
