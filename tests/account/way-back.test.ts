import { expect, test } from 'vitest'
import { sealWay } from '#app/auth/way-back.server.ts'
import { Browser } from '../support/browser.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addPerson, password } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'

const to = '/organisaties/hanzehogeschool-groningen/beheren'
const plain = (html: string) => html.replace(/nonce="[^"]+"/g, '').replace(/\bnonce\\?",\\?"[^"\\]+/g, '')

async function scene() {
  const { portal } = await portalInTime({ env: { limitFactor: 1000 } })
  const box = mailbox()
  return {
    portal,
    known: await addPerson(portal, { name: 'Kim', email: 'kim@voorbeeld.example' }),
    linkMailed: async () => {
      const [mail, ...more] = await box.deliver(portal)
      if (!mail || more.length > 0) throw new Error('not one mail')
      return linkIn(mail)
    },
  }
}

/** The address of the one link of a page that begins so, as it stands in it. */
const linkTo = (html: string, path: string) =>
  new RegExp(`href="(${path}\\?[^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

test('who wanted to manage an organisation and had no account lands there with the password', async () => {
  const { portal, linkMailed } = await scene()
  const visitor = new Browser(portal)
  const claim = await (await visitor.get(to)).text()
  const signIn = await (await visitor.get(linkTo(claim, '/inloggen'))).text()
  const register = await (await visitor.get(linkTo(signIn, '/aanmelden'))).text()
  expect(register).toContain(`name="naar" value="${to}"`)
  // A fault keeps it too.
  const wrong = await visitor.post('/aanmelden', { name: '', email: 'nieuw@voorbeeld.example', naar: to })
  expect(await wrong.text()).toContain(`name="naar" value="${to}"`)
  await visitor.post('/aanmelden', { name: 'Nieuw', email: 'nieuw@voorbeeld.example', naar: to })
  const link = await linkMailed()
  // Nobody reads in the mail of a stranger what was typed into an address.
  expect(decodeURIComponent(link)).not.toContain('hanzehogeschool')
  // In another browser than it began in.
  const other = new Browser(portal)
  const page = await (await other.get(link)).text()
  const action = /action="([^"]+)"/.exec(/<main[\s\S]*/.exec(page)?.[0] ?? '')?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(action).toContain('verder=')
  expect((await other.post(action, { password: 'kort' })).status).toBe(400)
  const done = await other.post(action, { password })
  expect(done.headers.get('location')).toBe(to)
  expect(await (await other.get(to)).text()).toContain('name="note"')
  // A dead link still knows where to.
  expect(linkTo(await (await other.get(link)).text(), '/inloggen/vergeten')).toContain(encodeURIComponent(to))
  expect(portal.errors).toEqual([])
})

test('a reset, an address that had an account, and one that had none lead there too', async () => {
  const { portal, known, linkMailed } = await scene()
  for (const path of ['/inloggen/vergeten', '/aanmelden']) {
    const visitor = new Browser(portal)
    const sent = await visitor.post(path, { name: 'Kim', email: known.email, naar: to })
    expect(sent.headers.get('location')).toBe(`/inloggen/mail?naar=${encodeURIComponent(to)}`)
    const again = linkTo(await (await visitor.get(sent.headers.get('location') ?? '')).text(), '/inloggen/vergeten')
    expect(again).toBe(`/inloggen/vergeten?naar=${encodeURIComponent(to)}`)
    const done = await visitor.post(await linkMailed(), { password: `${password} ${path}` })
    expect(done.headers.get('location'), path).toBe(to)
    await portal.db.deleteFrom('mail').execute()
  }
  const visitor = new Browser(portal)
  await visitor.post('/inloggen/vergeten', { email: 'niemand@voorbeeld.example', naar: to })
  expect(await (await visitor.get(await linkMailed())).text()).toContain(`name="naar" value="${to}"`)
})

test.each(['/aanmelden', '/inloggen/vergeten'])(
  '%s with a way back answers the same, byte for byte, whether or not there is an account',
  async (path) => {
    const { portal, known } = await scene()
    const answers = []
    for (const email of [known.email, 'onbekend@voorbeeld.example']) {
      const answer = await new Browser(portal).post(path, { name: 'Kim', email, naar: to })
      const headers = [...answer.headers].filter(
        ([name]) => !/^(date|content-security-policy|server-timing)$/.test(name),
      )
      const page = plain(await (await portal.get(answer.headers.get('location') ?? '')).text())
      answers.push({ status: answer.status, headers, body: await answer.text(), page })
    }
    expect(answers[1]).toEqual(answers[0])
  },
)

const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '@evil.example',
  '/\r\nSet-Cookie: a=b',
  `/${'é'.repeat(1990)}`,
]

test.each(elsewhere)('no way back leads to another site: %.30s', async (naar) => {
  const { portal, known, linkMailed } = await scene()
  const here = (location: string | null) => {
    expect(location).toMatch(/^\/(?![/\\])/)
    expect(new URL(location ?? '', portal.url).origin).toBe(portal.url)
    expect(location).not.toContain('evil')
  }
  const query = new URLSearchParams({ naar, verder: naar })
  const pages = ['/aanmelden', '/inloggen/vergeten', '/inloggen/mail', '/inloggen', '/inloggen/wachtwoord']
  // What is too long for an address gets no page at all.
  const fits = query.toString().length < 4000
  for (const path of fits ? pages : []) {
    const page = await (await portal.get(`${path}?${query}`)).text()
    expect(/<main[\s\S]*<\/main>/.exec(page)?.[0], path).not.toContain('evil.example')
  }
  for (const path of ['/aanmelden', '/inloggen/vergeten']) {
    const visitor = new Browser(portal)
    const sent = await visitor.post(path, { name: 'Kim', email: known.email, naar })
    here(sent.headers.get('location'))
    const link = await linkMailed()
    const forged = fits ? `${link}&${query}` : link
    const done = await visitor.post(forged, { password: `${password} ${path}`, naar, verder: naar })
    here(done.headers.get('location'))
    await portal.db.deleteFrom('mail').execute()
    await portal.db.deleteFrom('session').execute()
  }
  expect(portal.errors).toEqual([])
})

test('a sealed way back that was changed, cut off or is of something else leads nowhere in particular', async () => {
  const { portal, known, linkMailed } = await scene()
  const sealed = sealWay(portal, to)
  const other = sealWay({ secret: 'another portal has another secret' }, to)
  for (const verder of [`${sealed}x`, sealed.slice(0, -1), sealed.slice(1), other, 'x', '%00', 'x'.repeat(10_000)]) {
    const visitor = new Browser(portal)
    expect(await (await visitor.get(`/aanmelden?${new URLSearchParams({ verder })}`)).text()).not.toContain(to)
  }
  const visitor = new Browser(portal)
  await visitor.post('/inloggen/vergeten', { email: known.email })
  const link = await linkMailed()
  expect(link).not.toContain('verder')
  const done = await visitor.post(`${link}&${new URLSearchParams({ verder: other })}`, { password: `${password} x` })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/mijn'])
  expect(sealWay(portal, 'https://evil.example')).toBe('')
})
