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
  inboxConfirm: {
    subject: 'Does mail of Schakel for {{rom}} arrive here?',
    body: 'Somebody gave this address as the team inbox of {{rom}} in Schakel, the collaboration portal of the Dutch regional development agencies. Mail about the work of {{rom}} then arrives here.\n\nIs that right? Use the link below. It works for a week, and once.\n\nIs it not? Then there is nothing you need to do.',
    action: 'Confirm this address',
  },
  colleagueInvited: {
    subject: 'Invitation to manage {{organisation}}',
    body: 'An owner of the profile of {{organisation}} in Schakel, the collaboration portal of the Dutch regional development agencies, invites you to manage it together.\n\nBehind the link you see who invites you and what you can do then. There you accept or decline the invitation. You can until 30 days after this mail. Nothing happens before you do.\n\nDo you not know this organisation? Then there is nothing you need to do.',
    action: 'See the invitation',
  },
  memberRoleChanged: {
    subject: 'Your role at {{organisation}} was changed',
    body: 'An owner of the profile of {{organisation}} changed your role. Where you manage it you see what you can do now.\n\nIs this not right? Contact your colleague or the ROM of the region.',
    action: 'Go and manage it',
  },
  membershipEnded: {
    subject: 'You no longer manage {{organisation}}',
    body: 'An owner of the profile of {{organisation}} ended your access. Your account stays.\n\nIs this not right? Contact your colleague or the ROM of the region.',
    action: 'See the organisation',
  },
}
