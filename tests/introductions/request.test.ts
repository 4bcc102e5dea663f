import { expect, test } from 'vitest'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { testPortal } from '../support/portal.ts'
import { companyIn, developerOf, mails, mailTo, standing } from './desk.ts'

async function asked() {
  const portal = await testPortal()
  const [own, other] = [await developerOf(portal, 'nom'), await developerOf(portal, 'bom')]
  const [asker, answerer] = [await companyIn(portal, 'nom'), await companyIn(portal, 'bom')]
  const member = await addPerson(portal, { name: 'Mees de Maker' })
  const at = portal.now().toISOString()
  await portal.db
    .insertInto('organisation_member')
    .values({
      ...{ id: 'm', account_id: member.id, organisation_id: asker.id, role: 'owner', asked_at: at },
      ...{ confirmed_at: at, confirmed_by: 'system' },
    })
    .execute()
  const browser = await new Browser(portal).signInAs(member.id)
  const page = `/mijn/organisaties/${asker.slug}/introductie/${answerer.slug}`
  return { portal, own, other, asker, answerer, member, browser, page }
}

test('who manages an organisation asks the own ROM for an introduction, once, and its staff makes it a proposal', async () => {
  const { portal, own, other, asker, answerer, browser, page } = await asked()
  expect((await browser.post(page, { message: '' })).status).toBe(400)
  expect((await browser.post(page, { message: 'Wij zoeken elkaar.' })).status).toBe(303)
  expect((await browser.post(page, { message: 'Nog een keer.' })).status).toBe(303)
  expect((await portal.db.selectFrom('introduction').select('id').execute()).length).toBe(1)
  const { link } = await mailTo(portal, own.id, 'introductionRequested')
  expect((await mails(portal)).map(({ to }) => to)).toEqual([own.id])
  expect(await own.browser.page('/werk')).toContain('Gevraagd door de organisatie')
  expect((await other.browser.get(link)).status).toBe(404)
  const mine = await browser.page(`/mijn/organisaties/${asker.slug}`)
  expect(mine).toContain(answerer.name)
  expect(mine).not.toContain(answerer.email)
  expect((await own.browser.post(link, { doe: 'propose', version: '1', message: 'Beter verwoord.' })).status).toBe(
    303,
  )
  expect(await standing(portal, link)).toMatchObject({
    state: 'proposed',
    adviser_id: own.id,
    message: 'Beter verwoord.',
  })
})

test('the organisation sees whom to speak to once all have consented, not before; strangers see nothing', async () => {
  const { portal, own, other, asker, answerer, browser, page } = await asked()
  await browser.post(page, { message: 'Wij zoeken elkaar.' })
  const { link } = await mailTo(portal, own.id, 'introductionRequested')
  await own.browser.post(link, { doe: 'propose', version: '1', message: 'Wij zoeken elkaar.' })
  const proposal = await mailTo(portal, other.id, 'introductionProposed')
  const stranger = new Browser(portal)
  await stranger.post(proposal.link, { answer: 'yes' })
  for (const email of [asker.email, answerer.email]) {
    expect(await browser.page(`/mijn/organisaties/${asker.slug}`)).not.toContain(answerer.email)
    await stranger.post((await mailTo(portal, email, 'introductionConsent')).link, { answer: 'yes' })
  }
  expect(await browser.page(`/mijn/organisaties/${asker.slug}`)).toContain(answerer.email)
  const outsider = await new Browser(portal).signInAs((await addPerson(portal)).id)
  expect((await outsider.get(page)).status).toBe(403)
  expect((await outsider.post(page, { message: 'Mag dit?' })).status).toBe(403)
  for (const address of [`/organisaties/${asker.slug}`, `/api/v1/organisations/${asker.slug}`, '/organisaties.csv']) {
    expect(await stranger.page(address), address).not.toContain(asker.email)
  }
  expect(portal.errors).toEqual([])
})
