import { Agent, request } from 'node:http'
import { ask } from '#search/ask.ts'
import type { SearchRequest } from '#search/engine.ts'
import { rewrite } from '#search/language/rewrite.ts'
import type { Lexicon } from '#search/lexicon/lexicon.ts'
import { queriesFor, type SearchAddress } from '#search/meilisearch.ts'
import { compared, crowds, measured, round, timed, timesOf } from './times.ts'

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
 * Times each search as a bare question to Meilisearch and through the portal's API, from the client's side in the same run: one
 * client in turn for each text, and then several at a time.
 * @returns the times in milliseconds; of one client also the difference of the medians over all searches
 */
export async function measureOverhead(url: string, address: SearchAddress, lexicon: Lexicon, rounds: number) {
  const rows: Record<string, { bare: number; portal: number; more: number }> = {}
  const all = { bare: [] as number[], portal: [] as number[] }
  for (const text of texts) {
    const own = { bare: [] as number[], portal: [] as number[] }
    for (let turn = 0; turn < rounds; turn++) {
      own.bare.push(await timed(bare(address, lexicon, text)))
      own.portal.push(await timed(portal(url, text)))
    }
    all.bare.push(...own.bare)
    all.portal.push(...own.portal)
    const [one, other] = [timesOf(0, own.bare).p50, timesOf(0, own.portal).p50]
    rows[text] = { bare: round(one), portal: round(other), more: round(other - one) }
  }
  const many = Array.from({ length: rounds }, () => texts).flat()
  const atOnce = [compared(1, all.bare, all.portal)]
  for (const clients of crowds.filter((count) => count > 1)) {
    const asked = await measured(
      clients,
      many.map((text) => bare(address, lexicon, text)),
    )
    atOnce.push(
      compared(
        clients,
        asked,
        await measured(
          clients,
          many.map((text) => portal(url, text)),
        ),
      ),
    )
  }
  const more = round(timesOf(0, all.portal).p50 - timesOf(0, all.bare).p50)
  return { rows, more, atOnce }
}

function bare(address: SearchAddress, lexicon: Lexicon, text: string) {
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
  return () => ask(address, '/multi-search', { queries }, 30_000)
}

/** As light as the bare question is asked, so that the difference is the portal's. */
function portal(url: string, text: string) {
  return () => get(`${url}/api/v1/search?${new URLSearchParams({ q: text })}`)
}

const agent = new Agent({ keepAlive: true })

/** Asks for an address and reads the answer away. */
export function get(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    })
    // The server ends a connection that was idle for five seconds, perhaps just when it is used again.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' && sent.reusedSocket) get(url).then(resolve, reject)
      else reject(error)
    })
    sent.end()
  })
}
