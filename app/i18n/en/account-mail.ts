/** The mail with which somebody comes in. */
export const accountMail = {
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
