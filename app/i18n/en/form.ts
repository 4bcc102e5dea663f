import { administrationFaults } from './administration-faults.ts'
import { askFaults } from './ask.ts'
import { entryFault } from './entry.ts'
import { inboxFaults } from './inbox.ts'
import { introductionFaults } from './introduction.ts'
import { profileFaults } from './listing.ts'
import { ownFaults } from './own-faults.ts'
import { questionFaults } from './questions.ts'

export const form = {
  faults: 'Something is not right. What you typed was kept.',
  kept: 'You had been signed out. What you typed was kept: check it and send it again.',
  optional: 'optional',
  fault: {
    ...entryFault,
    ...ownFaults,
    ...administrationFaults,
    ...inboxFaults,
    ...introductionFaults,
    ...askFaults,
    ...questionFaults,
    ...profileFaults,
    wrong: 'This is not right.',
    email: 'Enter an email address, such as name@example.com.',
    name: 'Enter a name, without odd characters.',
    password: 'Enter the password.',
    tooLong: 'This is too long.',
    signIn: 'This email address and password do not belong together.',
    tooOften: 'This was tried too often. Wait a quarter of an hour and try again.',
    busy: 'Many people are signing in right now. Try again in ten seconds.',
    note: 'Say in short who you are and what you do at the organisation.',
    reason: 'Enter why you refuse this. The person who asked reads it.',
    sure: 'Tick the box if you are sure that you want to leave.',
    claims: 'You have asked for many organisations today. Try again tomorrow.',
    memberRole: 'Choose a role.',
    noOwner: 'Tick the box if you are sure that no owner is left then.',
    isMember: 'Whoever has this address manages the profile already.',
    isInvited: 'This address was invited already. Withdraw that invitation first if you want to send a new one.',
    invites: 'Many invitations were sent today. Try again tomorrow.',
    invitationGone: 'This invitation is there no more. Below you see which organisations you manage.',
  },
}
