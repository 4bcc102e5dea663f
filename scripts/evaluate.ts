import { createWriteStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { organisationKinds } from '#app/domain/organisation/types.ts'
import type { MatchQuestion } from '#search/matching/question.ts'
import { scratch } from './bench/scratch.ts'
import { fail } from './data-dir.ts'
import { showProgress } from './import/progress.ts'
import { WrongInput } from './import/wrong-input.ts'

const usage = `Use: npm run evaluate -- --cordis DIR --before YYYY-MM-DD --queries FILE --out FILE
DIR is a folder or zip of the CORDIS download; only projects that started before the day are known. FILE holds one JSON object a line:
{"query", "organisation"} asks for partners of an organisation (by its PIC) that it has not worked with;
{"query", "text", "rom", "exclude": [PIC], "kinds": ["sme"]} for organisations outside a region that answer a text.
One line per query is written: {"query", "ranking": [up to 100 PICs]}.`

/** What CORDIS calls an SME is one of these here. */
const smes = organisationKinds.filter((kind) => kind === 'startup' || kind === 'scaleup' || kind === 'sme')
const listed = 100

const query = z.union([
  z.object({ query: z.string(), organisation: z.string() }),
  z.object({
    query: z.string(),
    text: z.string(),
    rom: z.string().nullish(),
    exclude: z.array(z.string()).default([]),
    kinds: z.array(z.enum([...organisationKinds])).optional(),
  }),
])
type Query = z.output<typeof query>

const { values } = parseArgs({
  options: {
    cordis: { type: 'string' },
    before: { type: 'string' },
    queries: { type: 'string' },
    out: { type: 'string' },
  },
})
const { cordis, before, queries, out } = values
if (!cordis || !queries || !out || !before || !/^\d{4}-\d\d-\d\d$/.test(before)) fail(usage)
const asked = readQueries(queries)

const progress = showProgress(process.stderr)
const portal = await scratch({ examples: false, cordis, before, progress }).catch((error) => {
  progress.end()
  if (error instanceof WrongInput) fail(error.message)
  throw error
})
const { db, matcher } = portal
const identifiers = await db.selectFrom('organisation_identifier').selectAll().where('scheme', '=', 'pic').execute()
const idOf = new Map(identifiers.map(({ value, organisation_id }) => [value, organisation_id]))
// An organisation with two PICs takes one place, under the one that its projects name most.
const named = ({ value }: { value: string }) => portal.participations.get(value) ?? 0
const picOf = new Map(
  identifiers.sort((a, b) => named(a) - named(b)).map(({ value, organisation_id }) => [organisation_id, value]),
)

const file = createWriteStream(out)
const times: number[] = []
let unknown = 0
for (const [at, one] of asked.entries()) {
  const start = performance.now()
  const question = await questionOf(one)
  if (!question) unknown++
  const ranking = question ? await matcher.ranking(question) : []
  if (!ranking) fail('The search server does not answer.')
  times.push(performance.now() - start)
  const pics = ranking.flatMap((id) => picOf.get(id) ?? [])
  file.write(`${JSON.stringify({ query: one.query, ranking: pics })}\n`)
  progress.step('ranking', at + 1, asked.length)
}
await new Promise((resolve) => file.end(resolve))
progress.end()
await portal.close()

times.sort((a, b) => a - b)
const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
console.log(`${asked.length} queries ranked: ${at(0.5)} each, 95% within ${at(0.95)}. Written to ${out}.`)
if (unknown > 0) console.log(`${unknown} ask for organisations that were not known before ${before}.`)

/** The question as a page would put it; null for an organisation that is not known. */
async function questionOf(one: Query): Promise<MatchQuestion | null> {
  const common = {
    roms: null,
    themes: [],
    withPartners: false,
    withFeedback: false,
    language: 'nl' as const,
    limit: listed,
    offset: 0,
  }
  if ('organisation' in one) {
    const id = idOf.get(one.organisation)
    if (!id) return null
    const seat = await db.selectFrom('organisation').select('seat_rom_id').where('id', '=', id).executeTakeFirst()
    const leaveOut = seat?.seat_rom_id ? [seat.seat_rom_id] : []
    return { ...common, organisation: id, text: null, leaveOut, kinds: [], exclude: [] }
  }
  const kinds = one.kinds?.flatMap((kind) => (kind === 'sme' ? smes : [kind])) ?? []
  const exclude = one.exclude.flatMap((pic) => idOf.get(pic) ?? [])
  const text = { passages: [{ text: one.text, language: 'en' as const }], added: [], removed: [] }
  return { ...common, organisation: null, text, leaveOut: one.rom ? [one.rom] : [], kinds, exclude }
}

function readQueries(path: string): Query[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (!line.trim()) return []
    try {
      return [query.parse(JSON.parse(line))]
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
      return fail(`${path}, line ${index + 1} is not a query: ${why}\n\n${usage}`)
    }
  })
}
