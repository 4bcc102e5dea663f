import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import { addEvidence, sampleEvidence } from './evidence.ts'
import { testPortal } from './portal.ts'
import { testSearch } from './search.ts'

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
  requestBody?: { content: Record<string, { example: Record<string, unknown> }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
}

export interface OpenApi {
  paths: Record<string, { get?: Described; post?: Described }>
  components: { schemas: Record<string, object> }
}

type Portal = Awaited<ReturnType<typeof testPortal>>

/** The published document, as any client gets it. */
export async function openApi(portal: Portal): Promise<OpenApi> {
  return (await portal.get('/api/v1/openapi.json')).json() as Promise<OpenApi>
}

/** Every path of the document that is read by GET, with a real slug filled in, and its query parameters. */
export function addresses(document: OpenApi) {
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const parameters = get.parameters ?? []
    const slug = parameters.find((parameter) => parameter.in === 'path')
    return [
      {
        path,
        address: `/api/v1${path.replace('{slug}', String(slug?.example ?? slug?.schema.example))}`,
        operation: get,
        query: parameters.filter((parameter) => parameter.in === 'query'),
      },
    ]
  })
}

/** What checks answers against the published schemas, and nothing else than those. */
export function validator(document: OpenApi) {
  // The examples in the document are annotations that JSON Schema does not know.
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'api', ...document })
  return (path: string, status: string, type: string, answer: unknown) => {
    const key = path.replaceAll('~', '~0').replaceAll('/', '~1')
    const { get, post } = document.paths[path] ?? {}
    const method = get ? 'get' : 'post'
    const described = (get ?? post)?.responses[status]
    const pointer = described?.$ref ?? `#/paths/${key}/${method}/responses/${status}`
    const check = ajv.compile({ $ref: `api${pointer}/content/${type.replaceAll('/', '~1')}/schema` })
    expect(check(answer) ? [] : check.errors, `${path} ${status}`).toEqual([])
  }
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

/** The same with a search server that knows all that is there, so that every address has an answer. */
export async function portalThatMatches(options?: Pick<Parameters<typeof testPortal>[0] & object, 'mode'>) {
  let sync: ReturnType<typeof testSearch>['sync'] | undefined
  const portal = await portalWithProjects({
    ...options,
    search: (db) => {
      const tools = testSearch(db)
      sync = tools.sync
      return tools
    },
  })
  await sync?.catchUp()
  return { ...portal, catchUp: async () => sync?.catchUp() }
}
