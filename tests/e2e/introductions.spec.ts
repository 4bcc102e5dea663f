import { type Browser, expect, type Page, test } from '@playwright/test'
import { translator } from '#app/i18n/translator.server.ts'
import { mailedLink, mailTo, newAddress, newPerson } from '../support/e2e-people.ts'
import { choose, isSound, press, tabTo, type, unfold } from '../support/keyboard.ts'
import { password } from '../support/people.ts'

type Language = 'nl' | 'en'
interface Organisation {
  slug: string
  name: string
}

/** Organisations of their own, so that the tests can go at once: one in the north asks, one in the south fits. */
const scenes = {
  nl: {
    own: { slug: 'noorderelektrolyse-voorbeeld', name: 'Noorderelektrolyse' },
    other: { slug: 'lichtbaan-fotonica-voorbeeld', name: 'Lichtbaan Fotonica' },
    postcode: '9936 AB',
    sentence: 'Wij zoeken een fotonische chip met laser en detector die waterstof meet',
    waiting: /wacht.*op antwoord/,
    widths: [390, 1280],
  },
  en: {
    own: { slug: 'stillevaart-voorbeeld', name: 'Stillevaart' },
    other: { slug: 'vormspuit-helmond-voorbeeld', name: 'Vormspuit Helmond' },
    postcode: '8606 AB',
    sentence: 'We look for injection moulding of housings for the batteries of our boats',
    waiting: /wait.*for an answer/,
    widths: [390],
  },
} as const

const main = (page: Page) => page.getByRole('main')
const somebody = async (browser: Browser) => (await browser.newContext()).newPage()
const proposal = ({ slug }: Organisation, other: Organisation) =>
  `/werk/introducties/nieuw?van=${slug}&naar=${other.slug}`

