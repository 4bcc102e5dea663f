/** What administrators do to an account, told to whose it is. */
export const administrationMail = {
  twoFactorTakenOff: {
    subject: 'Tweestapsverificatie staat uit',
    body: 'Een beheerder heeft de tweestapsverificatie van je account bij Schakel uitgezet, omdat je die kwijt was. Je bent overal uitgelogd. Log in met je wachtwoord en stel tweestapsverificatie opnieuw in.\n\nHeb je hier niet om gevraagd? Neem dan meteen contact op met de beheerder.',
    action: 'Inloggen',
  },
}
