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
  membershipEnded: {
    subject: 'Je beheert {{organisation}} niet meer',
    body: 'Een eigenaar van het profiel van {{organisation}} heeft je toegang beëindigd. Je account blijft bestaan.\n\nKlopt dit niet? Neem dan contact op met je collega of met de ROM van de regio.',
    action: 'De organisatie bekijken',
  },
}
