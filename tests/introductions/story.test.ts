import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { testPortal } from '../support/portal.ts'
import { companyIn, developerOf, draft, mails, mailTo, standing } from './desk.ts'

async function desk() {
  const portal = await testPortal()
  const [own, other] = [await developerOf(portal, 'nom'), await developerOf(portal, 'bom')]
  const [asker, answerer] = [await companyIn(portal, 'nom'), await companyIn(portal, 'bom')]
  const page = await draft(own.browser, [asker.slug, answerer.slug])
  const propose = async (message = 'Zij passen bij elkaar.') => {
    const { version } = await standing(portal, page)
    return own.browser.post(page, { doe: 'propose', version: String(version), message })
  }
  const stranger = new Browser(portal)
  return { portal, own, other, asker, answerer, page, propose, stranger }
}

test('two companies meet: proposed, accepted by mail, consented to by link, and only then do they know whom to write to', async () => {
  const { portal, own, other, asker, answerer, page, propose, stranger } = await desk()
  // A draft is nobody else's.
  expect((await other.browser.get(page)).status).toBe(404)
  expect(await mails(portal)).toEqual([])
  expect((await propose()).headers.get('location')).toBe(`${page}?gedaan=propose`)
  expect((await standing(portal, page)).due_on).toBe('2026-12-04')

  expect(await other.browser.page('/werk/introducties')).toContain(page)
  const proposed = await mailTo(portal, other.id, 'introductionProposed')
  expect(proposed.params).toMatchObject({ first: asker.name, others: answerer.name, due: '2026-12-04' })
  const seen = await (await stranger.get(proposed.link)).text()
  expect(seen).toContain('Zij passen bij elkaar.')
  for (const { email } of [asker, answerer]) expect(seen).not.toContain(email)
  // Looking uses nothing up.
  expect((await stranger.get(proposed.link)).status).toBe(200)
  const yes = await stranger.post(proposed.link, { answer: 'yes', note: 'Goed idee' })
  expect(await yes.text()).toContain('je antwoord is ja')
  const accepted = await standing(portal, page)
  expect([accepted.state, accepted.parties[1]?.adviser_id]).toEqual(['consent', other.id])
  expect((await mailTo(portal, own.id, 'introductionAccepted')).params.organisation).toBe(answerer.name)

  // Each knows its own contact person, and not the other's.
  const ownPage = await own.browser.page(page)
  expect(ownPage).toContain(asker.email)
  expect(ownPage).not.toContain(answerer.email)
  const otherPage = await other.browser.page(page)
  expect(otherPage).toContain(answerer.email)
  expect(otherPage).not.toContain(asker.email)

  for (const { email } of [asker, answerer]) {
    const { link } = await mailTo(portal, email, 'introductionConsent')
    expect((await stranger.post(link, { answer: 'yes' })).status).toBe(200)
  }
  const made = await standing(portal, page)
  expect(made).toMatchObject({ state: 'introduced', introduced_on: '2026-11-21', due_on: null })
  expect((await mailTo(portal, asker.email, 'introductionMade')).params.details).toContain(answerer.email)
  expect((await mailTo(portal, answerer.email, 'introductionMade')).params.details).toContain('06 12345678')
  expect(await own.browser.page(page)).toContain(answerer.email)
  expect(await portal.db.selectFrom('introduction_key').selectAll().execute()).toEqual([])

  const outcome = {
    doe: 'close',
    version: String(made.version),
    kind: 'contract',
    without: 'no',
    note: 'Eerste order',
  }
  expect((await own.browser.post(page, outcome)).status).toBe(303)
  const closed = await own.browser.page(page)
  expect(closed).toContain('Een opdracht of contract')
  expect(closed).toContain('Eerste order')
  const feedback = await portal.db.selectFrom('match_feedback').selectAll().where('asker_id', '=', asker.id).execute()
  expect(feedback.map(({ verdict }) => verdict)).toEqual(['introduced', 'cooperating'])
  expect(portal.errors).toEqual([])
})

test('the second try with the same two warns, whoever makes it, and says no more than is theirs to know', async () => {
  const { portal, asker, answerer, page, propose } = await desk()
  await propose()
  const third = await developerOf(portal, 'liof')
  const address = `/werk/introducties/nieuw?van=${asker.slug}&naar=${answerer.slug}`
  const html = await third.browser.page(address)
  expect(html).toContain('Let op: dit is al eerder gebeurd')
  expect(html).not.toContain(page)
  expect(html).not.toContain('Zij passen bij elkaar.')
  // The other way round, for those who may see it.
  const again = await developerOf(portal, 'nom')
  expect(await again.browser.page(`/werk/introducties/nieuw?van=${answerer.slug}&naar=${asker.slug}`)).toContain(page)
})

