import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/i18n/translator.server.ts'
import { mailedLink, newAddress, newPerson } from '../support/e2e-people.ts'
import { isSound, press, tabTo, type } from '../support/keyboard.ts'
import { password } from '../support/people.ts'

const chosen = 'negen blauwe stoelen in de regen'

for (const language of ['nl', 'en'] as const) {
  const t = translator(language)
  const heading = (page: Page) => page.getByRole('heading', { level: 1 })

  /** Chooses a password on the page of a link from a mail; the first try is too easy to guess. */
  async function choosePassword(page: Page, link: string, welcome: string | RegExp) {
    await page.goto(link)
    await type(page, t('entry.password.label'), 'wachtwoord123')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText(t('form.fault.common'))
    await expect(page.getByRole('alert')).toBeFocused()
    await isSound(page, t('entry.password.title'))
    await type(page, t('entry.password.label'), chosen)
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText(welcome)
  }

  async function signIn(page: Page, email: string, secret: string) {
    await page.goto(`/inloggen?taal=${language}`)
    await type(page, t('account.email'), email)
    await type(page, t('account.password'), secret)
    await page.keyboard.press('Enter')
  }

  test(`by keyboard, ${language}: make an account, forget the password, and come in by the new one`, async ({
    page,
  }) => {
    test.setTimeout(480_000)
    const name = `Proef ${language}`
    const email = newAddress()
    const welcome = t('account.home.title', { name })
    await page.goto(`/inloggen?taal=${language}`)
    await press(page, t('entry.registerLink'), 'link')
    await isSound(page, t('entry.register.title'))
    await type(page, t('entry.name'), name)
    await type(page, t('account.email'), 'geen adres')
    await page.keyboard.press('Enter')
    // The browser itself says that it is no address: nothing was sent.
    await expect(heading(page)).toHaveText(t('entry.register.title'))
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(email)
    await press(page, t('entry.register.submit'))
    await isSound(page, t('entry.sent.title'))
    await choosePassword(page, await mailedLink(email), welcome)
    await tabTo(page, page.getByRole('button', { name: t('account.signOut') }))
    await page.keyboard.press('Enter')
    await page.waitForURL('/')

    const { email: known } = await newPerson({ name })
    await page.goto('/inloggen')
    await press(page, t('entry.forgottenLink'), 'link')
    await isSound(page, t('entry.forgotten.title'))
    await type(page, t('account.email'), known)
    await press(page, t('entry.forgotten.submit'))
    await expect(heading(page)).toHaveText(t('entry.sent.title'))
    const link = await mailedLink(known)
    await choosePassword(page, link, welcome)

    await page.context().clearCookies({ name: 'sessie' })
    await page.goto(link)
    await isSound(page, t('entry.deadKey.title'))
    await signIn(page, known, password)
    await expect(page.getByRole('alert')).toContainText(t('form.fault.signIn'))
    await isSound(page, t('account.signIn.title'))
    await signIn(page, known, chosen)
    await expect(heading(page)).toHaveText(welcome)
  })

  test(`by keyboard, ${language}: invite somebody, who chooses a password and comes in`, async ({ browser }) => {
    test.setTimeout(480_000)
    const { email: admin } = await newPerson({ role: 'administrator' })
    const page = await (await browser.newContext()).newPage()
    await signIn(page, admin, password)
    await isSound(page, t('administration.home.title'))
    await press(page, t('administration.users.title'), 'link')
    await isSound(page, t('administration.users.title'))
    await press(page, t('administration.invite.title'), 'link')
    await expect(heading(page)).toHaveText(t('administration.invite.title'))

    const email = newAddress()
    const choose = async (label: string, option: string) => {
      const list = page.getByLabel(label, { exact: true })
      await tabTo(page, list)
      // As far as there are keys for it: an ö would be put in as text, and end up in the field before.
      await page.keyboard.type(/^[ -~]*/.exec(option)?.[0] ?? '')
      await expect(list.locator('option:checked')).toHaveText(option)
    }
    await type(page, t('administration.users.name'), 'Nieuwe collega')
    await type(page, t('account.email'), email)
    await choose(t('administration.users.locale'), t(`administration.locale.${language}`))
    await choose(t('administration.users.role'), t('account.role.coordinator'))
    await press(page, t('administration.invite.submit'))
    // A coordinator coordinates one ROM: nothing is lost by having forgotten it.
    await expect(page.getByRole('alert')).toBeFocused()
    await isSound(page, t('administration.invite.title'))
    await expect(page.getByLabel(t('account.email'), { exact: true })).toHaveValue(email)
    await choose(t('administration.users.rom'), 'NOM')
    await press(page, t('administration.invite.submit'))
    await isSound(page, 'Nieuwe collega')
    await expect(page.getByRole('main')).toContainText(t('administration.done.invite'))

    const guest = await (await browser.newContext()).newPage()
    await choosePassword(guest, await mailedLink(email), t('desk.title'))
    await isSound(guest, t('desk.title'))
    await expect(guest.getByRole('main')).toContainText('NOM')
  })
}
