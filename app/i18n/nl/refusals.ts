/** What the server says before a page can be made. */
export const refusals = {
  title: 'Dit lukt zo niet',
  home: 'Naar de beginpagina',
  why: {
    method: 'Deze methode werkt hier niet.',
    length: 'Er ontbreekt hoe lang dit bericht is. Er is niets gewijzigd.',
    size: 'Dit is te groot om te versturen. Er is niets gewijzigd. Ga terug naar de vorige pagina: daar staat nog wat je typte. Maak het korter en verstuur het opnieuw.',
    address: 'Dit adres klopt niet.',
    otherSite: 'Dit formulier kwam van een andere site. Er is niets gewijzigd.',
    starting: 'Schakel start. Probeer het zo opnieuw.',
    notFound: 'Niet gevonden.',
    server: 'Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw.',
  },
}
