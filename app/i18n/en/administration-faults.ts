export const administrationFaults = {
  role: 'Choose a role.',
  romOfRole: 'Choose a ROM for business developers and coordinators, and only for those.',
  blocked: 'This account is blocked. Unblock it first.',
  deputy: 'Choose a deputy from the list.',
  day: 'Enter a day.',
  dayPast: 'Choose today or a later day.',
  untilBeforeFrom: 'The last day comes before the first.',
}
