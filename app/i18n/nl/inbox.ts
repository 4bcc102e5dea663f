/** Where mail about the work of a ROM arrives. */
export const inbox = {
  roms: 'Gegevens van de ROMs',
  title: 'Gegevens van {{rom}}',
  link: 'Gegevens van je ROM',
  intro: 'Waar mail over het werk van de ROM binnenkomt, zoals een aanvraag om een organisatie te beheren.',
  team: 'Teammailbox',
  none: 'Er is geen teammailbox. Mail gaat naar de medewerkers van de ROM.',
  inUse: 'In gebruik: {{address}}',
  since: 'Bevestigd op {{date}}',
  persons: { only: 'Alleen de teammailbox krijgt mail.', too: 'De teammailbox en de medewerkers krijgen mail.' },
  waiting: 'Wacht op bevestiging sinds {{date}}',
  waitingHelp:
    'Er is een mail gestuurd naar {{address}}. Zolang niemand de link daarin gebruikt, blijft alles zoals het is. De link werkt een week.',
  cancel: 'Toch niet dit adres',
  off: 'Teammailbox niet meer gebruiken',
  coordinator: 'De coördinator van de ROM stelt dit in.',
  set: 'Een teammailbox instellen',
  change: 'Teammailbox wijzigen',
  address: 'E-mailadres van het team',
  addressHelp:
    'Geen adres van één persoon. We sturen er een link heen; pas als die is gebruikt, komt hier mail binnen.',
  who: 'Wie krijgt mail',
  whoHelp: 'Staat er bij de ROM niemand in Schakel die kan beslissen, dan krijgt de beheerder ook mail.',
  choice: { only: 'alleen teammailbox', too: 'teammailbox en medewerkers' },
  submit: 'Opslaan',
  confirmTitle: 'Teammailbox bevestigen',
  confirmIntro: 'Mail over het werk van {{rom}} in Schakel komt dan binnen op {{address}}.',
  confirm: 'Bevestig dit adres',
  confirmedTitle: 'De teammailbox is in gebruik',
  confirmed: 'Mail over het werk van de ROM komt voortaan hier binnen. Je kunt deze pagina sluiten.',
  deadTitle: 'Deze link werkt niet meer',
  dead: 'Een link werkt een week, en één keer. Vraag de coördinator van de ROM om het adres opnieuw in te stellen.',
}

/** What can be wrong with it; codes of `form.fault`. */
export const inboxFaults = {
  inboxPersons: 'Kies wie mail krijgt.',
  inboxes: 'Er zijn vandaag al veel adressen gevraagd. Probeer het morgen opnieuw.',
}
