import { accountMail } from './account-mail.ts'
import { administrationMail } from './administration-mail.ts'
import { claimMail } from './claim-mail.ts'
import { introductionMail } from './introduction-mail.ts'
import { listingMail } from './listing.ts'
import { ownMail } from './own-mail.ts'
import { questionMail } from './question-mail.ts'

/** A blank line begins a paragraph; `link`, where there is one, follows as a button with the text of `action`. */
export const mail = {
  greeting: 'Dear {{name}},',
  greetingNobody: 'Dear reader,',
  linkOtherwise: 'Does the button not work? Then open this address:',
  closing: 'Schakel, the collaboration portal of the Dutch regional development agencies',
  templates: {
    ...ownMail,
    ...accountMail,
    ...administrationMail,
    ...claimMail,
    ...introductionMail,
    ...questionMail,
    ...listingMail,
    passwordChanged: {
      subject: 'Your password was changed',
      body: 'The password of your Schakel account was changed just now.\n\nWas this not you? Choose a new password at once and contact the administrator.',
      action: 'Choose a new password',
    },
  },
}
