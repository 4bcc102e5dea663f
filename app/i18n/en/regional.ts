import type { Messages } from '../nl/messages.ts'

export const regional: Messages['regional'] = {
  title: 'Organisations that fit {{name}}',
  titleOf: 'Organisations that fit {{name}}: region of {{rom}}',
  intro:
    'Who fits what is asked for here? Of each region the best fit first, with the reasons. Those that take part already are not in the list.',
  find: 'Fitting organisations by region',
  findHelp: 'Which companies and knowledge institutions fit this? The best three of each region, with the reasons.',
  all: 'All regions: the best three of each',
  jump: 'Go to a region',
  submit: 'Show',
  role: 'Role of {{rom}}:',
  roleIn: 'Role of {{rom}} in {{name}}:',
  present: 'Takes part already:',
  presentMore_one: 'and {{count}} more organisation',
  presentMore_other: 'and {{count}} more organisations',
  none: 'Nobody was found here who fits well.',
  more: 'More from this region ({{total}})',
  nearest: 'See who comes nearest ({{total}})',
  moreOf: ' (region of {{rom}})',
  overTitle: 'This is over',
  over: 'The list shows who fits the subject, for a follow-up for instance.',
  wants: 'Asked for in {{name}}',
}
