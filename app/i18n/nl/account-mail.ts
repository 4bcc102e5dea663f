/** The mail with which somebody comes in. */
export const accountMail = {
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
