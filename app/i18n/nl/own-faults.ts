/** What can be wrong on the pages of one's own account; codes of `form.fault`. */
export const ownFaults = {
  code: 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en vul die in.',
  current: 'Dit is niet je wachtwoord.',
  short: 'Dit is te kort: neem minstens 12 tekens.',
  long: 'Dit is te lang: neem hoogstens 200 tekens.',
  common: 'Dit is makkelijk te raden. Neem een paar losse woorden die niets met jou te maken hebben.',
  word: 'Typ het woord precies over.',
  sameEmail: 'Dit is het adres dat je nu al hebt.',
  lastAdministrator:
    'Je bent de enige beheerder. Maak eerst iemand anders beheerder: zonder beheerder kan niemand meer toegang geven.',
}
