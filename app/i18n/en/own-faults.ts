/** What can be wrong on the pages of one's own account; codes of `form.fault`. */
export const ownFaults = {
  code: 'This code is not right, or was used before. Wait for the next code and enter that.',
  current: 'This is not your password.',
  word: 'Type exactly the word shown.',
  sameEmail: 'This is the address you have already.',
  lastAdministrator:
    'You are the only administrator. Make somebody else administrator first: without one, nobody can give access any more.',
}
