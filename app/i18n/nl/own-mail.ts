/** Mail about one's own account. */
export const ownMail = {
  twoFactorOn: {
    subject: 'Inloggen in twee stappen staat aan',
    body: 'Inloggen in twee stappen is zojuist aangezet voor je account bij Schakel.\n\nWas jij dat niet? Neem dan meteen contact op met de beheerder.',
    action: 'Bekijk je account',
  },
  twoFactorOff: {
    subject: 'Inloggen in twee stappen staat uit',
    body: 'Inloggen in twee stappen is zojuist uitgezet voor je account bij Schakel. Je wachtwoord is nu genoeg om in te loggen.\n\nWas jij dat niet? Kies dan meteen een nieuw wachtwoord en neem contact op met de beheerder.',
    action: 'Bekijk je account',
  },
  recoveryCodeUsed: {
    subject: 'Er is een herstelcode gebruikt',
    body: 'Er is zojuist een herstelcode van je account bij Schakel gebruikt. Je hebt er nog {{left}} over.\n\nWas jij dat niet? Kies dan meteen een nieuw wachtwoord en neem contact op met de beheerder.',
    action: 'Nieuwe herstelcodes maken',
  },
  identityLinked: {
    subject: 'Je account is gekoppeld',
    body: 'Je account bij Schakel is zojuist gekoppeld aan je account bij {{provider}}. Daarmee kun je nu ook inloggen.\n\nWas jij dat niet? Maak de koppeling dan los, kies een nieuw wachtwoord en neem contact op met de beheerder.',
    action: 'Bekijk je account',
  },
  emailConfirm: {
    subject: 'Bevestig je nieuwe e-mailadres',
    body: 'Iemand wil dit adres gebruiken om bij Schakel in te loggen. Was jij dat? Gebruik dan de link hieronder. Hij werkt een dag, en één keer.\n\nWas jij dat niet? Dan hoef je niets te doen.',
    action: 'Bevestig dit adres',
  },
  emailChanging: {
    subject: 'Je e-mailadres wordt gewijzigd',
    body: 'Er is gevraagd om het e-mailadres van je account bij Schakel te wijzigen in {{email}}. Dat gebeurt pas als de link in de mail naar dat adres is gebruikt.\n\nWas jij dat niet? Kies dan meteen een nieuw wachtwoord en neem contact op met de beheerder.',
    action: 'Bekijk je account',
  },
  emailTaken: {
    subject: 'Dit adres heeft al een account',
    body: 'Iemand wil dit adres gebruiken om bij Schakel in te loggen, maar het heeft al een account. Er is niets gewijzigd.\n\nWas jij dat? Log dan in met dit adres.',
    action: 'Inloggen',
  },
}
