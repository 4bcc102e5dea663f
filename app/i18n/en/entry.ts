/** Getting an account, and getting back into it. */
export const entry = {
  name: 'Your name',
  forgottenLink: 'Forgotten your password?',
  registerLink: 'No account yet? Make one',
  register: {
    title: 'Make an account',
    intro: 'With an account you keep the details of your own organisation. Reading and searching need none.',
    emailHelp: 'Preferably of your work. You get a mail with a link to choose a password.',
    submit: 'Make account',
    known: 'Do you have an account already?',
    privacy: 'We use your name and email address for your account only. Read more:',
  },
  forgotten: {
    title: 'Forgotten password',
    intro: 'Fill in your email address. You get a mail with a link to choose a new password.',
    submit: 'Send mail',
  },
  sent: {
    title: 'Look in your mail',
    intro: 'Within a few minutes you get a mail that says how to go on.',
    keptHere:
      'This portal has no mail server. The mail is a file in the folder “mail” of its data; the administrator can open it.',
    nothing: 'Did you get no mail?',
    spam: 'Look in your spam folder.',
    typed: 'There may have been a mistake in the email address.',
    again: 'Try again after a few minutes:',
  },
  password: {
    title: 'Choose a password',
    intro: 'You are then signed in at once. On other devices you sign in again.',
    whose: 'This password is for {{email}}.',
    label: 'New password',
    help: 'At least 12 characters. A sentence of a few words is strong and easy to remember. Do not use your name or email address.',
    submit: 'Save password',
  },
  deadKey: {
    title: 'This link works no longer',
    intro:
      'A link in a mail works once, and no longer than the mail says. Nothing was changed. You can ask for a new mail.',
    again: 'Ask for a new mail',
  },
}

/** What can be wrong with what is asked here. */
export const entryFault = {
  short: 'Choose a password of at least 12 characters.',
  long: 'Choose a password of at most 200 characters.',
  common: 'This password is too easy to guess. Use a longer sentence, without your name or email address.',
  mailOften: 'Mail was asked for a few times already. Look in your mail first, or try again in an hour.',
}
