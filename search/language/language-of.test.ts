import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'

test.each([
  ['Wij zoeken een partner die membranen voor waterelektrolyse kan maken.', 'nl'],
  ['We are looking for a partner that can make membranes for water electrolysis.', 'en'],
  ['waterstof', 'nl'],
  ['hydrogen storage', 'en'],
  ['Batterijen testen bij -20 °C in een klimaatkamer', 'nl'],
  ['AI software for machine learning in hospitals', 'en'],
  ['Wij bouwen een digital twin met machine learning voor de haven', 'nl'],
  // Nothing to tell by.
  ['', 'nl'],
  ['42 !!! 💥', 'nl'],
  ['TNO ASML', 'nl'],
] as const)('%s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('the beginning of a text is enough, and a pasted book takes no longer than a page', () => {
  expect(languageOf(`${'de vraag naar water '.repeat(100)}${'the demand for water '.repeat(10_000)}`)).toBe('nl')
  expect(languageOf('x'.repeat(1_000_000))).toBe('nl')
})
