import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Nothing is wrong with the page as it is, on a wide screen and a small one; in the dark only colours differ. */
async function expectSound(page: Page) {
  await expect(page.locator('h1')).toHaveCount(1)
  const shown = page.viewportSize()
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await faults(new AxeBuilder({ page }).withTags(rules)), `${width} px`).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `wider than ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(new AxeBuilder({ page }).withRules(['color-contrast'])), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: null })
  if (shown) await page.setViewportSize(shown)
}

/** Goes on with the Tab key to what is named, and presses it. */
async function press(page: Page, name: string | RegExp, role: 'button' | 'link' | 'checkbox' = 'button') {
  const target = page.getByRole('main').getByRole(role, { name }).first()
  await tabTo(page, target)
  await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter')
}

async function tabTo(page: Page, target: ReturnType<Page['locator']>) {
  await expect(target).toBeVisible()
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  for (let tabs = 0; !(await isFocused()); tabs++) {
    expect(tabs, 'reached by the Tab key').toBeLessThan(120)
    await page.keyboard.press('Tab')
  }
}

const words = {
  nl: {
    // Organisations in the region of the made-up business developer, one for each language.
    slug: 'hanzehogeschool-groningen',
    manage: 'Dit profiel beheren',
    signIn: 'Inloggen',
    member: 'Probeer als Ondernemer',
    developer: 'Probeer als Business developer',
    note: /Wie ben je/,
    send: 'Aanvraag versturen',
    kept: 'Wat je typte is bewaard',
    sent: 'Je aanvraag is verstuurd',
    claims: /aanvra.+ om een organisatie te beheren/,
    handle: /^Aanvraag behandelen van Noor Elzinga voor Hanzehogeschool/,
    refuse: 'Afwijzen',
    why: 'Vul in waarom je dit afwijst',
    confirm: 'Bevestigen',
    confirmed: 'Deze aanvraag is bevestigd',
    toManage: 'Naar het beheer',
    lastOwner: 'Je bent de enige eigenaar',
    sure: 'Ik weet dat er daarna geen eigenaar is',
    stop: 'Stop met beheren',
    home: 'Welkom, Noor Elzinga',
  },
  en: {
    slug: 'nhl-stenden-hogeschool',
    manage: 'Manage this profile',
    signIn: 'Sign in',
    member: 'Try as Entrepreneur',
    developer: 'Try as Business developer',
    note: /Who are you/,
    send: 'Send the request',
    kept: 'What you typed was kept',
    sent: 'Your request was sent',
    claims: /requests? to manage an organisation/,
    handle: /^Answer the request of Noor Elzinga for NHL Stenden/,
    refuse: 'Refuse',
    why: 'Enter why you refuse this',
    confirm: 'Confirm',
    confirmed: 'This request was confirmed',
    toManage: 'Go and manage it',
    lastOwner: 'You are the only owner',
    sure: 'I know that there is no owner then',
    stop: 'Stop managing',
    home: 'Welcome, Noor Elzinga',
  },
} as const

for (const [language, text] of Object.entries(words)) {
  test(`by keyboard, ${language}: ask to manage an organisation, sign in again halfway, be confirmed, and leave`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const asker = await (await browser.newContext()).newPage()
    await asker.goto(`/organisaties/${text.slug}?taal=${language}`)
    await press(asker, text.manage, 'link')
    await expect(asker).toHaveURL(`/organisaties/${text.slug}/beheren`)
    await expectSound(asker)
    await press(asker, text.signIn, 'link')
    await expect(asker).toHaveURL(/\/inloggen\?naar=/)
    await press(asker, text.member)
    await expect(asker).toHaveURL(`/organisaties/${text.slug}/beheren`)

    // The session ends while the note is being written.
    const note = asker.getByLabel(text.note)
    await tabTo(asker, note)
    await asker.keyboard.insertText('Ik ben de directeur. I am the director.')
    await asker.context().clearCookies({ name: 'sessie' })
    await press(asker, text.send)
    await expect(asker).toHaveURL(/\/inloggen\?naar=/)
    await press(asker, text.member)
    await expect(asker.getByRole('main')).toContainText(text.kept)
    await expect(note).toHaveValue('Ik ben de directeur. I am the director.')
    await expectSound(asker)
    await press(asker, text.send)
    await expect(asker.getByRole('main')).toContainText(text.sent)
    await expectSound(asker)

    const developer = await (await browser.newContext()).newPage()
    await developer.goto(`/inloggen?taal=${language}`)
    await press(developer, text.developer)
    await expect(developer).toHaveURL('/werk')
    await expectSound(developer)
    await press(developer, text.claims, 'link')
    await expect(developer).toHaveURL('/werk/aanvragen')
    await expectSound(developer)
    await press(developer, text.handle, 'link')
    await expect(developer).toHaveURL(/\/werk\/aanvragen\/.+/)
    await expectSound(developer)
    await press(developer, text.refuse)
    await expect(developer.getByRole('alert')).toContainText(text.why)
    await expect(developer.getByRole('alert')).toBeFocused()
    await expectSound(developer)
    await press(developer, text.confirm)
    await expect(developer.getByRole('main')).toContainText(text.confirmed)
    await expectSound(developer)

    await asker.reload()
    await press(asker, text.toManage, 'link')
    await expect(asker).toHaveURL(`/mijn/organisaties/${text.slug}`)
    await expect(asker.getByRole('main')).toContainText(text.lastOwner)
    await expectSound(asker)
    await press(asker, text.sure, 'checkbox')
    await press(asker, text.stop)
    await expect(asker.getByRole('heading', { level: 1 })).toHaveText(text.home)
    await expectSound(asker)
  })
}
