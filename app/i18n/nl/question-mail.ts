/** The mail about questions to a ROM. `due` is a day, `message` a text of more lines. */
export const questionMail = {
  questionAsked: {
    subject: 'Je vraag aan {{rom}} is aangekomen',
    body: 'Er is met dit e-mailadres een vraag gesteld aan {{rom}}, in Schakel. Je krijgt uiterlijk {{due}} antwoord.\n\nAchter de link zie je hoe het met je vraag staat. Daar kun je ook iets toevoegen of je gegevens laten wissen. Bewaar deze mail: wie de link heeft, kan je vraag lezen.\n\nHeb je niets gevraagd? Dan kan iemand anders je adres hebben ingevuld. Achter de link kun je de vraag wissen.',
    action: 'Je vraag bekijken',
  },
  interestAsked: {
    subject: 'Je interesse is doorgegeven aan {{rom}}',
    body: 'Je liet weten dat je mee wilt doen. {{rom}} antwoordt uiterlijk {{due}}.\n\nAchter de link zie je hoe het ermee staat. Daar kun je ook iets toevoegen.',
    action: 'Je interesse bekijken',
  },
  questionReplied: {
    subject: '{{rom}} heeft je vraag beantwoord',
    body: '{{by}} van {{rom}} schrijft:\n\n{{message}}\n\nWil je reageren? Beantwoord deze mail, of schrijf verder op de pagina van je vraag.',
    action: 'Naar je vraag',
  },
  questionReferred: {
    subject: '{{rom}} verwijst je door',
    body: '{{by}} van {{rom}} schrijft:\n\n{{message}}\n\nWil je reageren? Beantwoord deze mail, of schrijf verder op de pagina van je vraag.',
    action: 'Naar je vraag',
  },
  questionPassed: {
    subject: 'Je vraag ligt nu bij {{rom}}',
    body: '{{from}} heeft je vraag doorgegeven aan {{rom}}. Die kan je beter helpen. Je krijgt uiterlijk {{due}} antwoord.',
    action: 'Je vraag bekijken',
  },
  questionClosed: {
    subject: '{{rom}} heeft je vraag afgesloten',
    body: '{{rom}} heeft je vraag afgesloten. Klopt dat niet? Schrijf dan verder op de pagina van je vraag: dan gaat zij weer open.',
    action: 'Naar je vraag',
  },
  questionNew: {
    subject: 'Nieuwe vraag voor {{rom}}',
    body: 'Een ondernemer heeft {{rom}} iets gevraagd. Beloofd is: antwoord uiterlijk {{due}}.',
    action: 'De vraag bekijken',
  },
  interestNew: {
    subject: 'Iemand wil meedoen: bericht voor {{rom}}',
    body: 'Een organisatie wil meedoen aan een programma, initiatief of oproep waar {{rom}} over gaat. Beloofd is: antwoord uiterlijk {{due}}.',
    action: 'Het bericht bekijken',
  },
  questionCopy: {
    subject: 'Ter informatie: een organisatie uit je regio wil meedoen',
    body: 'Een organisatie uit je regio wil ergens aan meedoen. {{rom}} antwoordt, uiterlijk {{due}}. Jij leest mee en kunt notities maken.',
    action: 'Meelezen',
  },
  questionWritten: {
    subject: 'Nieuw bericht bij een vraag aan {{rom}}',
    body: 'Wie een vraag stelde aan {{rom}} heeft er iets bij geschreven. Antwoord uiterlijk {{due}}.',
    action: 'Het bericht bekijken',
  },
  questionHanded: {
    subject: 'Een vraag aan {{rom}} ligt nu bij jou',
    body: 'Een collega heeft je een vraag aan {{rom}} gegeven. Beloofd is: antwoord uiterlijk {{due}}.',
    action: 'De vraag bekijken',
  },
  questionPassedTo: {
    subject: '{{from}} geeft een vraag door aan {{rom}}',
    body: '{{from}} heeft een vraag doorgegeven aan {{rom}}. De vrager weet dat en krijgt uiterlijk {{due}} antwoord.',
    action: 'De vraag bekijken',
  },
  questionReminder: {
    subject: 'Een vraag aan {{rom}} wacht op antwoord',
    body: 'Een vraag aan {{rom}} wacht al drie werkdagen. Beloofd is: antwoord uiterlijk {{due}}.\n\nLukt het niet? Geef de vraag dan aan een collega.',
    action: 'De vraag beantwoorden',
  },
  questionDue: {
    subject: 'Vandaag antwoord beloofd: een vraag aan {{rom}}',
    body: 'Een vraag aan {{rom}} wacht op antwoord. Beloofd is: uiterlijk vandaag, {{due}}.',
    action: 'De vraag beantwoorden',
  },
  questionOverdue: {
    subject: 'Te laat: een vraag aan {{rom}} is niet beantwoord',
    body: 'Een vraag aan {{rom}} had uiterlijk {{due}} een antwoord moeten hebben. De coördinator krijgt deze mail ook.',
    action: 'De vraag beantwoorden',
  },
}
