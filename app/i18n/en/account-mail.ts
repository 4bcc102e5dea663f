/** The mail with which somebody comes in. */
export const accountMail = {
  verify: {
    subject: 'Choose a password for Schakel',
    body: 'With this email address somebody asked for an account at Schakel, the collaboration portal of the Dutch regional development agencies.\n\nChoose a password. You are then signed in at once. You can do so until a week after this mail, and once.\n\nWas this not you? Then you need not do anything: without a password the account goes away by itself.',
    action: 'Choose a password',
  },
  alreadyRegistered: {
    subject: 'You have an account at Schakel already',
    body: 'With this email address somebody asked for an account at Schakel. You have one already.\n\nIf you know your password, you can simply sign in. Otherwise choose a new one. You can do so until an hour after this mail, and once.\n\nWas this not you? Then you need not do anything.',
    action: 'Choose a new password',
  },
  reset: {
    subject: 'A new password for Schakel',
    body: 'Somebody asked for a new password for your Schakel account. Choose it within an hour after this mail. The link works once.\n\nWas this not you? Then you need not do anything. Your password stays the same.',
    action: 'Choose a new password',
  },
  noAccount: {
    subject: 'There is no account with this email address',
    body: 'Somebody asked for a new password at Schakel, the collaboration portal of the Dutch regional development agencies. There is no account with this email address.\n\nYou may have used another email address. You can also make an account.\n\nWas this not you? Then you need not do anything.',
    action: 'Make an account',
  },
  invitation: {
    subject: 'You are invited to Schakel',
    body: 'An account was made for you at Schakel, the collaboration portal of the Dutch regional development agencies.\n\nYour role: {{role}}.\n\nChoose a password. You are then signed in at once. You can do so until a week after this mail, and once.',
    action: 'Choose a password',
  },
  roleGranted: {
    subject: 'You have a new role in Schakel',
    body: 'Your Schakel account was given a role: {{role}}.\n\nYour password stays the same.',
    action: 'Sign in',
  },
}
