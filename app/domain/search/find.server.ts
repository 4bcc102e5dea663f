import type { Db } from '#db/client.ts'
import type { Mark, SearchEngine, SearchRequest } from '#search/engine.ts'
import { countMatches, crop, hasMatch } from './marked.ts'
import { plainSearch } from './plain.server.ts'
import { type MoreText, moreTexts, readHits } from './read.server.ts'
import type { Found, Hit, MarkedHit, MarkedText } from './types.ts'

const summaryLength = 260

/**
 * Searches everything that everybody may see. The engine gives ids; what is shown is read again, so that what was withdrawn a moment
 * ago is not. Without a search server it falls back on a plain search of names and summaries in the database.
 */
export async function findEverything(
  { db, search }: { db: Db; search: SearchEngine },
  request: SearchRequest,
): Promise<Found> {
  const answer = await search.find(request)
  const { total, hits, facets } = answer ?? (await plainSearch(db, request))
  const mark = search.marker(request)
  const rows = (await readHits(db, hits)).map((row) => marked(row, mark, request.language))
  // Only those of which nothing shown says why they were found are looked into further.
  const silent = request.text ? rows.filter(({ marked: { name, summary } }) => !shows(name) && !shows(summary)) : []
  const texts = await moreTexts(db, silent)
  for (const row of silent) row.marked.text = best(texts.get(`${row.type} ${row.id}`) ?? [], mark)
  return { total, hits: rows, facets, exact: answer?.exact ?? total, plain: answer === null }
}

function shows(text: MarkedText | null): boolean {
  return text !== null && hasMatch(text.segments)
}

function marked(row: Hit, mark: Mark, language: 'nl' | 'en'): MarkedHit {
  const text = row[`name_${language}`]
  const other = language === 'nl' ? 'en' : 'nl'
  // Projects have English titles; other names that are the same in both languages are in either.
  const ownLanguage = row.type === 'project' ? 'en' : row.name_nl === row.name_en ? null : language
  const name: MarkedText = { language: ownLanguage, segments: mark(text, ownLanguage) }
  const summary = inOneOf(row, language, other)
  // A name that answers says enough: the beginning of the summary then tells more than the place where that answers too.
  const looked = shows(name) ? summary?.text.slice(0, summaryLength + 50) : summary?.text
  const markedSummary: MarkedText | null = summary && {
    language: summary.language,
    segments: crop(mark(looked ?? '', summary.language, summaryLength), summaryLength),
  }
  return { ...row, marked: { name, summary: markedSummary, text: null } }
}

function inOneOf(row: Hit, language: 'nl' | 'en', other: 'nl' | 'en') {
  for (const one of [language, other]) {
    const text = row[`summary_${one}`]
    if (text) return { language: one, text }
  }
  return null
}

/** Of more texts, the one with most of what was asked. */
function best(texts: MoreText[], mark: Mark): MarkedText | null {
  let most = 0
  let chosen: MarkedText | null = null
  for (const { language, text } of texts) {
    const segments = mark(text, language)
    const count = countMatches(segments)
    if (count > most) {
      most = count
      chosen = { language, segments: crop(segments, summaryLength) }
    }
  }
  return chosen
}
