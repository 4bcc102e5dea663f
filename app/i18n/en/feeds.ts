export const feeds = {
  follow: 'Follow',
  news: {
    title: 'Schakel: latest milestones',
    description:
      'Milestones of the joint programmes and initiatives of the ROMs, newest first. Where only the month or year of a milestone is known, its first day counts as the date.',
    help: 'Put this address in a feed reader to see each new milestone as it comes.',
  },
  calls: {
    title: 'Schakel: calls',
    description:
      'Calls of the programmes and initiatives of the ROMs. The date is the one on which the call came into this portal.',
    help: 'Put this address in a feed reader to see each new call as it comes.',
  },
  calendar: {
    title: 'Schakel: calendar',
    description:
      'Calls, meetings, decisions and publications. It holds only what is known to the day; what is known by its month or year is in the calendar on the site.',
    label: 'Calendar subscription (iCalendar)',
    help: 'Add this address to your calendar as a subscription, and new dates come in by themselves.',
  },
  example: '{{title}} (example)',
  bad: 'This address is not right: {{values}}',
}
