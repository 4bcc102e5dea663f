import type { Db } from '#db/client.ts'
import type { Mark, SearchEngine, SearchRequest } from '#search/engine.ts'
import { countMatches, crop, hasMatch } from './marked.ts'
import { plainSearch } from './plain.server.ts'
import { moreTexts, readHits } from './read.server.ts'
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
  const [rows, texts] = await Promise.all([readHits(db, hits), request.text ? moreTexts(db, hits) : null])
  const mark = search.marker(request)
  return {
    total,
    hits: rows.map((row) => marked(row, mark, request.language, () => texts?.get(`${row.type} ${row.id}`) ?? [])),
    facets,
    relaxed: answer?.relaxed ?? false,
    plain: answer === null,
  }
}

function marked(
  row: Hit,
  mark: Mark,
  language: 'nl' | 'en',
  texts: () => { language: 'nl' | 'en'; text: string }[],
): MarkedHit {
  const name = row[`name_${language}`]
  const other = language === 'nl' ? 'en' : 'nl'
  const ownLanguage = row.name_nl === row.name_en ? null : language
  const summary = inOneOf(row, language, other)
  const markedName: MarkedText = { language: ownLanguage, segments: mark(name, ownLanguage) }
  // A name that answers says enough: the beginning of the summary then tells more than the place where that answers too.
  const looked = hasMatch(markedName.segments) ? summary?.text.slice(0, 2 * summaryLength) : summary?.text
  const markedSummary: MarkedText | null = summary && {
    language: summary.language,
    segments: crop(mark(looked ?? '', summary.language, summaryLength), summaryLength),
  }
  const shown = hasMatch(markedName.segments) || (markedSummary !== null && hasMatch(markedSummary.segments))
  return { ...row, marked: { name: markedName, summary: markedSummary, text: shown ? null : best(texts(), mark) } }
}

function inOneOf(row: Hit, language: 'nl' | 'en', other: 'nl' | 'en') {
  for (const one of [language, other]) {
    const text = row[`summary_${one}`]
    if (text) return { language: one, text }
  }
  return null
}

/** Of more texts, the one with most of what was asked. */
function best(texts: { language: 'nl' | 'en'; text: string }[], mark: Mark): MarkedText | null {
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
