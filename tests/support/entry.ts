import { Browser } from './browser.ts'
import { linkIn, mailbox } from './mailbox.ts'
import { portalInTime } from './portal.ts'

/** Somebody whose account a test may make. */
export const kim = { name: 'Kim', email: 'kim@voorbeeld.nl' }
/** The password that is chosen with a key. */
export const chosen = 'een lange zin over regen en fietsen'

/** A portal with a mailbox and a clock, to which each form is sent by another browser. */
export async function entry({ limitFactor = 1000 } = {}) {
  const { portal, pass } = await portalInTime({ env: { limitFactor } })
  const box = mailbox()
  const post = (path: string, fields: Record<string, string>) => new Browser(portal).post(path, fields)
  const mailed = () => box.deliver(portal)
  /** Asks for mail, and gives the address of its link. */
  const linkAfter = async (path: string, fields: Record<string, string>) => {
    const answer = await post(path, fields)
    if (answer.headers.get('location') !== '/inloggen/mail') throw new Error(`no mail, but ${answer.status}`)
    const [mail] = await mailed()
    if (!mail) throw new Error('no mail')
    return linkIn(mail)
  }
  return { ...portal, pass, box, post, mailed, linkAfter }
}
