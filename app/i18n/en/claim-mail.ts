/** The mail about who manages an organisation. */
export const claimMail = {
  claimAsked: {
    subject: 'Somebody wants to manage {{organisation}}',
    body: 'Somebody asks to manage the profile of {{organisation}} in Schakel.\n\nSee whether it is right, and confirm or refuse it.',
    action: 'See the request',
  },
  claimConfirmed: {
    subject: 'You now manage {{organisation}}',
    body: 'Your request was confirmed: you manage the profile of {{organisation}} in Schakel.',
    action: 'Go and manage it',
  },
  claimRefused: {
    subject: 'Your request for {{organisation}} was refused',
    body: 'You asked to manage the profile of {{organisation}} in Schakel. That was refused, for this reason:\n\n{{reason}}\n\nIs this not right? You can ask again.',
    action: 'Ask again',
  },
  membershipEnded: {
    subject: 'You no longer manage {{organisation}}',
    body: 'An owner of the profile of {{organisation}} ended your access. Your account stays.\n\nIs this not right? Contact your colleague or the ROM of the region.',
    action: 'See the organisation',
  },
}
