/** Getting an account, and getting back into it. */
export const entry = {
  name: 'Je naam',
  forgottenLink: 'Wachtwoord vergeten?',
  registerLink: 'Nog geen account? Maak er een',
  register: {
    title: 'Een account maken',
    intro: 'Met een account houd je de gegevens van je eigen organisatie bij. Lezen en zoeken kan zonder.',
    emailHelp: 'Liefst van je werk. Je krijgt een mail met een link om een wachtwoord te kiezen.',
    submit: 'Account maken',
    known: 'Heb je al een account?',
    privacy: 'We gebruiken je naam en e-mailadres alleen voor je account. Lees meer:',
  },
  forgotten: {
    title: 'Wachtwoord vergeten',
    intro: 'Vul je e-mailadres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.',
    submit: 'Mail sturen',
  },
  sent: {
    title: 'Kijk in je mail',
    intro: 'Binnen een paar minuten krijg je een mail. Daarin staat hoe je verder gaat.',
    keptHere:
      'Dit portaal heeft geen mailserver. De mail ligt als bestand in de map “mail” van de gegevens; de beheerder kan erbij.',
    nothing: 'Geen mail gekregen?',
    spam: 'Kijk bij ongewenste mail.',
    typed: 'Misschien zat er een typefout in je e-mailadres.',
    again: 'Probeer het na een paar minuten nog eens:',
  },
  password: {
    title: 'Een wachtwoord kiezen',
    intro: 'Daarna ben je meteen ingelogd. Op andere apparaten log je opnieuw in.',
    whose: 'Dit wachtwoord is voor {{email}}.',
    label: 'Nieuw wachtwoord',
    help: 'Minstens 12 tekens. Een zin van een paar woorden is sterk en goed te onthouden. Gebruik niet je naam of e-mailadres.',
    submit: 'Wachtwoord opslaan',
  },
  deadKey: {
    title: 'Deze link werkt niet meer',
    intro:
      'Een link uit een mail werkt één keer, en niet langer dan in de mail staat. Er is niets gewijzigd. Vraag gerust een nieuwe mail aan.',
    again: 'Een nieuwe mail aanvragen',
  },
}

/** What can be wrong with what is asked here. */
export const entryFault = {
  short: 'Kies een wachtwoord van minstens 12 tekens.',
  long: 'Kies een wachtwoord van hoogstens 200 tekens.',
  common: 'Dit wachtwoord is te makkelijk te raden. Neem een langere zin, zonder je naam of e-mailadres.',
  mailOften: 'Er is al een paar keer om mail gevraagd. Kijk eerst in je mail, of probeer het over een uur opnieuw.',
}