/** Somebody who works at a ROM, at their desk. */
async function developerOf(browser: Browser, romId: string, language: Language) {
  const t = translator(language)
  const person = await newPerson({ role: 'business_developer', romId })
  const page = await somebody(browser)
  await page.goto(`/inloggen?taal=${language}`)
  await type(page, t('account.email'), person.email)
  await type(page, t('account.password'), password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/werk')
  return { ...person, page }
}

/** Opens a link from a mail in a language, without being signed in. */
async function openLink(browser: Browser, link: string, language: Language) {
  expect(link).toMatch(/^\/introductie\?sleutel=/)
  const page = await somebody(browser)
  await page.goto(`${link}&taal=${language}`)
  return page
}

/** Adds somebody to write to at an organisation, on the page of its introduction. @returns their address */
async function addContact(page: Page, { name }: Organisation, language: Language) {
  const t = translator(language)
  const email = newAddress()
  const card = main(page).getByRole('article').filter({ hasText: name })
  await expect(card).toContainText(t('introduction.personNone'))
  const fill = async (label: string, text: string) => {
    await tabTo(page, card.getByLabel(label))
    await page.keyboard.insertText(text)
  }
  await fill(t('introduction.person.name'), `Contact bij ${name}`)
  await fill(t('introduction.person.email'), email)
  await fill(t('introduction.person.phone'), '06 12345678')
  await press(page, t('introduction.person.add'))
  await expect(page.getByRole('status')).toContainText(t('introduction.done.person'))
  await expect(card).toContainText(email)
  return email
}

/** Puts two organisations to the other region, in words of one's own or of matching. @returns where that is */
async function propose(page: Page, pair: [Organisation, Organisation], language: Language, words?: string) {
  const t = translator(language)
  await page.goto(proposal(...pair))
  if (words) await type(page, t('introduction.message'), words)
  await press(page, t('introduction.saveDraft'))
  await expect(page).toHaveURL(/\/werk\/introducties\/[\w-]+$/)
  const address = page.url()
  const contact = await addContact(page, pair[0], language)
  await press(page, t('introduction.propose'))
  await expect(page.getByRole('status')).toContainText(t('introduction.done.propose'))
  return { address, contact }
}

for (const language of ['nl', 'en'] as const) {
  const t = translator(language)
  const { own, other, postcode, sentence, waiting, widths } = scenes[language]

  test(`by keyboard, ${language}: from a question to a partner in another region, and what came of it`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const check = (page: Page, title?: string) => isSound(page, title, [...widths])

    // An entrepreneur asks.
    const asker = await somebody(browser)
    const asked = `${sentence}. ${newAddress().slice(0, 8)}`
    await asker.goto(`/vraag?taal=${language}`)
    await type(asker, t('ask.text'), asked)
    await type(asker, t('ask.name'), 'Vera Zeldzaam')
    await type(asker, new RegExp(`^${t('ask.email')}`), newAddress())
    await type(asker, t('ask.postcode'), postcode)
    await type(asker, new RegExp(`^${t('ask.organisation')}`), own.name)
    await press(asker, t('ask.next'))
    await press(asker, t('ask.send'))
    await expect(asker).toHaveURL(/\/vraag\/status\?sleutel=/)

    // The ROM makes a need of it.
    const { page: north } = await developerOf(browser, 'nom', language)
    await press(north, waiting, 'link')
    await press(north, asked, 'link')
    await unfold(north, main(north), t('questions.link'))
    await press(north, t('common.searchWord'))
    await press(north, new RegExp(`^${t('questions.linkThis')}.*${own.name}`))
    await press(north, t('questions.need'), 'link')
    await expect(north).toHaveURL(/\/bewerken\/vraag\/nieuw\?tekst=/)
    await tabTo(north, north.locator(`#veld-text_${language}`))
    // Whatever of the question stands in it already.
    await north.keyboard.press('Control+A')
    await north.keyboard.insertText(sentence)
    await press(north, t('listing.submit.need'))
    await expect(main(north)).toContainText(t('profile.saved'))

    // And finds who fits in another region.
    await north.goto(`/organisaties/${own.slug}`)
    await press(north, t('matching.find'), 'link')
    await choose(north, new RegExp(`^${t('matching.region')}`), 'BOM')
    await press(north, t('matching.submit'))
    const match = main(north).getByRole('article').filter({ hasText: other.name }).first()
    await expect(match).toContainText(sentence.slice(0, 20))

    // The way there from the partner itself is yet to come.
    await north.goto(proposal(own, other))
    // Matching has put down why they fit.
    const message = await north.getByLabel(t('introduction.message'), { exact: true }).inputValue()
    expect(message).not.toBe('')
    await check(north, t('introduction.new'))
    const { page: south, email: southern } = await developerOf(browser, 'bom', language)
    const { address, contact: ownContact } = await propose(north, [own, other], language)
    await check(north, `${own.name} – ${other.name}`)
    await north.goto('/werk/introducties')
    await expect(main(north)).toContainText(t('introduction.waitsFor', { names: other.name }))
    await check(north, t('introduction.title'))

    // The other region answers from its mail, without signing in.
    const answering = await openLink(browser, await mailedLink(southern, own.name), language)
    await expect(main(answering)).toContainText(message.split('\n')[0] ?? '')
    await expect(main(answering)).not.toContainText(ownContact)
    await check(answering, t('introduction.link.answer', { names: `${own.name}, ${other.name}` }))
    await press(answering, t('introduction.link.answerYes'))
    await expect(answering.getByRole('heading', { level: 1 })).toHaveText(t('introduction.link.said.yes'))

    // Its business developer knows whom to ask; nobody of the other side does.
    await south.goto('/werk/introducties')
    await press(south, t('introduction.ofRom'), 'link')
    await press(south, `${own.name} – ${other.name}`, 'link')
    await expect(south).toHaveURL(address)
    const otherContact = await addContact(south, other, language)
    await check(south)
    const sides = [
      { page: north, sees: ownContact, not: otherContact },
      { page: south, sees: otherContact, not: ownContact },
    ]
    for (const contact of [ownContact, otherContact]) {
      for (const { page, sees, not } of sides) {
        await page.goto(address)
        await expect(main(page)).toContainText(sees)
        await expect(main(page)).toContainText(t('introduction.personHidden'))
        await expect(main(page)).not.toContainText(not)
      }
      const page = await openLink(browser, await mailedLink(contact), language)
      for (const email of [ownContact, otherContact]) await expect(main(page)).not.toContainText(email)
      if (contact === ownContact)
        await check(page, t('introduction.link.consent', { names: `${own.name}, ${other.name}` }))
      await press(page, t('introduction.link.consentYes'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('introduction.link.said.yes'))
    }
    for (const { page, not } of sides) {
      await page.goto(address)
      await expect(main(page)).toContainText(not)
    }
    await mailTo(ownContact, otherContact)
    await mailTo(otherContact, ownContact)

    // What came of it; and a second try with the same two is told of.
    await choose(north, t('introduction.outcomeKind'), t('introduction.outcome.contract'))
    await press(north, t('introduction.close'))
    await expect(north.getByRole('status')).toContainText(t('introduction.done.close'))
    await expect(main(north)).toContainText(t('introduction.state.closed'))
    await check(north)
    await north.goto('/werk/introducties')
    const closed = main(north).getByRole('region', { name: t('introduction.column.closed') })
    await expect(closed).toContainText(`${own.name} – ${other.name}`)
    await north.goto(proposal(own, other))
    await expect(north.getByRole('alert')).toContainText(t('introduction.earlierTitle'))
    await expect(north.getByRole('alert').getByRole('link')).toHaveAttribute('href', new URL(address).pathname)
    await check(north)
  })
}

test('by keyboard: the other region says no from its mail, and why', async ({ browser }) => {
  test.setTimeout(120_000)
  const t = translator('nl')
  const own = { slug: 'heidewacht-radar-voorbeeld', name: 'Heidewacht Radar' }
  const other = { slug: 'plasmazuiver-voorbeeld', name: 'Plasmazuiver' }
  const { page: north, email } = await developerOf(browser, 'nom', 'nl')
  const { email: southern } = await newPerson({ role: 'business_developer', romId: 'bom' })
  const { address } = await propose(north, [own, other], 'nl', 'Zij passen bij elkaar.')
  const link = await mailedLink(southern, own.name)
  const page = await openLink(browser, link, 'nl')
  await unfold(page, main(page), t('introduction.link.no'))
  await choose(page, t('introduction.why'), t('introduction.reason.competitor'))
  await type(page, new RegExp(`^${t('introduction.note')}`), 'Zij verkopen hetzelfde.')
  await press(page, t('introduction.link.noNow'))
  await isSound(page, t('introduction.link.said.no'))
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('introduction.link.dead'))
  expect(await mailedLink(email, own.name)).toBe(new URL(address).pathname)
  await north.goto(address)
  await expect(main(north)).toContainText(t('introduction.state.declined'))
  await expect(main(north)).toContainText(
    t('introduction.standing.declined', { reason: t('introduction.reason.competitor') }),
  )
  await expect(main(north)).toContainText('Zij verkopen hetzelfde.')
  // There is nobody to be asked any more.
  await expect(main(north)).not.toContainText(t('introduction.personHidden'))
  await expect(main(north)).not.toContainText(t('introduction.chooseSpeaker'))
  await isSound(north)
  await north.goto(proposal(own, other))
  await expect(north.getByRole('alert')).toContainText(t('introduction.earlierTitle'))
})
