/** Colleagues who are invited to manage a profile together. */
export const colleagues = {
  title: 'Invite colleagues',
  help: 'As an owner you invite colleagues yourself. The ROM need not confirm it, but sees it in the log.',
  invite: 'Invite a colleague',
  intro: 'Your colleague gets a mail to manage {{name}} with you. Nothing changes before your colleague accepts.',
  name: 'Name of your colleague',
  emailHelp: 'The address at work. The invitation goes there, and only whoever has this address can accept it.',
  role: 'Role',
  roleHelp: 'Whoever works on it keeps the details. An owner also invites others, and can end access.',
  submit: 'Send the invitation',
  invited: '{{name}} was invited',
  until: 'valid until {{date}}',
  withdraw: 'Withdraw the invitation',
  withdrawOf: 'of {{name}}',
  yours: 'You are invited',
  asks: '{{by}} asks you to manage this profile together.',
  owner: 'An owner',
  accept: 'Accept',
  decline: 'Decline',
  answerOf: 'the invitation for {{name}}',
}

/** What the link of an invitation opens. */
export const joining = {
  title: 'Manage {{organisation}}',
  asks: '{{by}} invites you to manage this profile in Schakel together.',
  yes: 'Accept the invitation',
  yesHelp:
    'Choose a password. That makes an account for {{email}} and accepts the invitation: you then manage {{organisation}} at once.',
  submit: 'Make account and accept',
  no: 'Rather not?',
  noHelp: 'Decline the invitation. Your name and address are erased then.',
  known: 'Sign in with {{email}}. Then you accept or decline the invitation.',
  other:
    'This invitation is for {{email}}, and you are signed in as {{actor}}. Sign out and open the link of the mail again.',
  dead: 'This invitation holds no longer',
  deadHelp:
    'It was answered or withdrawn, or is older than 30 days. Did you accept it? Then sign in. Otherwise ask your colleague for a new one.',
  declined: 'You declined the invitation',
  declinedHelp: 'Your name and address were erased. There is nothing else to do.',
}
