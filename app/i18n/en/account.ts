export const account = {
  email: 'Email address',
  password: 'Password',
  menu: 'My Schakel',
  signInLink: 'Sign in',
  signOut: 'Sign out',
  signIn: {
    title: 'Sign in',
    intro:
      'For staff of the ROMs and for organisations that keep their own details. Reading and searching need no account.',
    needed: 'Sign in to go on. You will then be taken to the right place.',
    submit: 'Sign in',
  },
  examples: {
    title: 'Look around as somebody else',
    intro: 'This is a demonstration: choose a role and try Schakel. The people are made up.',
    try: 'Try as ',
  },
  role: {
    business_developer: 'Business developer',
    coordinator: 'ROM coordinator',
    secretary: 'Secretary',
    commissioner: 'Commissioner',
    administrator: 'Administrator',
    member: 'Entrepreneur',
  },
  memberRole: {
    owner: 'owner of the profile',
    editor: 'works on the profile',
  },
  home: {
    title: 'Welcome, {{name}}',
    intro: 'This is your own place in Schakel.',
    roles: 'Your roles',
    standsIn: 'standing in for {{name}}',
    organisations: 'Your organisations',
    noOrganisations: 'You do not keep the profile of an organisation yet.',
    unconfirmed: 'the ROM still has to confirm this',
  },
}
