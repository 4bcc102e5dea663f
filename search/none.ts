import { SearchDown, type SearchEngine } from './engine.ts'

/** What stands in for a search engine where there is none: everything works but finding. */
export const noEngine: SearchEngine = {
  ready: async () => false,
  find: async () => {
    throw new SearchDown('There is no search server')
  },
  mark: (text) => [{ text, match: false }],
}
