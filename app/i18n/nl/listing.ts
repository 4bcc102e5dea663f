/** What an organisation offers and needs. */
export const listing = {
  title: 'Aanbod en vraag',
  intro:
    'Wat je biedt en zoekt brengt de meeste matches. Elk aanbod en elke vraag is een jaar te zien; daarna verleng je het.',
  offers: 'Aanbod',
  needs: 'Vraag',
  none: { offer: 'Er staat nog geen aanbod.', need: 'Er staat nog geen vraag.' },
  add: { offer: 'Aanbod toevoegen', need: 'Vraag toevoegen' },
  edit: { offer: 'Aanbod wijzigen', need: 'Vraag wijzigen' },
  editOne: 'Wijzigen',
  of: 'van: {{text}}',
  addIntro: {
    offer: 'Beschrijf één ding dat anderen van de organisatie kunnen krijgen. Alleen een tekst is genoeg.',
    need: 'Beschrijf één ding dat de organisatie zoekt. Alleen een tekst is genoeg.',
  },
  text_nl: 'Tekst in het Nederlands',
  text_en: 'Tekst in het Engels',
  textHelp: {
    offer: 'Bijvoorbeeld: wij testen membranen tot 50 kW en hebben twee dagen per week plaats voor anderen.',
    need: 'Bijvoorbeeld: wij zoeken een membraan zonder PFAS dat minstens 5.000 uur meegaat.',
  },
  textEnHelp: 'Eén van de twee talen is genoeg.',
  trl_min: 'TRL vanaf',
  trl_max: 'TRL tot en met',
  trlHelp: 'Hoe ver de techniek is, van 1 (idee) tot 9 (in gebruik).',
  trlNone: 'niet gezegd',
  partner_kinds: 'Met wie',
  partnerKindsHelp: 'Kies niets als het niet uitmaakt.',
  agreement: 'Vorm van samenwerking',
  agreementNone: 'maakt niet uit',
  audience: 'Wie mag dit zien?',
  audiences: {
    own_rom: 'Alleen de eigen ROM',
    roms: 'De negen ROM’s',
    roms_anonymous: 'De negen ROM’s, zonder naam',
    public: 'Iedereen',
    public_anonymous: 'Iedereen, zonder naam',
  },
  audienceHelp: {
    own_rom: 'Medewerkers van de eigen ROM lezen het en kunnen meedenken. Het is niet te vinden.',
    roms: 'Medewerkers van alle negen ROM’s lezen het, met de naam erbij. Het staat op geen openbare pagina.',
    roms_anonymous: 'Medewerkers van alle negen ROM’s lezen de tekst. De naam kent alleen de eigen ROM.',
    public: 'Het staat met de naam op het openbare profiel, is te vinden en telt mee in matches.',
    public_anonymous: 'De tekst staat op een openbare lijst zonder naam en zonder regio. De ROM legt het contact.',
  },
  anonymousWarning:
    'Stond dit eerder met de naam op het openbare profiel? Dan kan wie het toen las nog weten van wie het is.',
  seen: {
    own_rom: 'Alleen wie dit profiel bijhoudt en {{rom}} zien dit.',
    roms: 'De negen ROM’s zien dit, met de naam erbij.',
    roms_anonymous: 'De negen ROM’s zien dit, zonder de naam. Die kent alleen {{rom}}.',
    public: 'Iedereen ziet dit, met de naam erbij.',
    public_anonymous: 'Iedereen ziet dit, zonder de naam. Kenmerk: {{code}}.',
    nobody: 'Niet meer zichtbaar: alleen wie dit profiel bijhoudt, ziet het nog.',
  },
  ownRom: 'de eigen ROM',
  more: 'Meer vertellen (hoeft niet)',
  moreHelp: 'Wat hier staat, telt mee in de volgorde van matches.',
  whoSees: 'Wie dit nu ziet',
  submit: { offer: 'Aanbod opslaan', need: 'Vraag opslaan' },
  until: 'tot {{date}}',
  ended: 'verlopen op {{date}}',
  withdrawnOn: 'teruggetrokken op {{date}}',
  ending: 'Loopt bijna af',
  hidden: 'Niet meer zichtbaar',
  renew: 'Verleng een jaar',
  again: 'Laat weer zien',
  withdraw: 'Trek terug',
  back: 'Terug naar het overzicht',
  mailed: { offer: 'aanbod “{{words}}” (tot {{date}})', need: 'vraag “{{words}}” (tot {{date}})' },
  mailedMore: 'en nog {{count}}',
}

/** The page that the link of a mail opens. */
export const renewal = {
  title: 'Aanbod en vraag van {{name}} verlengen',
  intro: 'Dit loopt binnenkort af. Met één druk op de knop is het weer een jaar te zien, tot {{date}}.',
  submit: 'Verleng alles een jaar',
  other: 'Klopt er iets niet meer? Log dan in en wijzig het eerst.',
  edit: 'Inloggen en wijzigen',
  doneTitle: 'Het is verlengd',
  done: 'Alles wat in de mail stond, is te zien tot {{date}}.',
  deadTitle: 'Deze link werkt niet (meer)',
  dead: 'Hij is al gebruikt, of wat erin stond is verlopen of al verlengd. Wie het profiel bijhoudt, verlengt het na inloggen.',
  signIn: 'Naar wat je beheert',
}

/** What is offered and needed in public without a name. */
export const anonymous = {
  title: 'Aanbod en vraag zonder naam',
  intro:
    'Deze organisaties vertellen nog niet wie ze zijn. Past het? Bel of mail de ROM van je regio en noem het kenmerk: de ROM’s leggen samen het contact.',
  none: 'Er staat nu niets zonder naam.',
  code: 'Kenmerk {{code}}',
  link: 'Bekijk ook wat zonder naam gezocht en geboden wordt',
}

export const listingMail = {
  listingsEnd: {
    subject: 'Loopt bijna af: aanbod of vraag van {{organisation}}',
    body: 'Binnen een maand is dit van {{organisation}} niet meer te zien in Schakel:\n\n{{listings}}\n\nKlopt het nog? Achter de link hieronder verleng je alles met één druk op de knop, zonder in te loggen. De link werkt één keer, tot het afloopt.\n\nKlopt het niet meer? Dan hoef je niets te doen.',
    action: 'Bekijken en verlengen',
  },
}

export const profileFaults = {
  website: 'Dit is geen adres van een website. Vul het in zoals www.voorbeeld.nl.',
  employees: 'Vul een heel getal in, zoals 12.',
  foundedYear: 'Vul een jaar in, zoals 2016. Het kan niet in de toekomst liggen.',
  kvk: 'Een KvK-nummer heeft acht cijfers.',
  kvkTaken: 'Dit KvK-nummer staat al bij een andere organisatie. Klopt het toch? Vraag de ROM om het na te kijken.',
  postcode: 'Vul een Nederlandse postcode in, zoals 1234 AB.',
  postcodeUnknown: 'Deze postcode kennen we niet. Kijk of de cijfers kloppen.',
  organisationKind: 'Kies een soort organisatie.',
  listingText: 'Schrijf een tekst in het Nederlands of in het Engels.',
  trlOrder: 'Dit niveau ligt onder het eerste.',
  audience: 'Kies wie dit mag zien.',
  tellsWhose: 'In de tekst staat de naam of website van de organisatie. Haal die weg, of laat de naam wel zien.',
  newer: 'Iemand anders heeft dit intussen gewijzigd. Vergelijk de twee hieronder en sla dan opnieuw op.',
}
