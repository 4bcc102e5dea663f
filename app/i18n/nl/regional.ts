/** Which organisations of each region fit a programme, initiative or call. */
export const regional = {
  title: 'Passende organisaties voor {{name}}',
  titleOf: 'Passende organisaties voor {{name}}: regio van {{rom}}',
  intro:
    'Wie past bij wat hier gevraagd wordt? Per regio de best passende eerst, met de redenen. Wie al meedoet, staat niet in de lijst.',
  find: 'Passende organisaties per regio',
  findHelp:
    'Welke bedrijven en kennisinstellingen passen hierbij? Voor elke regio de beste drie, met de redenen erbij.',
  all: 'Alle regio’s: de beste drie van elk',
  jump: 'Ga naar een regio',
  submit: 'Toon',
  role: 'Rol van {{rom}}:',
  roleIn: 'Rol van {{rom}} in {{name}}:',
  present: 'Doet al mee:',
  presentMore_one: 'en nog {{count}} organisatie',
  presentMore_other: 'en nog {{count}} organisaties',
  none: 'Hier is niemand gevonden die er goed bij past.',
  more: 'Meer uit deze regio ({{total}})',
  nearest: 'Bekijk wie er het dichtst bij komt ({{total}})',
  moreOf: ' (regio van {{rom}})',
  overTitle: 'Dit is afgelopen',
  over: 'De lijst laat zien wie bij het onderwerp past, bijvoorbeeld voor een vervolg.',
  wants: 'Gevraagd in {{name}}',
}