test('a no with its reason ends it, lowers the match, and tells who proposed', async () => {
  const { portal, own, other, asker, answerer, page, propose } = await desk()
  await propose()
  const { parties } = await standing(portal, page)
  const no = { doe: 'decline', party: parties[1]?.id ?? '' }
  const without = await other.browser.post(page, no)
  expect(without.status).toBe(400)
  expect(await without.text()).toContain('Kies een reden.')
  const answer = await other.browser.post(page, { ...no, reason: 'competitor', note: 'Zij verkopen hetzelfde.' })
  expect(answer.status).toBe(303)
  expect((await standing(portal, page)).state).toBe('declined')
  expect((await mailTo(portal, own.id, 'introductionDeclined')).params.organisation).toBe(answerer.name)
  const html = await own.browser.page(page)
  expect(html).toContain('Concurrent')
  expect(html).toContain('Zij verkopen hetzelfde.')
  const feedback = await portal.db.selectFrom('match_feedback').selectAll().execute()
  expect(feedback.map(({ asker_id, verdict, reason }) => [asker_id, verdict, reason]).sort()).toEqual(
    [asker.id, answerer.id].map((id) => [id, 'declined', 'competitor']).sort(),
  )
  expect(await portal.db.selectFrom('introduction_key').selectAll().execute()).toEqual([])
})

test('two answers at once: one counts, and the other is told', async () => {
  const { portal, other, page, propose, stranger } = await desk()
  await propose()
  const { link } = await mailTo(portal, other.id, 'introductionProposed')
  const { parties } = await standing(portal, page)
  const [byLink, onScreen] = await Promise.all([
    stranger.post(link, { answer: 'no', reason: 'too_early' }),
    other.browser.post(page, { doe: 'accept', party: parties[1]?.id ?? '', note: '' }),
  ])
  const told = await Promise.all([byLink, onScreen].map((answer) => answer.text()))
  expect([byLink.status, onScreen.status].filter((status) => status === 200 || status === 303)).toHaveLength(1)
  expect([byLink.status === 410, onScreen.status === 409].filter(Boolean)).toHaveLength(1)
  if (byLink.status === 410) expect(told[0]).toContain('Deze link werkt niet meer')
  else expect(told[1]).toContain('Hierover is intussen al beslist')
  const events = await portal.db.selectFrom('introduction_event').select('kind').execute()
  expect(events.filter(({ kind }) => kind === 'accepted' || kind === 'declined')).toHaveLength(1)
  // Once more by the same link is as late as by any other.
  expect((await stranger.post(link, { answer: 'yes' })).status).toBe(410)
})

test('a key that is wrong, used or too old opens nothing and tells nothing', async () => {
  const { portal, other, propose, stranger } = await desk()
  await propose()
  const { link } = await mailTo(portal, other.id, 'introductionProposed')
  const dead = async (address: string) => {
    const answer = await stranger.get(address)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    return (await answer.text()).replace(/nonce="[^"]*"/g, '').replaceAll(address.replaceAll('&', '&amp;'), '')
  }
  const wrong = await dead('/introductie?sleutel=AAAAAAAAAAAAAAAAAAAAAAAAAAA')
  expect(wrong).toContain('Deze link werkt niet meer')
  await stranger.post(link, { answer: 'yes' })
  expect((await dead(link)).replace(/sleutel=[\w-]+/g, '')).toBe(wrong.replace(/sleutel=[\w-]+/g, ''))
  expect((await stranger.post('/introductie?sleutel=x', { answer: 'yes' })).status).toBe(410)
})

test('what was typed stays when somebody else was first, and both versions are shown', async () => {
  const { portal, own, page } = await desk()
  const colleague = await developerOf(portal, 'nom')
  const { version } = await standing(portal, page)
  const edit = (message: string) => ({ doe: 'save', version: String(version), message })
  expect((await colleague.browser.post(page, edit('Van de collega.'))).status).toBe(303)
  const late = await own.browser.post(page, edit('Van mij.'))
  expect(late.status).toBe(409)
  const html = await late.text()
  for (const text of ['Iemand was je voor', 'Van de collega.', 'Van mij.']) expect(html).toContain(text)
  const now = await standing(portal, page)
  expect((await own.browser.post(page, { ...edit('Van mij.'), version: String(now.version) })).status).toBe(303)
  expect((await standing(portal, page)).message).toBe('Van mij.')
})
