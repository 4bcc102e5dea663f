import type { Messages } from '../nl/messages.ts'

export const sso: Messages['sso'] = {
  title: 'Sign in with {{name}}',
  who: 'Do you work at a ROM? Sign in with your account at work.',
  otherwise: 'Or sign in with your password:',
  intro: 'You go to {{name}} and then come back here.',
  going: 'You are now going to {{name}}. Is nothing happening? Go on yourself.',
  goOn: 'Go on to {{name}}',
  again: 'Try again with {{name}}',
  other: 'Choose another account at {{name}}',
  password: 'Sign in with your password',
  refused: {
    afgebroken: {
      title: 'You did not sign in',
      text: 'Signing in at {{name}} was broken off. Nothing was changed.',
    },
    onbekend: {
      title: 'You have no access yet',
      text: 'You signed in at {{name}}, but that account does not let you into Schakel. Ask the coordinator of your ROM or the administrator for an invitation to your address at work. Do you have one already? Use the link in that mail.',
    },
    weg: {
      title: '{{name}} cannot be reached',
      text: 'Sign in with your password, or try again in a few minutes.',
    },
    mislukt: {
      title: 'Signing in with {{name}} did not work',
      text: 'Perhaps it took longer than ten minutes, or you had it open in two places. Nothing was changed.',
    },
  },
  link: {
    title: 'Signing in with your account at work',
    since: 'Your account has been linked since {{date}}. You can sign in with it without a password.',
    change: 'Remove the link',
    intro:
      'You will then sign in with your password, and be signed out on other devices. If you sign in with your account at work again after all, it will be linked again.',
    noPassword: 'You have no password yet. Choose one first, or you could not come in any more.',
    gone: 'The link was removed. Sign in with your password from now on.',
  },
}
