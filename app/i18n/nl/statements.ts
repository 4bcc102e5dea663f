export const statements = {
  about: {
    title: 'Over Schakel',
    intro:
      'Schakel is het samenwerkingsportaal van de negen regionale ontwikkelingsmaatschappijen. Het laat zien wat ze samen doen en helpt partners over de regiogrens te vinden.',
    whatTitle: 'Wat je hier vindt',
    what: "De gezamenlijke programma's en initiatieven per thema, wie daaraan meedoet, bedrijven en kennisinstellingen per regio, regelingen en cijfers.",
    contentTitle: 'Waar de inhoud vandaan komt',
    content:
      'Elk feit heeft een openbare bron, met adres en datum, en is in eigen woorden opgeschreven. Wat geen bron zegt, staat er als “onbekend” of “niet vermeld”; dat is geen “nee”.',
    historyTitle: 'Niets wordt overschreven',
    history:
      'Deelname, geld en cijfers worden alleen aangevuld. Daardoor is op elke datum te zien wie meedeed, en wat daarover bekend was.',
    exampleTitle: 'Voorbeelden',
    example:
      'In een demonstratie staan verzonnen organisaties en oproepen, gemerkt als “voorbeeld”. Ze tellen niet mee in cijfers en ontbreken in een echt portaal.',
    sourcesLink: 'Alle bronnen',
    mapTitle: 'Kaart en postcodes',
    map: 'De kaart van de provincies is van @svg-maps/netherlands (CC BY 4.0). De indeling van postcodes komt uit een openbare lijst van 2014, bijgewerkt voor latere grenswijzigingen.',
  },
  sources: {
    title: 'Bronnen',
    intro: 'Alle bronnen waarop de inhoud van dit portaal rust.',
    publisher: 'Uitgever',
    published: 'Gepubliceerd',
    retrieved: 'Geraadpleegd',
    licence: 'Licentie',
    name: 'Titel',
  },
  accessibility: {
    title: 'Toegankelijkheidsverklaring',
    intro: 'Schakel wil voor iedereen te gebruiken zijn. Het streven is WCAG 2.2, niveau AA.',
    statusTitle: 'Stand van zaken',
    status:
      'Elke openbare pagina wordt bij elke wijziging automatisch getoetst met axe, in het Nederlands en het Engels, op een groot en een klein scherm, licht en donker. Daarbij zijn geen fouten gevonden. Een onderzoek door een onafhankelijk bureau is nog niet gedaan; daarom staat de status op “eerste maatregelen genomen”.',
    doneTitle: 'Wat we doen',
    done1: 'Alles is met het toetsenbord te bedienen, met zichtbare focus en een link om het menu over te slaan.',
    done2: "De pagina's werken zonder JavaScript, bij 400% vergroting en op een scherm van 320 pixels breed.",
    done3: 'Kleur is nooit het enige verschil: er staat altijd een woord of een teken bij.',
    done4: 'Kaart en grafieken hebben een tekst of tabel met dezelfde inhoud.',
    limitsTitle: 'Wat nog niet goed is',
    limits: 'Grote tabellen, zoals de matrix, moeten op een klein scherm opzij geschoven worden.',
    contactTitle: 'Loop je ergens tegenaan?',
    contact: 'Laat het de beheerder van dit portaal weten. Die antwoordt binnen twee weken.',
    dateTitle: 'Datum',
    date: 'Deze verklaring is opgesteld op {{date}}.',
  },
  privacy: {
    title: 'Privacy',
    intro: 'Schakel bewaart zo min mogelijk over bezoekers.',
    cookiesTitle: 'Cookies',
    cookies:
      'Er zijn twee cookies, en ze zijn nodig: een onthoudt de taal die je koos, een onthoudt dat je bent ingelogd. Een derde komt er alleen als je iets verstuurt terwijl je niet (meer) bent ingelogd: het bewaart een dag wat je typte. Log je in met het account van je werk, dan onthoudt een vierde tien minuten dat je daarmee bezig bent. Dat tweede krijg je alleen als je inlogt, en het werkt hoogstens twee weken. Er is geen tracking en er zijn geen cookies van anderen.',
    logsTitle: 'Logboeken',
    logs: "De server houdt bij welke pagina's een fout gaven, zonder IP-adres, zonder cookies en zonder zoekwoorden.",
    personsTitle: 'Personen',
    persons:
      "Op de openbare pagina's staan organisaties, geen contactpersonen van organisaties. Zoekwoorden en postcodes waarmee je zoekt worden niet bewaard.",
    contactsTitle: 'Als je contactpersoon bent van een organisatie',
    contacts:
      'Dan kan de ROM van die organisatie je naam, e-mailadres, telefoonnummer en functie bewaren, om je te vragen of je wilt kennismaken met een ander. Alleen medewerkers van die ROM zien dat. De ander krijgt het pas als iedereen ja heeft gezegd. Wil je dat niet meer? Vraag het de ROM: die wist je gegevens meteen, ook uit mail die nog verstuurd moet worden.',
    questionsTitle: 'Als je een ROM iets vraagt',
    questions:
      'Dan bewaren we je naam, e-mailadres, postcode, vraag en, als je die invult, je organisatie. Alleen medewerkers van de ROM die antwoordt zien dat. Gaat je vraag naar een andere ROM, dan ziet die het, en de eerste niet meer. Laat je weten dat je ergens aan mee wilt doen, dan leest de ROM van je regio mee. De link in de mail werkt tot 90 dagen nadat je vraag is afgesloten. Een jaar nadat je vraag is afgesloten wissen we wie je bent en alles wat er is gezegd. Met de link kun je dat ook meteen zelf doen. Daarna blijft alleen staan dat er een vraag was: aan welke ROM, over welk thema en wanneer. Hoe lang ROM’s over een antwoord doen tellen we, zonder namen. Medewerkers van een ROM die vragen beantwoorden staan met hun naam op de pagina van hun ROM, zonder e-mailadres.',
    accountsTitle: 'Als je een account hebt',
    accounts:
      'Dan bewaren we je naam, e-mailadres en taal, je rollen en organisaties, op welke apparaten je bent ingelogd, welke e-mail we je stuurden en wat je in Schakel wijzigde. Je wachtwoord staat er alleen onleesbaar in. Log je in met het account van je werk, dan bewaren we ook het nummer waaronder je daar bekend bent. E-mail wordt na 30 dagen gewist, een account waarvan het adres nooit is bevestigd na 30 dagen. Nodigt een collega je uit om een profiel mee te beheren, dan bewaren we de naam en het e-mailadres die je collega opgaf tot je antwoordt, en hoogstens 30 dagen.',
    rightsTitle: 'Je rechten',
    rights:
      'Met een account kun je zelf je gegevens inzien, verbeteren, downloaden en laten wissen, bij “Mijn Schakel”. Wat je deed blijft daarna staan zonder je naam. In reservekopieën staan je gegevens tot die worden vervangen. Staat er toch iets over jou dat weg moet of niet klopt? Vraag de beheerder van dit portaal om het te verbeteren of te verwijderen.',
  },
  errors: {
    notFoundTitle: 'Deze pagina bestaat niet',
    notFound: 'Het adres klopt niet, of de pagina is weggehaald. Zoek hieronder, of ga naar de beginpagina.',
    methodTitle: 'Dit kan hier niet',
    method: 'Deze pagina is er om te lezen; er valt niets naartoe te sturen. Er is niets gewijzigd.',
    forbiddenTitle: 'Dit is niet voor jouw rol',
    forbidden:
      'Je bent ingelogd, maar deze pagina hoort bij een andere rol. Er is niets gewijzigd. Vraag de beheerder als dit niet klopt.',
    tooOftenTitle: 'Even te veel tegelijk',
    tooOften: 'Dit is te vaak achter elkaar gevraagd. Er is niets gewijzigd. Wacht even en probeer het opnieuw.',
    badTitle: 'Dit adres klopt niet',
    bad: 'De vraag was niet te begrijpen. Er is niets gewijzigd.',
    serverTitle: 'Er ging iets mis bij ons',
    server: 'De fout is vastgelegd. Er is niets verloren gegaan. Probeer het over een paar minuten opnieuw.',
    home: 'Naar de beginpagina',
  },
}
