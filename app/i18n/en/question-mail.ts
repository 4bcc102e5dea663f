/** The mail about questions to a ROM. `due` is a day, `message` a text of more lines. */
export const questionMail = {
  questionAsked: {
    subject: 'Your question to {{rom}} has arrived',
    body: 'With this e-mail address a question was put to {{rom}}, in Schakel. You will have an answer by {{due}}.\n\nBehind the link you see how your question stands. There you can also add something, or have your data erased. Keep this mail: whoever has the link can read your question.\n\nDid you ask nothing? Somebody else may have entered your address. Behind the link you can erase the question.',
    action: 'See your question',
  },
  interestAsked: {
    subject: 'Your interest was passed on to {{rom}}',
    body: 'You said that you want to take part. {{rom}} answers by {{due}}.\n\nBehind the link you see how it stands. There you can also add something.',
    action: 'See your interest',
  },
  questionReplied: {
    subject: '{{rom}} answered your question',
    body: '{{by}} of {{rom}} writes:\n\n{{message}}\n\nDo you want to respond? Answer this mail, or write on the page of your question.',
    action: 'Go to your question',
  },
  questionReferred: {
    subject: '{{rom}} refers you to somebody else',
    body: '{{by}} of {{rom}} writes:\n\n{{message}}\n\nDo you want to respond? Answer this mail, or write on the page of your question.',
    action: 'Go to your question',
  },
  questionPassed: {
    subject: 'Your question is now with {{rom}}',
    body: '{{from}} passed your question on to {{rom}}, which can help you better. You will have an answer by {{due}}.',
    action: 'See your question',
  },
  questionClosed: {
    subject: '{{rom}} closed your question',
    body: '{{rom}} closed your question. Is that not right? Then write on the page of your question: that opens it again.',
    action: 'Go to your question',
  },
  questionNew: {
    subject: 'New question for {{rom}}',
    body: 'An entrepreneur asked {{rom}} something. The promise is: an answer by {{due}}.',
    action: 'See the question',
  },
  interestNew: {
    subject: 'Somebody wants to take part: message for {{rom}}',
    body: 'An organisation wants to take part in a programme, initiative or call that {{rom}} looks after. The promise is: an answer by {{due}}.',
    action: 'See the message',
  },
  questionCopy: {
    subject: 'For your information: an organisation from your region wants to take part',
    body: 'An organisation from your region wants to take part in something. {{rom}} answers, by {{due}}. You read along and can keep notes.',
    action: 'Read along',
  },
  questionWritten: {
    subject: 'New message with a question to {{rom}}',
    body: 'Whoever put a question to {{rom}} added something. Answer by {{due}}.',
    action: 'See the message',
  },
  questionHanded: {
    subject: 'A question to {{rom}} is now with you',
    body: 'A colleague gave you a question to {{rom}}. The promise is: an answer by {{due}}.',
    action: 'See the question',
  },
  questionPassedTo: {
    subject: '{{from}} passes a question on to {{rom}}',
    body: '{{from}} passed a question on to {{rom}}. The asker knows, and will have an answer by {{due}}.',
    action: 'See the question',
  },
  questionReminder: {
    subject: 'A question to {{rom}} waits for an answer',
    body: 'A question to {{rom}} has waited for three working days. The promise is: an answer by {{due}}.\n\nCan you not make it? Then hand the question to a colleague.',
    action: 'Answer the question',
  },
  questionDue: {
    subject: 'An answer is promised today: a question to {{rom}}',
    body: 'A question to {{rom}} waits for an answer. The promise is: today at the latest, {{due}}.',
    action: 'Answer the question',
  },
  questionOverdue: {
    subject: 'Overdue: a question to {{rom}} was not answered',
    body: 'A question to {{rom}} should have had an answer by {{due}}. The coordinator gets this mail too.',
    action: 'Answer the question',
  },
}
