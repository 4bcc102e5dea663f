/** The mail about who manages an organisation. */
export const claimMail = {
  claimAsked: {
    subject: 'Iemand wil {{organisation}} beheren',
    body: 'Iemand vraagt of hij of zij in Schakel het profiel van {{organisation}} mag beheren.\n\nKijk of het klopt, en bevestig het of wijs het af.',
    action: 'De aanvraag bekijken',
  },
  claimConfirmed: {
    subject: 'Je beheert nu {{organisation}}',
    body: 'Je aanvraag is bevestigd: je beheert in Schakel het profiel van {{organisation}}.',
    action: 'Naar het beheer',
  },
  claimRefused: {
    subject: 'Je aanvraag voor {{organisation}} is afgewezen',
    body: 'Je vroeg of je in Schakel het profiel van {{organisation}} mag beheren. Dat is afgewezen, met deze reden:\n\n{{reason}}\n\nKlopt dit niet? Je kunt het opnieuw vragen.',
    action: 'Opnieuw vragen',
  },
  inboxConfirm: {
    subject: 'Komt mail van Schakel voor {{rom}} hier binnen?',
    body: 'Iemand heeft dit adres opgegeven als teammailbox van {{rom}} in Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen. Mail over het werk van {{rom}} komt dan hier binnen.\n\nKlopt dat? Gebruik dan de link hieronder. Hij werkt een week, en één keer.\n\nKlopt het niet? Dan hoef je niets te doen.',
    action: 'Bevestig dit adres',
  },
  colleagueInvited: {
    subject: 'Uitnodiging om {{organisation}} te beheren',
    body: 'Een eigenaar van het profiel van {{organisation}} in Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen, nodigt je uit om het mee te beheren.\n\nAchter de link zie je wie je uitnodigt en wat je dan kunt. Daar neem je de uitnodiging aan of wijs je haar af. Dat kan tot 30 dagen na deze mail. Er gebeurt niets voordat je dat doet.\n\nKen je deze organisatie niet? Dan hoef je niets te doen.',
    action: 'De uitnodiging bekijken',
  },
  memberRoleChanged: {
    subject: 'Je rol bij {{organisation}} is gewijzigd',
    body: 'Een eigenaar van het profiel van {{organisation}} heeft je rol gewijzigd. Bij het beheer zie je wat je nu kunt.\n\nKlopt dit niet? Neem dan contact op met je collega of met de ROM van de regio.',
    action: 'Naar het beheer',
  },
  membershipEnded: {
    subject: 'Je beheert {{organisation}} niet meer',
    body: 'Een eigenaar van het profiel van {{organisation}} heeft je toegang beëindigd. Je account blijft bestaan.\n\nKlopt dit niet? Neem dan contact op met je collega of met de ROM van de regio.',
    action: 'De organisatie bekijken',
  },
}
