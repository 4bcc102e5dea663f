import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import { readMail } from '#app/mail/eml.ts'
import { type NewMail, queueMail } from '#app/mail/queue.server.ts'
import { signedInAs } from '../support/browser.ts'
import { mailbox } from '../support/mailbox.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'

const key = 'geheime-sleutel-123'
const script = '<script>alert(1)</script>'

async function portalWithMail(mode?: 'demonstration' | 'production') {
  const portal = await testPortal({ mode })
  const letter: NewMail = {
    to: { address: 'team@rom.example' },
    locale: 'nl',
    template: 'passwordChanged',
    params: { link: `/inloggen/wachtwoord?sleutel=${key}` },
  }
  await queueMail(portal.db, letter, portal.now())
  const { id } = await portal.db.selectFrom('mail').select('id').executeTakeFirstOrThrow()
  return { portal, id: String(id), only: () => portal.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow() }
}

test('the queue says how each mail goes, and never what a key is', async () => {
  const { portal, id, only } = await portalWithMail()
  const admin = await signedInAs(portal, 'beheerder')
  const page = async (search = '') => (await admin.get(`/beheer/mail${search}`)).text()
  const waiting = await page()
  expect(waiting).toContain('Je wachtwoord is gewijzigd')
  expect(waiting).toContain('team@rom.example')
  expect(waiting).not.toContain(key)
  const fail = { attempts: 8, failed_at: portal.now().toISOString(), error: `550 ${script}` }
  await portal.db.updateTable('mail').set(fail).execute()
  const failed = await page('?status=failed')
  expect(failed).toContain('550 &lt;script&gt;')
  expect(failed).not.toContain(script)
  expect(await page('?status=sent')).not.toContain('team@rom.example')
  const again = await admin.post('/beheer/mail', { mail: id })
  expect([again.status, again.headers.get('location')]).toEqual([303, '/beheer/mail?gedaan=opnieuw'])
  expect(await only()).toMatchObject({
    attempts: 0,
    failed_at: null,
    error: null,
    due_at: portal.now().toISOString(),
  })
  expect(portal.errors).toEqual([])
})

test('a subject stands there as it is sent, before and after; a mail of before, without what was in it, has "…"', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const params = { organisation: `Kwik & Zonen ${script}`, link: `/werk?sleutel=${key}`, name: 'Kim' }
  const letter = { to: { address: 'team@rom.example' }, template: 'claimAsked', params } as const
  await queueMail(portal.db, { ...letter, locale: 'nl' }, portal.now())
  await queueMail(portal.db, { ...letter, locale: 'en' }, portal.now())
  const page = async () => (await admin.get('/beheer/mail?taal=en')).text()
  const subjects = [
    'Iemand wil Kwik &amp; Zonen &lt;script&gt;',
    'Somebody wants to manage Kwik &amp; Zonen &lt;script&gt;',
  ]
  for (const subject of subjects) expect(await page()).toContain(subject)
  expect(await mailbox().deliver(portal)).toHaveLength(2)
  const sent = await page()
  for (const subject of subjects) expect(sent).toContain(subject)
  for (const secret of [key, script, '{{']) expect(sent).not.toContain(secret)
  const rows = await portal.db.selectFrom('mail').select('params').execute()
  expect(rows.map((row) => JSON.parse(row.params))).toEqual(Array(2).fill({ organisation: params.organisation }))
  await portal.db.updateTable('mail').set({ params: '{}' }).execute()
  expect(await page()).toContain('Iemand wil … beheren')
  expect(portal.errors).toEqual([])
})

test('what was given up is whole, and goes out when it is tried again', async () => {
  const portal = await testPortal()
  const admin = await signedInAs(portal, 'beheerder')
  const person = await addPerson(portal)
  const link = `/inloggen/wachtwoord?sleutel=${key}`
  const to = { accountId: person.id }
  await queueMail(portal.db, { to, locale: 'nl', template: 'reset', params: { link } }, portal.now())
  const block = (blocked_at: string | null) =>
    portal.db.updateTable('account').set({ blocked_at }).where('id', '=', person.id).execute()
  const box = mailbox()
  await block(portal.now().toISOString())
  expect(await box.deliver(portal)).toEqual([])
  const page = await (await admin.get('/beheer/mail')).text()
  expect(page).toContain('the account is blocked or gone')
  const id = /name="mail" value="(\d+)"/.exec(page)?.[1] ?? ''
  // As long as the account is blocked, it goes to nobody.
  await admin.post('/beheer/mail', { mail: id })
  expect(await box.deliver(portal)).toEqual([])
  await block(null)
  await admin.post('/beheer/mail', { mail: id })
  const [mail] = await box.deliver(portal)
  expect(mail?.to.address).toBe(person.email)
  expect(mail?.text).toContain(link)
  expect(await (await admin.get('/beheer/mail')).text()).not.toContain('Probeer opnieuw')
  expect(portal.errors).toEqual([])
})

