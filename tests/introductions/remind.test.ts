import { expect, test } from 'vitest'
import { grantRole } from '#app/domain/account/queries.server.ts'
import { monthsBefore, remindOfIntroductions } from '#app/domain/introduction/remind.server.ts'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'
import { companyIn, developerOf, draft, mails, mailTo, standing } from './desk.ts'

const day = 24 * 3_600_000

async function proposed() {
  const { portal, pass } = await portalInTime()
  const [own, other] = [await developerOf(portal, 'nom'), await developerOf(portal, 'bom')]
  const coordinator = await addPerson(portal, { role: 'coordinator', romId: 'bom' })
  const companies = [await companyIn(portal, 'nom'), await companyIn(portal, 'bom')]
  const page = await draft(
    own.browser,
    companies.map(({ slug }) => slug),
  )
  await own.browser.post(page, { doe: 'propose', version: '1', message: 'Zij passen bij elkaar.' })
  const run = () => remindOfIntroductions(portal.db, portal.now())
  const templates = async () => (await mails(portal)).map(({ template }) => template)
  return { portal, pass, own, other, coordinator, companies, page, run, templates }
}

test('whoever is waited for is reminded once before the day, and all involved are told once when it has passed', async () => {
  const { portal, pass, own, other, coordinator, run, templates } = await proposed()
  expect(await run()).toBe(0)
  // From Saturday 21 November to Tuesday 1 December; it is due on Friday 4 December.
  pass(10 * day)
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
  // Nobody of the other region has this company among theirs: all who work there are asked.
  expect((await templates()).filter((one) => one === 'introductionReminder')).toHaveLength(2)
  const { link } = await mailTo(portal, other.id, 'introductionReminder')
  pass(4 * day)
  expect([await run(), await run()]).toEqual([1, 0])
  const told = (await mails(portal)).filter(({ template }) => template === 'introductionOverdue').map(({ to }) => to)
  expect([...new Set(told)].sort()).toEqual([own.id, other.id, coordinator.id].sort())
  const later = await new Browser(portal).signInAs(own.id)
  expect(await later.page('/werk/introducties')).toContain('Te laat')
  // Late is better than never.
  expect((await new Browser(portal).post(link, { answer: 'yes' })).status).toBe(200)
})

test('while somebody is away, whoever stands in for them is asked too', async () => {
  const { portal, own, other, page } = await proposed()
  const deputy = await addPerson(portal)
  await grantRole(
    portal.db,
    { accountId: deputy.id, role: 'business_developer', romId: 'nom', by: 'system' },
    portal.now().toISOString(),
  )
  await portal.db
    .insertInto('deputy')
    .values({
      ...{ id: 'd', account_id: own.id, deputy_id: deputy.id, from_on: '2026-11-20', until_on: '2026-12-20' },
      created_at: portal.now().toISOString(),
    })
    .execute()
  const { parties } = await standing(portal, page)
  await other.browser.post(page, { doe: 'accept', party: parties[1]?.id ?? '', note: '' })
  const told = (await mails(portal)).filter(({ template }) => template === 'introductionAccepted').map(({ to }) => to)
  expect(told.sort()).toEqual([own.id, deputy.id].sort())
})

test('what came of it is asked after six and twelve months, each once, and answered by the link', async () => {
  const { portal, pass, own, companies, run } = await proposed()
  const [first, second] = companies
  const form = { first: first?.slug ?? '', second: second?.slug ?? '', on: '2026-11-20', note: '' }
  const page = (await own.browser.post('/werk/introducties/vastleggen', form)).headers.get('location') ?? ''
  pass(150 * day)
  await run()
  expect((await mails(portal)).filter(({ template }) => template === 'introductionOutcome')).toEqual([])
  pass(40 * day)
  await run()
  await run()
  const asked = (await mails(portal)).filter(({ template }) => template === 'introductionOutcome')
  expect(asked.map(({ to }) => to)).toEqual([own.id])
  const link = asked[0]?.link ?? ''
  const stranger = new Browser(portal)
  expect(await (await stranger.get(link)).text()).toContain('Wat is ervan gekomen?')
  expect((await stranger.post(link, { answer: 'outcome', kind: '', without: 'no' })).status).toBe(400)
  expect((await stranger.post(link, { answer: 'outcome', kind: 'pilot', without: 'later' })).status).toBe(200)
  expect((await stranger.post(link, { answer: 'outcome', kind: 'pilot', without: 'later' })).status).toBe(410)
  const html = await (await new Browser(portal).signInAs(own.id)).page(page)
  expect(html).toContain('Een proef of pilot')
  expect(html).toContain('na 6 maanden')
  pass(190 * day)
  await run()
  expect((await mails(portal)).filter(({ template }) => template === 'introductionOutcome')).toHaveLength(2)
})

test('months are counted by the calendar', () => {
  expect(monthsBefore('2027-05-21', 6)).toBe('2026-11-21')
  expect(monthsBefore('2027-08-31', 6)).toBe('2027-02-28')
  expect(monthsBefore('2027-01-15', 12)).toBe('2026-01-15')
})
