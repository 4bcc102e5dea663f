/** Colleagues who are invited to manage a profile together. */
export const colleagues = {
  title: 'Collega’s uitnodigen',
  help: 'Als eigenaar nodig je zelf collega’s uit. De ROM hoeft dit niet te bevestigen, maar ziet het wel in het logboek.',
  invite: 'Een collega uitnodigen',
  intro:
    'Je collega krijgt een mail om {{name}} mee te beheren. Er verandert niets voordat je collega de uitnodiging aanneemt.',
  name: 'Naam van je collega',
  emailHelp: 'Het adres van het werk. Hierheen gaat de uitnodiging, en alleen wie dit adres heeft kan haar aannemen.',
  role: 'Rol',
  roleHelp: 'Wie meewerkt, houdt de gegevens bij. Een eigenaar nodigt ook anderen uit en kan toegang beëindigen.',
  submit: 'Uitnodiging versturen',
  invited: '{{name}} is uitgenodigd',
  until: 'geldig tot {{date}}',
  withdraw: 'Uitnodiging intrekken',
  withdrawOf: 'van {{name}}',
  yours: 'Je bent uitgenodigd',
  asks: '{{by}} vraagt je om dit profiel mee te beheren.',
  owner: 'Een eigenaar',
  accept: 'Aannemen',
  decline: 'Afwijzen',
  answerOf: 'van de uitnodiging voor {{name}}',
}

/** What the link of an invitation opens. */
export const joining = {
  title: '{{organisation}} beheren',
  asks: '{{by}} nodigt je uit om dit profiel in Schakel mee te beheren.',
  yes: 'Uitnodiging aannemen',
  yesHelp:
    'Kies een wachtwoord. Daarmee maak je een account voor {{email}} en neem je de uitnodiging aan: je beheert dan meteen {{organisation}}.',
  submit: 'Account maken en aannemen',
  no: 'Liever niet?',
  noHelp: 'Wijs de uitnodiging af. Je naam en adres worden dan gewist.',
  known: 'Log in met {{email}}. Daarna neem je de uitnodiging aan of wijs je haar af.',
  other:
    'Deze uitnodiging is voor {{email}}, en je bent ingelogd als {{actor}}. Log uit en open de link uit de mail opnieuw.',
  dead: 'Deze uitnodiging geldt niet meer',
  deadHelp:
    'Ze is al beantwoord of ingetrokken, of ouder dan 30 dagen. Heb je haar aangenomen? Log dan in. Vraag anders je collega om een nieuwe.',
  declined: 'Je hebt de uitnodiging afgewezen',
  declinedHelp: 'Je naam en adres zijn gewist. Je hoeft verder niets te doen.',
}
