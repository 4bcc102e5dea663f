import type { Messages } from '../nl/messages.ts'

export const search: Messages['search'] = {
  title: 'Search',
  for: 'Search for “{{q}}”',
  intro: 'Search programmes, organisations, projects and more, in Dutch and English.',
  none: 'Nothing found for “{{q}}”.',
  noneHelp: 'Try another word or a shorter one, or take a filter away.',
  plain: 'The search engine cannot be reached just now.',
  plainHelp:
    'Below is where these words occur literally in the name, place or summary. Until then you can filter by kind only. Try again in a while for all results.',
  relaxed: 'Nothing has all of these words. This comes closest.',
  partly: 'Only the first {{n}} have all of these words. What comes closest follows.',
  suggested: '{{n}} suggestions, {{total}} results in all. Choose with the arrow keys.',
  showAll: 'All results ({{n}})',
  alsoFound: 'Also found in: ',
  kindOf: 'Kind of organisation or initiative',
  type: {
    theme: 'Theme',
    rom: 'ROM',
    programme: 'Programme',
    initiative: 'Initiative',
    call: 'Call',
    instrument: 'Instrument',
    organisation: 'Organisation',
    project: 'Earlier project',
  },
  types: {
    theme: 'Themes',
    rom: 'ROMs',
    programme: 'Programmes',
    initiative: 'Initiatives',
    call: 'Calls',
    instrument: 'Instruments',
    organisation: 'Organisations',
    project: 'Earlier projects',
  },
  sortBy: { relevantie: 'Best first', naam: 'Name', nieuw: 'Newest' },
}
