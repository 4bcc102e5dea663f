import { expect, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { translator } from '#app/i18n/translator.server.ts'
import { newPerson } from '../support/e2e-people.ts'
import { follow, isSound, tabTo, type } from '../support/keyboard.ts'
import { password } from '../support/people.ts'

for (const language of ['nl', 'en'] as const) {
  const t = translator(language)

  test(`by keyboard, ${language}: sign in, turn on two-factor, sign in with a code, delete the account`, async ({
    page,
  }) => {
    test.setTimeout(480_000)
    const name = `Proef ${language}`
    const { email } = await newPerson({ name })
    const button = (text: string) => page.getByRole('main').getByRole('button', { name: text, exact: true })
    const tab = (text: string) =>
      page.getByRole('navigation', { name: t('own.navigation') }).getByRole('link', { name: text, exact: true })
    const heading = page.getByRole('heading', { level: 1 })
    const welcome = t('account.home.title', { name })
    const signIn = async (title: string) => {
      await type(page, t('account.email'), email)
      await type(page, t('account.password'), password)
      await page.keyboard.press('Enter')
      await expect(heading).toHaveText(title)
    }
    const signOut = async () => {
      await tabTo(page, page.getByRole('button', { name: t('account.signOut') }))
      await page.keyboard.press('Enter')
      await page.waitForURL('/')
      await page.goto('/inloggen')
    }

    await page.goto(`/inloggen?taal=${language}`)
    await isSound(page, t('account.signIn.title'))
    await signIn(welcome)
    await isSound(page, welcome)
    for (const [key, title] of [
      ['account', t('own.account.title')],
      ['password', t('own.password.title')],
      ['sessions', t('own.sessions.title')],
      ['data', t('own.data.title')],
      ['twoFactor', t('own.twoFactor.title')],
    ] as const) {
      await follow(page, tab(t(`own.pages.${key}`)), title)
    }

    await follow(page, button(t('own.twoFactor.start')), t('own.twoFactor.title'))
    const key = (await page.locator('p[translate=no]').textContent()) ?? ''
    const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
    await type(page, t('own.twoFactor.code'), '000000')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText(t('form.fault.code'))
    await isSound(page, t('own.twoFactor.title'))
    await type(page, t('own.twoFactor.code'), totp.generate())
    await page.keyboard.press('Enter')
    await isSound(page, t('own.codes.made'))
    const codes = await page
      .getByRole('list', { name: t('own.codes.list') })
      .getByRole('listitem')
      .allTextContents()
    expect(codes).toHaveLength(10)
    await follow(page, page.getByRole('link', { name: t('own.codes.kept') }), t('own.twoFactor.title'))
    await follow(page, page.getByRole('link', { name: t('own.codes.title') }), t('own.codes.title'))
    await page.goBack()
    await follow(page, page.getByRole('link', { name: t('own.twoFactorOff.title') }), t('own.twoFactorOff.title'))

    await signOut()
    await signIn(t('own.signInCode.title'))
    await isSound(page, t('own.signInCode.title'))
    // The code of half a minute on: that of now may have been given above.
    await type(page, t('own.code'), totp.generate({ timestamp: Date.now() + 30_000 }))
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText(welcome)

    await signOut()
    await signIn(t('own.signInCode.title'))
    await type(page, t('own.code'), codes[0] ?? '')
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText(welcome)

    await follow(page, page.getByRole('link', { name: t('own.account.link'), exact: true }), t('own.account.title'))
    await follow(page, page.getByRole('link', { name: t('own.email.change') }), t('own.email.change'))
    await follow(page, tab(t('own.pages.data')), t('own.data.title'))
    const download = page.waitForEvent('download')
    await tabTo(page, page.getByRole('link', { name: t('own.data.download') }))
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^schakel-mijn-gegevens-.*\.json$/)
    await follow(page, page.getByRole('link', { name: t('own.data.forgetLink') }), t('own.forget.title'))
    await type(page, t('own.current'), password)
    await page.keyboard.press('Enter')
    await isSound(page, t('own.forgotten.title'))
    await page.goto('/mijn')
    await expect(page).toHaveURL(/\/inloggen\?naar=%2Fmijn$/)
  })
}
