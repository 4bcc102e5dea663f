/** The mail with which somebody comes in. */
export const accountMail = {
  verify: {
    subject: 'Kies een wachtwoord voor Schakel',
    body: 'Met dit e-mailadres is een account aangevraagd bij Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen.\n\nKies een wachtwoord. Daarna ben je meteen ingelogd. Dat kan tot een week na deze mail, en één keer.\n\nHeb je dit niet aangevraagd? Dan hoef je niets te doen: zonder wachtwoord verdwijnt het account vanzelf.',
    action: 'Een wachtwoord kiezen',
  },
  alreadyRegistered: {
    subject: 'Je hebt al een account bij Schakel',
    body: 'Met dit e-mailadres is een account aangevraagd bij Schakel. Je hebt er al een.\n\nWeet je je wachtwoord nog? Dan kun je gewoon inloggen. Kies anders een nieuw wachtwoord. Dat kan tot een uur na deze mail, en één keer.\n\nHeb je dit niet aangevraagd? Dan hoef je niets te doen.',
    action: 'Een nieuw wachtwoord kiezen',
  },
  reset: {
    subject: 'Een nieuw wachtwoord voor Schakel',
    body: 'Er is om een nieuw wachtwoord gevraagd voor je account bij Schakel. Kies het binnen een uur na deze mail. De link werkt één keer.\n\nHeb je dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft hetzelfde.',
    action: 'Een nieuw wachtwoord kiezen',
  },
  noAccount: {
    subject: 'Er is geen account met dit e-mailadres',
    body: 'Er is om een nieuw wachtwoord gevraagd bij Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen. Met dit e-mailadres is er geen account.\n\nMisschien gebruikte je een ander e-mailadres. Je kunt ook een account maken.\n\nHeb je dit niet gevraagd? Dan hoef je niets te doen.',
    action: 'Een account maken',
  },
  invitation: {
    subject: 'Je bent uitgenodigd voor Schakel',
    body: 'Er is een account voor je gemaakt bij Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen.\n\nJe rol: {{role}}.\n\nKies een wachtwoord. Daarna ben je meteen ingelogd. Dat kan tot een week na deze mail, en één keer.',
    action: 'Een wachtwoord kiezen',
  },
  roleGranted: {
    subject: 'Je hebt een nieuwe rol in Schakel',
    body: 'Je account bij Schakel heeft er een rol bij: {{role}}.\n\nJe wachtwoord blijft hetzelfde.',
    action: 'Inloggen',
  },
}
