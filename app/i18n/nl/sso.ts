/** Signing in with the account of one's own organisation; `name` is what people call where they do. */
export const sso = {
  title: 'Inloggen met {{name}}',
  who: 'Werk je bij een ROM? Log in met het account van je werk.',
  otherwise: 'Of log in met je wachtwoord:',
  intro: 'Je gaat naar {{name}} en komt daarna hier terug.',
  going: 'Je gaat nu naar {{name}}. Gebeurt er niets? Ga dan zelf verder.',
  goOn: 'Verder naar {{name}}',
  again: 'Probeer het opnieuw met {{name}}',
  other: 'Kies een ander account bij {{name}}',
  password: 'Inloggen met je wachtwoord',
  refused: {
    afgebroken: {
      title: 'Je hebt niet ingelogd',
      text: 'Het inloggen bij {{name}} is afgebroken. Er is niets gewijzigd.',
    },
    onbekend: {
      title: 'Je hebt nog geen toegang',
      text: 'Je bent ingelogd bij {{name}}, maar met dat account kun je Schakel niet in. Vraag de coördinator van je ROM of de beheerder om een uitnodiging op je werkadres. Heb je die al, gebruik dan de link in die mail.',
    },
    weg: {
      title: '{{name}} is niet bereikbaar',
      text: 'Log in met je wachtwoord, of probeer het over een paar minuten opnieuw.',
    },
    mislukt: {
      title: 'Inloggen met {{name}} is niet gelukt',
      text: 'Misschien duurde het langer dan tien minuten, of had je het op twee plekken open. Er is niets gewijzigd.',
    },
  },
  link: {
    title: 'Inloggen met het account van je werk',
    since: 'Je account is gekoppeld sinds {{date}}. Je kunt er zonder wachtwoord mee inloggen.',
    change: 'Koppeling losmaken',
    intro:
      'Daarna log je in met je wachtwoord, en ben je op andere apparaten uitgelogd. Log je toch weer in met het account van je werk, dan wordt het opnieuw gekoppeld.',
    noPassword: 'Je hebt nog geen wachtwoord. Kies er eerst een, anders kom je er niet meer in.',
    gone: 'De koppeling is los. Log voortaan in met je wachtwoord.',
  },
}
