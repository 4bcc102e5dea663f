/** Where mail about the work of a ROM arrives. */
export const inbox = {
  roms: 'Details of the ROMs',
  title: 'Details of {{rom}}',
  link: 'Details of your ROM',
  intro: 'Where mail about the work of the ROM arrives, such as a request to manage an organisation.',
  team: 'Team inbox',
  none: 'There is no team inbox. Mail goes to the people of the ROM.',
  inUse: 'In use: {{address}}',
  since: 'Confirmed on {{date}}',
  persons: { only: 'Only the team inbox gets mail.', too: 'The team inbox and the people of the ROM get mail.' },
  waiting: 'Waits for confirmation since {{date}}',
  waitingHelp:
    'A mail was sent to {{address}}. As long as nobody uses its link, all stays as it is. The link works for a week.',
  cancel: 'Rather not this address',
  off: 'Stop using the team inbox',
  coordinator: 'The coordinator of the ROM sets this.',
  set: 'Set a team inbox',
  change: 'Change the team inbox',
  address: 'Email address of the team',
  addressHelp: 'Not the address of one person. We mail a link to it; only once that is used, mail arrives here.',
  who: 'Who gets mail',
  whoHelp: 'When nobody of the ROM in Schakel can decide, the administrator gets mail too.',
  choice: { only: 'team inbox only', too: 'team inbox and people' },
  submit: 'Save',
  confirmTitle: 'Confirm the team inbox',
  confirmIntro: 'Mail about the work of {{rom}} in Schakel then arrives at {{address}}.',
  confirm: 'Confirm this address',
  confirmedTitle: 'The team inbox is in use',
  confirmed: 'Mail about the work of the ROM arrives here from now on. You can close this page.',
  deadTitle: 'This link works no longer',
  dead: 'A link works for a week, and once. Ask the coordinator of the ROM to set the address again.',
}

/** What can be wrong with it; codes of `form.fault`. */
export const inboxFaults = {
  inboxPersons: 'Choose who gets mail.',
  inboxes: 'Many addresses were asked today. Try again tomorrow.',
}
