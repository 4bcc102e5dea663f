import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readContent } from '#db/seed/content.ts'
import { Lexicon, readLexicon } from './lexicon.ts'

function lexiconOf(...lines: string[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-lexicon-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'own.tsv'), ['id\tnl\ten\tbroader\tthemes\ttechnologies', ...lines, ''].join('\n'))
  return pathToFileURL(`${folder}/`)
}

test('the lexicon is sound, and names themes and technologies that exist', () => {
  const concepts = readLexicon()
  const { reference } = readContent()
  const themes = new Set(reference.themes.map(({ id }) => id))
  const technologies = new Set(reference.technologies.map(({ id }) => id))
  expect(concepts.length).toBeGreaterThan(300)
  for (const concept of concepts) {
    expect(
      concept.themes.filter((id) => !themes.has(id)),
      concept.id,
    ).toEqual([])
    expect(
      concept.technologies.filter((id) => !technologies.has(id)),
      concept.id,
    ).toEqual([])
  }
})

test.each([
  [['a\twaterstof\t\t\t\t'], /own\.tsv, line 2: .*English label is missing/s],
  [['a\twaterstof\thydrogen\t\t\t', 'b\tWaterstof\thydrogen gas\t\t\t'], /line 3: "nl waterstof" is at .*line 2 too/],
  [['a\twaterstof\thydrogen\tb\t\t'], /a has the broader concept b, which is not there/],
  [['a\tx1\ty1\tb\t\t', 'b\tx2\ty2\ta\t\t'], /comes back to itself/],
  [['A b\twaterstof\thydrogen\t\t\t'], /line 2/],
])('a mistake is named with its place: %j', (lines, message) => {
  expect(() => readLexicon(lexiconOf(...lines))).toThrow(message)
})

test('the longest label counts, abbreviations only in capitals, and compounds are looked into', () => {
  const lexicon = new Lexicon(
    readLexicon(
      lexiconOf(
        'hydrogen\twaterstof; H2\thydrogen; H2\t\tenergy\t',
        'hydrogen-storage\twaterstofopslag\thydrogen storage\thydrogen\tenergy\t',
        'production\tproductie\tproduction\t\t\t',
        'ai\tkunstmatige intelligentie; AI\tartificial intelligence; AI\t\t\t',
      ),
    ),
  )
  const ids = (text: string, language: 'nl' | 'en') => lexicon.find(text, language).map(({ concept }) => concept.id)
  expect(ids('Large hydrogen storage, and hydrogen.', 'en')).toEqual(['hydrogen-storage', 'hydrogen'])
  expect(ids('waterstofproductie', 'nl')).toEqual(['hydrogen', 'production'])
  expect(ids('AI helpt; ai niet', 'nl')).toEqual(['ai'])
  const found = lexicon.find('hydrogen storage', 'en').map(({ concept }) => concept)
  expect([...lexicon.withBroader(found)].map(({ id }) => id)).toEqual(['hydrogen-storage', 'hydrogen'])
})

test('words that were added count after those of the files, and not for a concept that has gone', () => {
  const concepts = readLexicon(
    lexiconOf(
      'hydrogen\twaterstof; H2\thydrogen; H2\t\tenergy\t',
      'panel\tpaneel\tpanel\t\t\t',
      'painting\tschilderij\tpainting\t\t\t',
    ),
  )
  const lexicon = new Lexicon(concepts, [
    { concept: 'hydrogen', language: 'nl', label: 'kwoekbrander' },
    { concept: 'hydrogen', language: 'nl', label: 'knalgas mengsel' },
    // A file says otherwise, of the word itself, of one of the same stem, and of an abbreviation.
    { concept: 'painting', language: 'nl', label: 'Paneel' },
    { concept: 'painting', language: 'en', label: 'panels' },
    { concept: 'painting', language: 'nl', label: 'H2' },
    { concept: 'gone', language: 'nl', label: 'verdwenen' },
  ])
  const ids = (text: string, language: 'nl' | 'en') => lexicon.find(text, language).map(({ concept }) => concept.id)
  expect(ids('kwoekbranders, een knalgas-mengsel, kwoekbranderpanelen', 'nl')).toEqual([
    ...Array(3).fill('hydrogen'),
    'panel',
  ])
  expect(ids('een paneel en H2', 'nl')).toEqual(['panel', 'hydrogen'])
  expect(ids('one panel, two panels', 'en')).toEqual(['panel', 'painting'])
  expect(ids('verdwenen', 'nl')).toEqual([])
  const [hydrogen] = lexicon.find('kwoekbrander', 'nl')
  expect(hydrogen?.concept.nl).toEqual(['waterstof', 'H2', 'kwoekbrander', 'knalgas mengsel'])
  expect(concepts[0]?.nl).toEqual(['waterstof', 'H2'])
})
