import type { Settings } from 'meilisearch'
import type { SearchDocument } from './documents/document.ts'

type Field = keyof SearchDocument & string

/** The first counts most: a name before a summary, what a text says before what it can be taken to mean. */
const searchable: Field[] = [
  'title',
  'title_terms',
  'summary',
  'summary_terms',
  'text',
  'text_terms',
  'evidence',
  'evidence_terms',
]
const filterable: Field[] = ['id', 'type', 'kind', 'status', 'themes', 'roms', 'technologies']
const sortable: Field[] = ['name_nl', 'name_en', 'date', 'weight']

/** How Meilisearch is to treat the documents. */
export const settings: Settings = {
  searchableAttributes: searchable,
  filterableAttributes: filterable,
  sortableAttributes: sortable,
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'weight:desc'],
  // The labels of a concept are phrases among the terms: words that belong together rank before words that happen to meet.
  proximityPrecision: 'byWord',
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
  // No cap on what can be paged through.
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 100 },
}
