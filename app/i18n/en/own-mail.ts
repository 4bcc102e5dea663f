/** Mail about one's own account. */
export const ownMail = {
  twoFactorOn: {
    subject: 'Two-step sign-in is on',
    body: 'Two-step sign-in was turned on just now for your Schakel account.\n\nWas this not you? Contact the administrator at once.',
    action: 'Look at your account',
  },
  twoFactorOff: {
    subject: 'Two-step sign-in is off',
    body: 'Two-step sign-in was turned off just now for your Schakel account. Your password is now enough to sign in.\n\nWas this not you? Choose a new password at once and contact the administrator.',
    action: 'Look at your account',
  },
  recoveryCodeUsed: {
    subject: 'A recovery code was used',
    body: 'A recovery code of your Schakel account was used just now. You have {{left}} left.\n\nWas this not you? Choose a new password at once and contact the administrator.',
    action: 'Make new recovery codes',
  },
  identityLinked: {
    subject: 'Your account was linked',
    body: 'Your Schakel account was linked just now to your account at {{provider}}. You can now sign in with that too.\n\nWas this not you? Remove the link, choose a new password and contact the administrator.',
    action: 'Look at your account',
  },
  emailConfirm: {
    subject: 'Confirm your new email address',
    body: 'Somebody wants to use this address to sign in to Schakel. Was this you? Use the link below. It works for a day, and once.\n\nWas this not you? Then there is nothing you need to do.',
    action: 'Confirm this address',
  },
  emailChanging: {
    subject: 'Your email address is being changed',
    body: 'Somebody asked to change the email address of your Schakel account to {{email}}. That only happens once the link in the mail to that address is used.\n\nWas this not you? Choose a new password at once and contact the administrator.',
    action: 'Look at your account',
  },
  emailTaken: {
    subject: 'This address has an account already',
    body: 'Somebody wants to use this address to sign in to Schakel, but it has an account already. Nothing was changed.\n\nWas this you? Sign in with this address.',
    action: 'Sign in',
  },
}
