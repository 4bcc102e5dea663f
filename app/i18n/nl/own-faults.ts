/** What can be wrong on the pages of one's own account; codes of `form.fault`. */
export const ownFaults = {
  code: 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en vul die in.',
  current: 'Dit is niet je wachtwoord.',
  word: 'Typ het woord precies over.',
  sameEmail: 'Dit is het adres dat je nu al hebt.',
  lastAdministrator:
    'Je bent de enige beheerder. Maak eerst iemand anders beheerder: zonder beheerder kan niemand meer toegang geven.',
}
