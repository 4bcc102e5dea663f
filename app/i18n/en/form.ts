import { entryFault } from './entry.ts'
import { ownFaults } from './own-faults.ts'

export const form = {
  faults: 'Something is not right. What you typed was kept.',
  optional: 'optional',
  fault: {
    ...entryFault,
    ...ownFaults,
    wrong: 'This is not right.',
    email: 'Enter an email address, such as name@example.com.',
    name: 'Enter a name, without odd characters.',
    password: 'Enter the password.',
    tooLong: 'This is too long.',
    signIn: 'This email address and password do not belong together.',
    tooOften: 'This was tried too often. Wait a quarter of an hour and try again.',
    busy: 'Many people are signing in right now. Try again in ten seconds.',
  },
}
