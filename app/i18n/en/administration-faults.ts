export const administrationFaults = {
  role: 'Choose a role.',
  romOfRole: 'Choose a ROM for business developers and coordinators, and only for those.',
  blocked: 'This account is blocked. Unblock it first.',
  deputy: 'Choose a deputy from the list.',
  day: 'Enter a day.',
  dayPast: 'Choose today or a later day.',
  untilBeforeFrom: 'The last day comes before the first.',
  word: 'Give a word of letters, digits and spaces. A hyphen, full stop, apostrophe, slash, & or + is fine too.',
  wordSkipped: 'Do not begin with a word like “the” or “for”: Schakel skips those in texts.',
  wordTaken: 'This word belongs to the concept “{{taken}}” already.',
  wordLanguage: 'Choose Dutch or English.',
}