test('what was sent is not put back; what there is not is a 404', async () => {
  const { portal, id, only } = await portalWithMail()
  const admin = await signedInAs(portal, 'beheerder')
  const state = { sent_at: portal.now().toISOString(), params: '{}' }
  await portal.db.updateTable('mail').set(state).execute()
  await admin.post('/beheer/mail', { mail: id })
  expect(await only()).toMatchObject(state)
  expect(await (await admin.get('/beheer/mail')).text()).not.toContain('Probeer opnieuw')
  expect((await admin.post('/beheer/mail', { mail: '999' })).status).toBe(404)
  for (const wrong of ['', '0', '1.5', 'x', '1 OR 1=1']) {
    expect((await admin.post('/beheer/mail', { mail: wrong })).status, wrong).toBe(400)
  }
  expect((await admin.post('/beheer/mail', { mail: id, params: '{}' })).status).toBe(400)
  expect(portal.errors).toEqual([])
})

test('a demonstration shows what it kept, and no other file', async () => {
  const { portal } = await portalWithMail()
  const dataDir = mkdtempSync(join(tmpdir(), 'schakel-kept-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  portal.env.dataDir = dataDir
  const admin = await signedInAs(portal, 'beheerder')
  const folder = '/beheer/mail/bewaard'
  expect(await (await admin.get(folder)).text()).toContain('Er is nog geen mail bewaard')
  mkdirSync(join(dataDir, 'mail'))
  writeFileSync(join(dataDir, 'secret'), 'het geheim')
  writeFileSync(join(dataDir, 'secret.eml'), 'Subject: het geheim\n\nhet geheim')
  symlinkSync(join(dataDir, 'secret'), join(dataDir, 'mail', 'link.eml'))
  const long = 'één zin die verder gaat dan een regel van een mail lang mag zijn '.repeat(4).trim()
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'schakel@rom.example',
    to: { name: 'Zoë Ångström', address: 'zoe@rom.example' },
    subject: `Één lang onderwerp met € en ${script}, dat over meer dan een regel van het hoofd gaat`,
    text: `Beste Zoë,\n\n${long}\n\nKies: ${portal.url}/inloggen/wachtwoord?sleutel=${key}\n\n${script}`,
    html: '<p>niet dit</p>',
  })
  writeFileSync(join(dataDir, 'mail', '2026-11-21-1.eml'), message as Buffer)
  expect(await (await admin.get(folder)).text()).toContain(`${folder}/2026-11-21-1.eml`)
  const letter = await (await admin.get(`${folder}/2026-11-21-1.eml`)).text()
  expect(letter).toContain('Één lang onderwerp met € en &lt;script&gt;')
  expect(letter).toContain(`href="${portal.url}/inloggen/wachtwoord?sleutel=${key}"`)
  expect(letter).toContain('Zoë Ångström')
  expect(letter).toContain(long)
  expect(letter).not.toContain(script)
  for (const name of [
    'link.eml',
    '..%2fsecret.eml',
    '..%5csecret.eml',
    '%2e%2e%2fsecret',
    'x.eml%00',
    'nope.eml',
    '.eml',
  ]) {
    const answer = await admin.get(`${folder}/${name}`)
    expect([400, 404], name).toContain(answer.status)
    expect(await answer.text(), name).not.toContain('het geheim')
  }
  for (const who of ['coordinator', 'secretaris']) {
    const somebody = await signedInAs(portal, who)
    for (const path of ['/beheer/mail', folder, `${folder}/2026-11-21-1.eml`]) {
      expect((await somebody.get(path)).status, `${who} ${path}`).toBe(403)
    }
  }
  // With a mail server, keys go to the reader only.
  portal.env.smtpUrl = 'smtp://mail.example'
  for (const path of [folder, `${folder}/2026-11-21-1.eml`]) expect((await admin.get(path)).status).toBe(404)
  expect(portal.errors).toEqual([])
})

test.each([
  [
    'plain',
    'Subject: Hoi\r\nTo: a@b.nl\r\n\r\nregel\r\nregel',
    { subject: 'Hoi', to: 'a@b.nl', text: 'regel\nregel' },
  ],
  ['nothing', '', { subject: '', to: '', text: '' }],
  [
    'a head alone',
    'Subject: =?utf-8?Q?caf=C3=A9_?= =?utf-8?B?bGF0dGU=?=',
    { subject: 'café latte', to: '', text: '' },
  ],
  [
    'base64 in another charset',
    'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n6Q==',
    { text: 'é' },
  ],
  ['an unknown charset', 'Content-Type: text/plain; charset=klingon\n\nhoi', { text: 'hoi' }],
  ['html only', 'Content-Type: text/html\n\n<p>hoi', { text: '' }],
  [
    'a boundary that is a pattern',
    'Content-Type: multipart/mixed; boundary="(.*"\n\n--(.*\n\nhoi\n--(.*--',
    { text: 'hoi' },
  ],
])('reads a mail: %s', async (_, source, expected) => {
  expect(await readMail(Buffer.from(source))).toMatchObject(expected)
})
