import { accountMail } from './account-mail.ts'
import { administrationMail } from './administration-mail.ts'
import { claimMail } from './claim-mail.ts'
import { introductionMail } from './introduction-mail.ts'
import { listingMail } from './listing.ts'
import { ownMail } from './own-mail.ts'
import { questionMail } from './question-mail.ts'

/** A blank line begins a paragraph; `link`, where there is one, follows as a button with the text of `action`. */
export const mail = {
  greeting: 'Beste {{name}},',
  greetingNobody: 'Beste lezer,',
  linkOtherwise: 'Werkt de knop niet? Open dan dit adres:',
  closing: 'Schakel, het samenwerkingsportaal van de regionale ontwikkelingsmaatschappijen',
  templates: {
    ...ownMail,
    ...accountMail,
    ...administrationMail,
    ...claimMail,
    ...introductionMail,
    ...questionMail,
    ...listingMail,
    passwordChanged: {
      subject: 'Je wachtwoord is gewijzigd',
      body: 'Het wachtwoord van je account bij Schakel is zojuist gewijzigd.\n\nWas jij dat niet? Kies dan meteen een nieuw wachtwoord en neem contact op met de beheerder.',
      action: 'Een nieuw wachtwoord kiezen',
    },
  },
}
