import { expect, test } from '@playwright/test'
import { translator } from '#app/i18n/translator.server.ts'
import { newPerson } from '../support/e2e-people.ts'
import { follow, isSound, tabTo, type } from '../support/keyboard.ts'
import { password } from '../support/people.ts'

for (const language of ['nl', 'en'] as const) {
  const t = translator(language)
  const name = 'Microsoft'

  test(`by keyboard, ${language}: sign in elsewhere, remove the link, break off, come as nobody`, async ({
    page,
  }) => {
    test.setTimeout(480_000)
    const person = await newPerson({ name: `Proef ${language}`, email: `${crypto.randomUUID()}@rom.example` })
    const main = page.getByRole('main')
    const button = (text: string) => main.getByRole('button', { name: text, exact: true })
    /** Presses the button on this page, and says at the issuer who it is. */
    const goAs = async (text: string, email: string) => {
      await tabTo(page, button(text))
      await page.keyboard.press('Enter')
      // Another origin than the portal's: what a form may lead to does not hold the browser back.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who are you?')
      // Its field takes the focus a moment after the page is there; what is typed before is lost.
      await expect(page.getByRole('textbox')).toBeFocused()
      await page.keyboard.type(email)
      await page.keyboard.press('Enter')
    }

    await page.goto(`/inloggen?taal=${language}&naar=/mijn/account`)
    await isSound(page, t('account.signIn.title'))
    await goAs(t('sso.title', { name }), person.email)
    await isSound(page, t('own.account.title'))
    await expect(page).toHaveURL('/mijn/account')
    await follow(page, main.getByRole('link', { name: t('sso.link.change') }), t('sso.link.change'))
    await type(page, t('own.current'), password)
    await page.keyboard.press('Enter')
    await isSound(page, t('own.account.title'))
    await expect(main).toContainText(t('sso.link.gone'))

    await page.context().clearCookies({ name: 'sessie' })
    await page.goto('/inloggen/organisatie')
    await isSound(page, t('sso.title', { name }))
    await goAs(t('sso.title', { name }), '')
    await isSound(page, t('sso.refused.afgebroken.title'))
    await goAs(t('sso.again', { name }), 'nobody@rom.example')
    await isSound(page, t('sso.refused.onbekend.title'))
    // Going back leads to a page of ours, not to the issuer again.
    await follow(page, main.getByRole('link', { name: t('sso.password') }), t('account.signIn.title'))
  })
}
