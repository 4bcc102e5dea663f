import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson, password } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'

const hour = 3_600_000

async function asked(email = 'nieuw@proef.example') {
  const { portal, pass } = await portalInTime()
  const person = await addPerson(portal)
  const browser = new Browser(portal)
  await browser.signIn(person.email)
  const answer = await browser.post('/mijn/account/e-mail', { email, current: password })
  expect(answer.headers.get('location')).toBe('/mijn/account?klaar=e-mail')
  const mail = await portal.db.selectFrom('mail').selectAll().orderBy('id').execute()
  const link = JSON.parse(mail.find(({ template }) => template === 'emailConfirm')?.params ?? '{}').link ?? ''
  return { portal, pass, person, browser, mail, link: String(link) }
}

const keyIn = (link: string) => new URLSearchParams(link.split('?')[1]).get('sleutel') ?? ''
const confirm = (browser: Browser, link: string) => browser.post('/inloggen/e-mail', { sleutel: keyIn(link) })

test('the address changes once the link in the new mail is used, by pressing the button, once', async () => {
  const { portal, pass, person, browser, mail, link } = await asked(' Nieuw@Proef.example ')
  expect(mail.map(({ template, account_id, address }) => [template, account_id ?? address])).toEqual([
    ['emailChanging', person.id],
    ['emailConfirm', 'nieuw@proef.example'],
  ])
  const stranger = new Browser(portal)
  const page = await stranger.get(link)
  const html = await page.text()
  expect(html).toContain('nieuw@proef.example')
  expect(html).toContain('<meta name="referrer" content="same-origin"/>')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  // Opening it, as a mail scanner does, changes nothing.
  expect((await new Browser(portal).signIn(person.email)).status).toBe(303)
  pass(23 * hour)
  const done = await confirm(stranger, link)
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('Je e-mailadres is gewijzigd')
  expect(stranger.session).toBeUndefined()
  expect((await new Browser(portal).signIn(person.email)).status).toBe(400)
  expect((await new Browser(portal).signIn('nieuw@proef.example')).status).toBe(303)
  expect((await browser.get('/mijn')).status).toBe(200)
  expect((await confirm(stranger, link)).status).toBe(400)
  expect(await (await stranger.get(link)).text()).toContain('Deze link werkt niet meer')
})

test('a link is of no use after a day, after another was asked for, or when it is made up', async () => {
  const { portal, pass, person, browser, link } = await asked()
  await browser.post('/mijn/account/e-mail', { email: 'ander@proef.example', current: password })
  expect((await confirm(browser, link)).status).toBe(400)
  // Of the first address nothing is kept: it was never shown to be the person's.
  expect(
    await portal.db.selectFrom('mail').select('id').where('address', '=', 'nieuw@proef.example').execute(),
  ).toEqual([])
  const mail = await portal.db.selectFrom('mail').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  const newer = JSON.parse(mail.params).link
  for (const made of ['', 'x', keyIn(newer).toLowerCase(), 'a'.repeat(5000)]) {
    expect((await browser.post('/inloggen/e-mail', { sleutel: made })).status, made).toBe(400)
  }
  pass(25 * hour)
  expect((await confirm(browser, newer)).status).toBe(400)
  expect((await new Browser(portal).signIn(person.email)).status).toBe(303)
})

test("somebody else's address gives the same answer, and only its owner is told", async () => {
  const { portal, person, browser } = await asked()
  const other = await addPerson(portal)
  const answer = await browser.post('/mijn/account/e-mail', { email: other.email.toUpperCase(), current: password })
  expect(answer.headers.get('location')).toBe('/mijn/account?klaar=e-mail')
  const mail = await portal.db
    .selectFrom('mail')
    .select(['template', 'account_id'])
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(mail).toEqual([
    { template: 'emailTaken', account_id: other.id },
    { template: 'emailChanging', account_id: person.id },
  ])
  expect(await portal.db.selectFrom('sign_in_token').selectAll().execute()).toEqual([])
})

test('whoever got the address meanwhile keeps it', async () => {
  const { portal, browser, link } = await asked()
  await addPerson(portal, { email: 'nieuw@proef.example' })
  expect((await confirm(browser, link)).status).toBe(400)
})

test('it asks the password, and refuses what is no other address; what was typed is kept', async () => {
  const { portal, person, browser } = await asked()
  for (const [email, current, text] of [
    ['nieuw2@proef.example', 'iets anders', 'Dit is niet je wachtwoord.'],
    [person.email, password, 'Dit is het adres dat je nu al hebt.'],
    ['geen adres', password, 'Vul een e-mailadres in'],
    ['a@b.example\r\nBcc: x@y.example', password, 'Vul een e-mailadres in'],
  ] as const) {
    const answer = await browser.post('/mijn/account/e-mail', { email, current })
    expect(answer.status, email).toBe(400)
    const html = await answer.text()
    expect(html, email).toContain(text)
    expect(html).toContain(`value="${email.split('\r')[0]}`)
  }
  expect(await portal.db.selectFrom('mail').select('id').execute()).toHaveLength(2)
})
