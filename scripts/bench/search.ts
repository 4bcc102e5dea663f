import { Agent, request } from 'node:http'
import { ask } from '#search/ask.ts'
import type { SearchRequest } from '#search/engine.ts'
import { rewrite } from '#search/language/rewrite.ts'
import type { Lexicon } from '#search/lexicon/lexicon.ts'
import { queriesFor, type SearchAddress } from '#search/meilisearch.ts'
import { timesOf } from './times.ts'

/** The most that a search through the API may take more than the question it asks Meilisearch, in milliseconds. */
export const overheadLimit = 8

const texts = [
  'energie',
  'waterstof',
  'groene waterstof',
  'kunstmatige intelligentie',
  'hydrogen storage',
  'TU Delft',
  'membraantechnologie',
  'landbouw robots',
  'circulair bouwen',
  'medicijnen tegen kanker',
  'fotonica',
  'cybersecurity',
]

/**
 * Times each search in turn as a bare question to Meilisearch and through the portal's API, at one client, both from the client's
 * side in the same run.
 * @returns the times in milliseconds, and the difference of their medians over all searches
 */
export async function measureOverhead(url: string, address: SearchAddress, lexicon: Lexicon, rounds: number) {
  const rows: Record<string, { bare: number; portal: number; more: number }> = {}
  const bare: number[] = []
  const portal: number[] = []
  for (const text of texts) {
    const wanted: SearchRequest = {
      text,
      filter: {},
      sort: 'relevance',
      language: 'nl',
      limit: 10,
      offset: 0,
      facets: true,
    }
    const queries = queriesFor(wanted, rewrite(lexicon, text, false).query, 'schakel')
    const question = { queries }
    const api = `${url}/api/v1/search?${new URLSearchParams({ q: text })}`
    const own = { bare: [] as number[], portal: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      own.bare.push(await timed(() => ask(address, '/multi-search', question, 5000)))
      own.portal.push(await timed(() => get(api)))
    }
    bare.push(...own.bare)
    portal.push(...own.portal)
    const [one, other] = [timesOf(0, own.bare).p50, timesOf(0, own.portal).p50]
    rows[text] = { bare: round(one), portal: round(other), more: round(other - one) }
  }
  const all = { bare: timesOf(0, bare), portal: timesOf(0, portal) }
  return {
    rows,
    p50: { bare: round(all.bare.p50), portal: round(all.portal.p50), more: round(all.portal.p50 - all.bare.p50) },
    p95: { bare: round(all.bare.p95), portal: round(all.portal.p95), more: round(all.portal.p95 - all.bare.p95) },
  }
}

const agent = new Agent({ keepAlive: true })

/** As light as the bare question is asked, so that the difference is the portal's. */
function get(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    })
    sent.on('error', reject).end()
  })
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
