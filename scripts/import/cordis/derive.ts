import type { Lexicon } from '#search/lexicon/lexicon.ts'
import type { Derive } from './write-projects.ts'

/**
 * A text is about a theme when it speaks of it this often, in more than one way; what its title says counts three times.
 * Looked at by hand on 2,852 projects: with less, words used in passing ("resilience", "water") bring in themes that are not there.
 */
const enough = 5

/** Tells by the lexicon which themes and technologies an English text is about. Its first line is the title. */
export function deriveWith(lexicon: Lexicon): Derive {
  return (text) => {
    const titleEnd = text.indexOf('\n')
    const themes = new Mentions()
    const technologies = new Mentions()
    for (const { concept, start } of lexicon.find(text, 'en')) {
      const weight = start < titleEnd ? 3 : 1
      for (const id of concept.themes) themes.add(id, concept.id, weight)
      for (const id of concept.technologies) technologies.add(id, concept.id, weight)
    }
    return { themes: themes.often(), technologies: technologies.often() }
  }
}

class Mentions {
  readonly #of = new Map<string, { weight: number; concepts: Set<string> }>()

  add(id: string, concept: string, weight: number): void {
    const known = this.#of.get(id) ?? { weight: 0, concepts: new Set() }
    known.weight += weight
    known.concepts.add(concept)
    this.#of.set(id, known)
  }

  often(): string[] {
    return [...this.#of]
      .flatMap(([id, { weight, concepts }]) => (weight >= enough && concepts.size > 1 ? id : []))
      .sort()
  }
}
