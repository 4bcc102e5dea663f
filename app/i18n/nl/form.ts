import { administrationFaults } from './administration-faults.ts'
import { askFaults } from './ask.ts'
import { entryFault } from './entry.ts'
import { inboxFaults } from './inbox.ts'
import { introductionFaults } from './introduction.ts'
import { profileFaults } from './listing.ts'
import { ownFaults } from './own-faults.ts'
import { questionFaults } from './questions.ts'

export const form = {
  faults: 'Er klopt iets niet. Wat je typte is bewaard.',
  kept: 'Je was uitgelogd. Wat je typte is bewaard: kijk het na en verstuur het opnieuw.',
  optional: 'hoeft niet',
  fault: {
    ...entryFault,
    ...ownFaults,
    ...administrationFaults,
    ...inboxFaults,
    ...introductionFaults,
    ...askFaults,
    ...questionFaults,
    ...profileFaults,
    wrong: 'Dit klopt niet.',
    email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    name: 'Vul een naam in, zonder vreemde tekens.',
    password: 'Vul het wachtwoord in.',
    tooLong: 'Dit is te lang.',
    signIn: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
    tooOften: 'Dit is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.',
    busy: 'Veel mensen loggen nu tegelijk in. Probeer het over tien seconden opnieuw.',
    note: 'Vertel kort wie je bent en wat je bij de organisatie doet.',
    reason: 'Vul in waarom je dit afwijst. De aanvrager leest het.',
    sure: 'Zet een vinkje als je zeker weet dat je weg wilt.',
    claims: 'Je hebt vandaag al veel aanvragen gedaan. Probeer het morgen opnieuw.',
    memberRole: 'Kies een rol.',
    noOwner: 'Zet een vinkje als je zeker weet dat er dan geen eigenaar meer is.',
    isMember: 'Wie dit adres heeft, beheert het profiel al.',
    isInvited: 'Dit adres is al uitgenodigd. Trek die uitnodiging eerst in als je een nieuwe wilt sturen.',
    invites: 'Er zijn vandaag al veel uitnodigingen verstuurd. Probeer het morgen opnieuw.',
    invitationGone: 'Deze uitnodiging is er niet meer. Hieronder zie je welke organisaties je beheert.',
  },
}
