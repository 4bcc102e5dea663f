import { entryFault } from './entry.ts'
import { ownFaults } from './own-faults.ts'

export const form = {
  faults: 'Er klopt iets niet. Wat je typte is bewaard.',
  optional: 'hoeft niet',
  fault: {
    ...entryFault,
    ...ownFaults,
    wrong: 'Dit klopt niet.',
    email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    name: 'Vul een naam in, zonder vreemde tekens.',
    password: 'Vul het wachtwoord in.',
    tooLong: 'Dit is te lang.',
    signIn: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
    tooOften: 'Dit is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.',
    busy: 'Veel mensen loggen nu tegelijk in. Probeer het over tien seconden opnieuw.',
  },
}
