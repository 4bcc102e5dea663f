import type { HitType } from '../engine.ts'
import { shortNames } from '../language/short-names.ts'
import { termsOf } from '../language/terms.ts'
import type { Language, Lexicon } from '../lexicon/lexicon.ts'

/**
 * What the index holds of one thing. Each text field has a field of terms beside it: see `termsOf`. The order of these fields in
 * `settings.ts` says which counts most.
 */
export interface SearchDocument {
  id: string
  type: HitType
  /** Its id in the database. */
  key: string
  kind: string | null
  status: string | null
  themes: string[]
  roms: string[]
  technologies: string[]
  title: string[]
  title_terms: string[]
  summary: string[]
  summary_terms: string[]
  text: string[]
  text_terms: string[]
  /** The titles of earlier projects: they say what an organisation has done, less strongly than what it says itself. */
  evidence: string[]
  evidence_terms: string[]
  /** For sorting. */
  name_nl: string
  name_en: string
  date: string
  /** Of two that match as well, the higher goes first. */
  weight: number
}

/** Texts of one field, by language; those of `name` may be in either. */
export interface Texts {
  nl?: (string | null)[]
  en?: (string | null)[]
  name?: (string | null)[]
}

export interface DocumentSource {
  type: HitType
  key: string
  kind?: string | null
  status?: string | null
  themes?: string[]
  roms?: string[]
  technologies?: string[]
  title: Texts
  /** What it is called, of which people make short names. */
  names?: (string | null)[]
  summary: Texts
  text?: Texts
  /** Found by, but not shown as a reason: the names of themes and technologies. */
  labels?: Texts
  evidence?: Texts
  name_nl: string
  name_en: string
  date?: string | null
  isExample?: 0 | 1
}

const weights: Record<HitType, number> = {
  theme: 9,
  rom: 9,
  programme: 8,
  call: 7,
  instrument: 7,
  initiative: 6,
  organisation: 5,
  project: 1,
}

/** The key of a document in the index, which allows letters, digits, "-" and "_" only. */
export function documentId(type: HitType, key: string): string {
  return `${type}-${key.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`
}

/** Makes the document of a thing: its texts, and the terms they can be found by. */
export function documentOf(lexicon: Lexicon, source: DocumentSource): SearchDocument {
  const { type, key } = source
  return {
    id: documentId(type, key),
    type,
    key,
    kind: source.kind ?? null,
    status: source.status ?? null,
    themes: [...new Set(source.themes)],
    roms: [...new Set(source.roms)],
    technologies: [...new Set(source.technologies)],
    title: values(source.title),
    title_terms: [...terms(lexicon, source.title), ...shortNames(lexicon, source.names ?? [])],
    summary: values(source.summary),
    summary_terms: terms(lexicon, source.summary),
    text: values(source.text),
    text_terms: [...values(source.labels), ...terms(lexicon, source.text), ...terms(lexicon, source.labels)],
    evidence: values(source.evidence),
    evidence_terms: terms(lexicon, source.evidence),
    name_nl: source.name_nl.toLowerCase(),
    name_en: source.name_en.toLowerCase(),
    date: source.date ?? '',
    weight: weights[type] - (source.isExample ? 0.5 : 0),
  }
}

function values(texts: Texts = {}): string[] {
  return [...new Set([texts.name, texts.nl, texts.en].flatMap((list) => list ?? []).filter((text) => text !== null))]
}

function terms(lexicon: Lexicon, texts: Texts = {}): string[] {
  const of = (list: (string | null)[] = [], language: Language | null) =>
    list.flatMap((text) => (text ? termsOf(lexicon, text, language) : []))
  return [...new Set([...of(texts.name, null), ...of(texts.nl, 'nl'), ...of(texts.en, 'en')])]
}
