/** The mail about introductions. */
export const introductionMail = {
  introductionRequested: {
    subject: 'Gevraagd: een introductie van {{first}} bij {{others}}',
    body: 'Iemand van {{first}} vraagt of jullie een introductie bij {{others}} willen maken.\n\nOp je bureau zie je waarom. Daar maak je er een voorstel van, of leg je het terug.',
    action: 'De vraag bekijken',
  },
  introductionProposed: {
    subject: 'Voorstel voor een introductie: {{first}} en {{others}}',
    body: '{{rom}} stelt voor om {{first}} en {{others}} aan elkaar voor te stellen.\n\nAchter de link zie je waarom zij bij elkaar passen. Daar zeg je ja of nee. Je hoeft niet in te loggen. De link werkt één keer.\n\nLaat het weten vóór {{due}}.',
    action: 'Bekijken en antwoorden',
  },
  introductionReminder: {
    subject: 'Herinnering: {{first}} en {{others}} wachten op je antwoord',
    body: '{{rom}} stelde voor om {{first}} en {{others}} aan elkaar voor te stellen. Daar is nog geen antwoord op.\n\nAchter de link zie je waarom zij bij elkaar passen, en zeg je ja of nee. Je hoeft niet in te loggen.\n\nHet antwoord wordt verwacht op {{due}}.',
    action: 'Bekijken en antwoorden',
  },
  introductionCopy: {
    subject: 'Ter informatie: voorstel voor een introductie van {{first}} en {{others}}',
    body: '{{rom}} heeft aan het kennistransferbureau voorgesteld om {{first}} en {{others}} aan elkaar voor te stellen.\n\nJe hoeft niets te doen. Op je bureau zie je hoe het ervoor staat.',
    action: 'Het voorstel bekijken',
  },
  introductionAccepted: {
    subject: '{{organisation}} kan worden benaderd',
    body: 'Op je voorstel om {{first}} en {{others}} aan elkaar voor te stellen is voor {{organisation}} ja gezegd.\n\nZijn alle regio’s akkoord, dan vraagt Schakel de organisaties om toestemming.',
    action: 'Hoe het ervoor staat',
  },
  introductionDeclined: {
    subject: 'Geen introductie met {{organisation}}',
    body: 'Voor {{organisation}} is nee gezegd op de introductie van {{first}} en {{others}}.\n\nOp je bureau staat de reden. De match komt voortaan lager te staan.',
    action: 'De reden bekijken',
  },
  introductionWithdrawn: {
    subject: 'Ingetrokken: introductie van {{first}} en {{others}}',
    body: '{{rom}} heeft het voorstel ingetrokken om {{first}} en {{others}} aan elkaar voor te stellen. Je hoeft niets meer te doen.',
    action: 'Bekijken',
  },
  introductionConsent: {
    subject: 'Wil je kennismaken? {{first}} en {{others}}',
    body: '{{rom}} wil {{first}} en {{others}} aan elkaar voorstellen.\n\nAchter de link lees je waarom. Daar zeg je of je dit wilt. Je hebt geen account nodig. De link werkt één keer.\n\nPas als iedereen ja zegt, krijgen jullie elkaars contactgegevens. Laat het weten vóór {{due}}.',
    action: 'Lezen en antwoorden',
  },
  introductionConsentReminder: {
    subject: 'Herinnering: wil je kennismaken? {{first}} en {{others}}',
    body: '{{rom}} wil {{first}} en {{others}} aan elkaar voorstellen, en wacht nog op je antwoord.\n\nAchter de link lees je waarom, en zeg je of je dit wilt. Je hebt geen account nodig.\n\nPas als iedereen ja zegt, krijgen jullie elkaars contactgegevens. Het antwoord wordt verwacht op {{due}}.',
    action: 'Lezen en antwoorden',
  },
  introductionNobody: {
    subject: 'Wie spreekt er voor {{organisation}}?',
    body: 'De regio’s zijn akkoord met de introductie van {{first}} en {{others}}. Maar van {{organisation}} is nog niemand bekend om toestemming aan te vragen.\n\nVul een contactpersoon in. Dan gaat de vraag meteen uit.',
    action: 'Een contactpersoon invullen',
  },
  introductionMade: {
    subject: 'Kennismaken: {{first}} en {{others}}',
    body: 'Iedereen heeft ja gezegd. Hierbij stelt {{rom}} jullie aan elkaar voor.\n\nDit zijn de gegevens van de ander: {{details}}.\n\nNeem gerust zelf het initiatief. Zij hebben ook jouw gegevens.',
  },
  introductionMadeStaff: {
    subject: 'Geïntroduceerd: {{first}} en {{others}}',
    body: 'Alle organisaties hebben toestemming gegeven. {{first}} en {{others}} hebben nu elkaars contactgegevens.\n\nOp je bureau houd je bij wat ervan komt.',
    action: 'Naar de introductie',
  },
  introductionOverdue: {
    subject: 'Te laat: introductie van {{first}} en {{others}}',
    body: 'Op de introductie van {{first}} en {{others}}, voorgesteld door {{rom}}, is niet op tijd geantwoord.\n\nOp het bureau staat op wie er wordt gewacht.',
    action: 'Bekijken',
  },
  introductionOutcome: {
    subject: 'Wat kwam er van {{first}} en {{others}}?',
    body: '{{rom}} stelde {{first}} en {{others}} aan elkaar voor. Wat is ervan gekomen?\n\nAchter de link staat één korte vraag. Je hoeft niet in te loggen. Zo weten we samen wat introducties opleveren.',
    action: 'De vraag beantwoorden',
  },
}
