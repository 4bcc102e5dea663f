/** What the server says before a page can be made. */
export const refusals = {
  title: 'This does not work',
  home: 'To the start page',
  why: {
    method: 'This method does not work here.',
    length: 'It is not said how long this message is. Nothing was changed.',
    size: 'This is too large to send. Nothing was changed. Go back to the previous page: what you typed is still there. Make it shorter and send it again.',
    address: 'This address is not right.',
    otherSite: 'This form came from another site. Nothing was changed.',
    starting: 'Schakel is starting. Try again in a moment.',
    notFound: 'Not found.',
    server: 'Something went wrong on our side. Try again in a few minutes.',
  },
}
