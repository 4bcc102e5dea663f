import PostalMime from 'postal-mime'

/** What a person reads of a mail. */
export interface ReadMail {
  subject: string
  to: string
  text: string
}

/** Reads a mail as it is sent (RFC 5322, MIME): its head, and its plain text. What is not a mail reads as an empty one. */
export async function readMail(source: Buffer): Promise<ReadMail> {
  const { subject = '', to = [], text = '' } = await PostalMime.parse(source)
  const addresses = to.map(({ name, address }) => (name ? `${name} <${address}>` : address))
  return { subject: subject.trim(), to: addresses.join(', '), text: text.replace(/\n$/, '') }
}
