export const account = {
  email: 'E-mailadres',
  password: 'Wachtwoord',
  menu: 'Mijn Schakel',
  signInLink: 'Inloggen',
  signOut: 'Uitloggen',
  signIn: {
    title: 'Inloggen',
    intro:
      'Voor medewerkers van de ROMs en voor organisaties die zelf hun gegevens bijhouden. Lezen en zoeken kan zonder account.',
    needed: 'Log in om verder te gaan. Daarna kom je vanzelf op de goede plek.',
    submit: 'Inloggen',
  },
  examples: {
    title: 'Kijk rond als iemand anders',
    intro: 'Dit is een demonstratie: kies een rol en probeer Schakel uit. De personen zijn verzonnen.',
    try: 'Probeer als ',
  },
  role: {
    business_developer: 'Business developer',
    coordinator: 'ROM-coördinator',
    secretary: 'Secretaris',
    commissioner: 'Opdrachtgever',
    administrator: 'Beheerder',
    member: 'Ondernemer',
  },
  memberRole: {
    owner: 'eigenaar van het profiel',
    editor: 'werkt mee aan het profiel',
  },
  home: {
    title: 'Welkom, {{name}}',
    intro: 'Dit is je eigen plek in Schakel.',
    roles: 'Je rollen',
    standsIn: 'als vervanger van {{name}}',
    organisations: 'Je organisaties',
    noOrganisations: 'Je beheert nog geen profiel van een organisatie.',
    unconfirmed: 'de ROM moet dit nog bevestigen',
  },
}
