/** What an organisation offers and needs. */
export const listing = {
  title: 'Offers and needs',
  intro:
    'What you offer and look for brings the most matches. Each offer and need is shown for a year; then you renew it.',
  offers: 'Offers',
  needs: 'Needs',
  none: { offer: 'There is no offer yet.', need: 'There is no need yet.' },
  add: { offer: 'Add an offer', need: 'Add a need' },
  edit: { offer: 'Edit an offer', need: 'Edit a need' },
  editOne: 'Edit',
  of: 'of: {{text}}',
  addIntro: {
    offer: 'Describe one thing that others can get from the organisation. A text alone is enough.',
    need: 'Describe one thing that the organisation looks for. A text alone is enough.',
  },
  text_nl: 'Text in Dutch',
  text_en: 'Text in English',
  textHelp: {
    offer: 'For example: we test membranes up to 50 kW and have room for others two days a week.',
    need: 'For example: we look for a membrane without PFAS that lasts at least 5,000 hours.',
  },
  textEnHelp: 'One of the two languages is enough.',
  trl_min: 'TRL from',
  trl_max: 'TRL up to',
  trlHelp: 'How far the technique is, from 1 (an idea) to 9 (in use).',
  trlNone: 'not said',
  partner_kinds: 'With whom',
  partnerKindsHelp: 'Choose nothing when it does not matter.',
  agreement: 'Form of cooperation',
  agreementNone: 'does not matter',
  audience: 'Who may see this?',
  audiences: {
    own_rom: 'The own ROM only',
    roms: 'The nine ROMs',
    roms_anonymous: 'The nine ROMs, without the name',
    public: 'Everybody',
    public_anonymous: 'Everybody, without the name',
  },
  audienceHelp: {
    own_rom: 'Staff of the own ROM read it and can think along. It cannot be found.',
    roms: 'Staff of all nine ROMs read it, with the name. It is on no public page.',
    roms_anonymous: 'Staff of all nine ROMs read the text. Only the own ROM knows the name.',
    public: 'It is on the public profile with the name, can be found and counts in matches.',
    public_anonymous:
      'The text is on a public list without the name and without the region. The ROM makes the contact.',
  },
  anonymousWarning:
    'Was this on the public profile with the name before? Then whoever read it may still know whose it is.',
  seen: {
    own_rom: 'Only those who keep this profile and {{rom}} see this.',
    roms: 'The nine ROMs see this, with the name.',
    roms_anonymous: 'The nine ROMs see this, without the name. Only {{rom}} knows that.',
    public: 'Everybody sees this, with the name.',
    public_anonymous: 'Everybody sees this, without the name. Reference: {{code}}.',
    nobody: 'No longer visible: only those who keep this profile still see it.',
  },
  ownRom: 'the own ROM',
  more: 'Say more (optional)',
  moreHelp: 'What is said here counts in the order of matches.',
  whoSees: 'Who sees this now',
  submit: { offer: 'Save the offer', need: 'Save the need' },
  until: 'until {{date}}',
  ended: 'ended on {{date}}',
  withdrawnOn: 'withdrawn on {{date}}',
  ending: 'About to end',
  hidden: 'No longer visible',
  renew: 'Renew for a year',
  again: 'Show it again',
  withdraw: 'Withdraw',
  back: 'Back to the overview',
  mailed: { offer: 'offer “{{words}}” (until {{date}})', need: 'need “{{words}}” (until {{date}})' },
  mailedMore: 'and {{count}} more',
}

/** The page that the link of a mail opens. */
export const renewal = {
  title: 'Renew the offers and needs of {{name}}',
  intro: 'This is about to end. One press of the button shows it for another year, until {{date}}.',
  submit: 'Renew all for a year',
  other: 'Is something no longer right? Then sign in and change it first.',
  edit: 'Sign in and edit',
  doneTitle: 'It was renewed',
  done: 'All that was in the mail is shown until {{date}}.',
  deadTitle: 'This link does not work (any more)',
  dead: 'It was used before, or what was in it ended or was renewed already. Whoever keeps the profile renews it after signing in.',
  signIn: 'Go to what you manage',
}

/** What is offered and needed in public without a name. */
export const anonymous = {
  title: 'Offers and needs without a name',
  intro:
    'These organisations do not say who they are yet. Does it fit? Call or mail the ROM of your region and give the reference: the ROMs make the contact together.',
  none: 'Nothing without a name now.',
  code: 'Reference {{code}}',
  link: 'See also what is needed and offered without a name',
}

export const listingMail = {
  listingsEnd: {
    subject: 'About to end: an offer or need of {{organisation}}',
    body: 'Within a month, this of {{organisation}} is no longer shown in Schakel:\n\n{{listings}}\n\nIs it still right? Behind the link below you renew all of it with one press of a button, without signing in. The link works once, until it ends.\n\nIs it no longer right? Then you need not do anything.',
    action: 'See and renew',
  },
}

export const profileFaults = {
  website: 'This is not the address of a website. Enter it like www.example.nl.',
  employees: 'Enter a whole number, such as 12.',
  foundedYear: 'Enter a year, such as 2016. It cannot lie in the future.',
  kvk: 'A Chamber of Commerce number has eight digits.',
  kvkTaken:
    'Another organisation has this Chamber of Commerce number. Is it right all the same? Ask the ROM to check it.',
  postcode: 'Enter a Dutch postcode, such as 1234 AB.',
  postcodeUnknown: 'We do not know this postcode. See whether the digits are right.',
  organisationKind: 'Choose a kind of organisation.',
  listingText: 'Write a text in Dutch or in English.',
  trlOrder: 'This level lies below the first.',
  audience: 'Choose who may see this.',
  tellsWhose: 'The name or website of the organisation is in the text. Take it out, or let the name be seen.',
  newer: 'Somebody else changed this meanwhile. Compare the two below, then save again.',
}
