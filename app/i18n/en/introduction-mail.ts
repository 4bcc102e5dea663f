/** The mail about introductions. */
export const introductionMail = {
  introductionRequested: {
    subject: 'Asked for: an introduction of {{first}} to {{others}}',
    body: 'Somebody of {{first}} asks whether you would introduce them to {{others}}.\n\nYour desk says why. There you turn it into a proposal, or put it back.',
    action: 'See the request',
  },
  introductionProposed: {
    subject: 'Proposal for an introduction: {{first}} and {{others}}',
    body: '{{rom}} proposes to introduce {{first}} and {{others}} to each other.\n\nBehind the link you see why they fit. There you say yes or no. You need not sign in. The link works once.\n\nPlease answer before {{due}}.',
    action: 'See it and answer',
  },
  introductionReminder: {
    subject: 'Reminder: {{first}} and {{others}} wait for your answer',
    body: '{{rom}} proposed to introduce {{first}} and {{others}} to each other. There is no answer yet.\n\nBehind the link you see why they fit, and say yes or no. You need not sign in.\n\nThe answer is expected on {{due}}.',
    action: 'See it and answer',
  },
  introductionCopy: {
    subject: 'For information: proposal to introduce {{first}} and {{others}}',
    body: '{{rom}} has proposed to the transfer office to introduce {{first}} and {{others}} to each other.\n\nThere is nothing you need to do. Your desk shows how it stands.',
    action: 'See the proposal',
  },
  introductionAccepted: {
    subject: '{{organisation}} can be approached',
    body: 'Your proposal to introduce {{first}} and {{others}} was accepted for {{organisation}}.\n\nOnce all regions agree, Schakel asks the organisations for their consent.',
    action: 'See how it stands',
  },
  introductionDeclined: {
    subject: 'No introduction with {{organisation}}',
    body: 'The introduction of {{first}} and {{others}} was declined for {{organisation}}.\n\nYour desk says why. The match will be ranked lower from now on.',
    action: 'See the reason',
  },
  introductionWithdrawn: {
    subject: 'Withdrawn: introduction of {{first}} and {{others}}',
    body: '{{rom}} has withdrawn the proposal to introduce {{first}} and {{others}} to each other. There is nothing you need to do.',
    action: 'See it',
  },
  introductionConsent: {
    subject: 'Would you like to meet? {{first}} and {{others}}',
    body: '{{rom}} would like to introduce {{first}} and {{others}} to each other.\n\nBehind the link you read why. There you say whether you want this. You need no account. The link works once.\n\nOnly when all say yes do you get each other’s contact details. Please answer before {{due}}.',
    action: 'Read it and answer',
  },
  introductionConsentReminder: {
    subject: 'Reminder: would you like to meet? {{first}} and {{others}}',
    body: '{{rom}} would like to introduce {{first}} and {{others}} to each other, and waits for your answer.\n\nBehind the link you read why, and say whether you want this. You need no account.\n\nOnly when all say yes do you get each other’s contact details. The answer is expected on {{due}}.',
    action: 'Read it and answer',
  },
  introductionNobody: {
    subject: 'Who speaks for {{organisation}}?',
    body: 'The regions agree to introduce {{first}} and {{others}}. But nobody of {{organisation}} is known to ask for consent.\n\nFill in a contact person. The question then goes out at once.',
    action: 'Fill in a contact person',
  },
  introductionMade: {
    subject: 'Meet: {{first}} and {{others}}',
    body: 'All have said yes. {{rom}} hereby introduces you to each other.\n\nThese are the details of the other: {{details}}.\n\nDo take the first step. They have your details too.',
  },
  introductionMadeStaff: {
    subject: 'Introduced: {{first}} and {{others}}',
    body: 'All organisations gave their consent. {{first}} and {{others}} now have each other’s contact details.\n\nAt your desk you keep track of what comes of it.',
    action: 'To the introduction',
  },
  introductionOverdue: {
    subject: 'Overdue: introduction of {{first}} and {{others}}',
    body: 'The introduction of {{first}} and {{others}}, proposed by {{rom}}, was not answered in time.\n\nThe desk says whose answer is awaited.',
    action: 'See it',
  },
  introductionOutcome: {
    subject: 'What came of {{first}} and {{others}}?',
    body: '{{rom}} introduced {{first}} and {{others}} to each other. What came of it?\n\nBehind the link is one short question. You need not sign in. So we know together what introductions bring.',
    action: 'Answer the question',
  },
}
