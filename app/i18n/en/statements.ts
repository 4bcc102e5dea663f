export const statements = {
  about: {
    title: 'About Schakel',
    intro:
      'Schakel is the collaboration portal of the nine Dutch regional development agencies (ROMs). It shows what they do together and helps to find partners across regional borders.',
    whatTitle: 'What you find here',
    what: 'The joint programmes and initiatives per theme, who takes part in them, companies and knowledge institutions per region, instruments and figures.',
    contentTitle: 'Where the content comes from',
    content:
      'Every fact has a public source, with its address and date, and is written in our own words. What no source says is shown as “unknown” or “not stated”. That is not a “no”.',
    historyTitle: 'Nothing is overwritten',
    history:
      'We only add to participation, money and figures. So for any date you can see who took part, and what was known about it.',
    exampleTitle: 'Examples',
    example:
      'A demonstration contains made-up organisations and calls, marked “example”. They do not count in the figures and are absent from a real portal.',
    sourcesLink: 'All sources',
    mapTitle: 'Map and postcodes',
    map: 'The map of the provinces is from @svg-maps/netherlands (CC BY 4.0). The division of postcodes comes from a public list of 2014, updated for later border changes.',
  },
  sources: {
    title: 'Sources',
    intro: 'All the sources that the content of this portal is based on.',
    publisher: 'Publisher',
    published: 'Published',
    retrieved: 'Retrieved',
    licence: 'Licence',
    name: 'Title',
  },
  accessibility: {
    title: 'Accessibility statement',
    intro: 'Schakel wants to be usable by everyone. The aim is WCAG 2.2, level AA.',
    statusTitle: 'Current status',
    status:
      'At every change, every public page is tested automatically with axe, in Dutch and English, on a large and a small screen, light and dark. These tests found no errors. An independent agency has not examined the portal yet. That is why the status is “first measures taken”.',
    doneTitle: 'What we do',
    done1: 'Everything works with the keyboard, with visible focus and a link to skip the menu.',
    done2: 'The pages work without JavaScript, at 400% zoom and on a screen 320 pixels wide.',
    done3: 'Colour is never the only difference: there is always a word or a sign as well.',
    done4: 'The map and charts have a text or table with the same content.',
    limitsTitle: 'What is not good yet',
    limits: 'On a small screen you have to scroll large tables, such as the matrix, sideways.',
    contactTitle: 'Have you run into a problem?',
    contact: 'Tell the administrator of this portal. You will get an answer within two weeks.',
    dateTitle: 'Date',
    date: 'This statement was drawn up on {{date}}.',
  },
  privacy: {
    title: 'Privacy',
    intro: 'Schakel keeps as little as possible about visitors.',
    cookiesTitle: 'Cookies',
    cookies:
      'There are two cookies, and they are necessary: one remembers the language you chose, one remembers that you are signed in. A third one appears only when you send something while you are not signed in (any more): it keeps what you typed for a day. When you sign in with your account at work, a fourth one remembers for ten minutes that you are doing so. You only get the second when you sign in, and it works for two weeks at most. There is no tracking and there are no third-party cookies.',
    logsTitle: 'Logs',
    logs: 'The server records which pages gave an error, without IP address, cookies or search words.',
    personsTitle: 'People',
    persons:
      'The public pages show organisations, not contact persons of organisations. Search words and the postcodes you search with are not kept.',
    contactsTitle: 'If you are the contact person of an organisation',
    contacts:
      'Then the ROM of that organisation may keep your name, email address, telephone number and job, to ask you whether you would like to meet somebody. Only staff of that ROM see them. The other gets them once everybody has said yes. Do you not want this any more? Ask the ROM: it erases your details at once, also from mail that is still to be sent.',
    questionsTitle: 'If you ask a ROM something',
    questions:
      'We then keep your name, email address, postcode, question and, where you enter it, your organisation. Only staff of the ROM that answers see that. When your question goes to another ROM, that one sees it and the first no longer does. When you say that you would take part in something, the ROM of your region reads along. The link in the mail works until 90 days after your question was closed. A year after your question was closed we erase who you are and all that was said. With the link you can do that yourself at once. What stays is that there was a question: to which ROM, about which theme and when. How long ROMs take to answer we count, without names. Staff of a ROM who answer questions stand by name on the page of their ROM, without an email address.',
    accountsTitle: 'If you have an account',
    accounts:
      'We then keep your name, email address and language, your roles and organisations, on which devices you are signed in, which mail we sent you and what you changed in Schakel. Your password is only kept unreadable. When you sign in with your account at work, we also keep the number you are known by there. Mail is erased after 30 days, an account whose address was never confirmed after 30 days. When a colleague invites you to manage a profile, we keep the name and address your colleague gave until you answer, and 30 days at most.',
    rightsTitle: 'Your rights',
    rights:
      'With an account you can see, correct, download and erase your data yourself, under “My Schakel”. What you did stays after that, without your name. Backups hold your data until they are replaced. Is there still something about you that must go or is not correct? Ask the administrator of this portal to correct or delete it.',
  },
  errors: {
    notFoundTitle: 'This page does not exist',
    notFound: 'The address is not correct, or the page has been removed. Search below, or go to the home page.',
    methodTitle: 'You cannot do that here',
    method: 'This page is for reading. You cannot send anything to it. Nothing has been changed.',
    forbiddenTitle: 'This is not for your role',
    forbidden:
      'You are signed in, but this page belongs to another role. Nothing has been changed. Ask the administrator if this is wrong.',
    tooOftenTitle: 'Too much at once',
    tooOften: 'This was asked too often in a row. Nothing has been changed. Wait a moment and try again.',
    badTitle: 'This address is not correct',
    bad: 'The request could not be understood. Nothing has been changed.',
    serverTitle: 'Something went wrong on our side',
    server: 'The error has been recorded. Nothing has been lost. Please try again in a few minutes.',
    home: 'Go to the home page',
  },
}
