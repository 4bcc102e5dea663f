export const administrationMail = {
  twoFactorTakenOff: {
    subject: 'Two-factor is off',
    body: 'An administrator turned off two-factor for your Schakel account, because you had lost it. You were signed out everywhere. Sign in with your password and set up two-factor again.\n\nDid you not ask for this? Contact the administrator at once.',
    action: 'Sign in',
  },
}
