export const feeds = {
  follow: 'Volgen',
  news: {
    title: 'Schakel: laatste mijlpalen',
    description:
      "Mijlpalen van de gezamenlijke programma's en initiatieven van de ROM's, de nieuwste eerst. Is van een mijlpaal alleen de maand of het jaar bekend, dan geldt de eerste dag daarvan als datum.",
    help: 'Zet dit adres in een nieuwslezer, dan zie je elke nieuwe mijlpaal vanzelf.',
  },
  calls: {
    title: 'Schakel: oproepen',
    description:
      "Oproepen van de programma's en initiatieven van de ROM's. De datum is die waarop de oproep in dit portaal kwam.",
    help: 'Zet dit adres in een nieuwslezer, dan zie je elke nieuwe oproep vanzelf.',
  },
  calendar: {
    title: 'Schakel: kalender',
    description:
      'Oproepen, bijeenkomsten, besluiten en publicaties. Hierin staat alleen waarvan de dag bekend is; wat op een maand of jaar bekend is, staat in de kalender op de site.',
    label: 'Agenda-abonnement (iCalendar)',
    help: 'Voeg dit adres als abonnement toe aan je agenda, dan komen nieuwe data er vanzelf in.',
  },
  example: '{{title}} (voorbeeld)',
  bad: 'Dit adres klopt niet: {{values}}',
}
