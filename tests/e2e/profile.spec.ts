import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/i18n/translator.server.ts'
import { remindExpiring } from '#app/jobs/expiry.server.ts'
import { openDatabase } from '#db/client.ts'
import { mailedLink, newPerson } from '../support/e2e-people.ts'
import { isSound, press, tabTo, type } from '../support/keyboard.ts'
import { password } from '../support/people.ts'

/** Organisations of their own, so that both languages can go at once; each has words that somebody in another region offers. */
const scenes = {
  nl: {
    slug: 'kiemveld-eiwit-voorbeeld',
    need: 'Wij zoeken een AEM-elektrolyser in een container en een membraan zonder PFAS.',
    field: 'text_nl',
  },
  en: {
    slug: 'hunze-zorgdata-voorbeeld',
    need: 'We look for a test bench that measures stacks of an electrolyser, and for hydrogen storage.',
    field: 'text_en',
  },
} as const

const database = () => openDatabase(join(process.env.E2E_DATA_DIR ?? '', 'schakel.sqlite'))

/** Somebody who works on the profile of an organisation. */
async function editorOf(slug: string) {
  const person = await newPerson()
  const db = database()
  const { id } = await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const at = new Date().toISOString()
  const confirmed = { asked_at: at, confirmed_at: at, confirmed_by: 'system' }
  await db
    .insertInto('organisation_member')
    .values({ id: crypto.randomUUID(), account_id: person.id, organisation_id: id, role: 'editor', ...confirmed })
    .execute()
  await db.destroy()
  return person
}

/** Lets three hundred and fifty days go by for what was just added, and the portal look at what ends. */
async function almostAYear(text: string) {
  const db = database()
  const soon = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  await db
    .updateTable('listing')
    .set({ expires_on: soon })
    .where((eb) => eb.or([eb('text_nl', '=', text), eb('text_en', '=', text)]))
    .execute()
  await remindExpiring({ db, now: () => new Date() })
  await db.destroy()
}

for (const language of ['nl', 'en'] as const) {
  const t = translator(language)
  const { slug, need, field } = scenes[language]
  const main = (page: Page) => page.getByRole('main')

  test(`by keyboard, ${language}: add a need, see what it brings, and renew it from the mail`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const editor = await editorOf(slug)
    const page = await (await browser.newContext()).newPage()
    await page.goto(`/inloggen?taal=${language}`)
    await type(page, t('account.email'), editor.email)
    await type(page, t('account.password'), password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/mijn')
    await page.goto(`/mijn/organisaties/${slug}`)
    await isSound(page)
    await press(page, t('profile.edit'), 'link')
    await expect(page).toHaveURL(`/organisaties/${slug}/bewerken`)

    await press(page, t('profile.nav.basics'), 'link')
    const kvk = page.getByLabel(new RegExp(t('profile.basics.kvk_number').slice(0, 12)))
    await tabTo(page, kvk)
    await page.keyboard.insertText('123')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.getByRole('alert')).toContainText(t('form.fault.kvk'))
    await isSound(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(kvk).toBeFocused()
    await expect(kvk).toHaveValue('123')
    await kvk.fill('')
    await press(page, t('profile.save'))
    await expect(main(page)).toContainText(t('profile.saved'))
    await press(page, t('profile.basics.next'), 'link')
    await press(page, t('profile.save'))
    await expect(main(page)).toContainText(t('profile.outcome.title'))
    await isSound(page)

    await press(page, t('listing.add.need'), 'link')
    await press(page, t('listing.submit.need'))
    await expect(page.getByRole('alert')).toContainText(t('form.fault.listingText'))
    await isSound(page)
    await tabTo(page, page.locator(`#veld-${field}`))
    await page.keyboard.insertText(need)
    await press(page, t('listing.submit.need'))
    await expect(main(page)).toContainText(t('profile.saved'))
    await expect(main(page)).toContainText(t('listing.seen.public'))
    await expect(
      page
        .getByRole('list', { name: t('profile.outcome.top') })
        .getByRole('listitem')
        .first(),
    ).toBeVisible()
    await isSound(page, t('listing.edit.need'))

    await almostAYear(need)
    const link = await mailedLink(editor.email)
    const visitor = await (await browser.newContext()).newPage()
    await visitor.goto(link)
    await expect(visitor.locator('html')).toHaveAttribute('lang', 'nl')
    await visitor.goto(`${link}&taal=${language}`)
    await expect(main(visitor)).toContainText(need)
    await isSound(visitor)
    await press(visitor, t('renewal.submit'))
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('renewal.doneTitle'))

    await visitor.goto(`/organisaties/${slug}`)
    await expect(main(visitor)).toContainText(need)
    await page.goto(`/organisaties/${slug}/bewerken`)
    await press(page, new RegExp(`^${t('listing.withdraw')} .*${need.slice(0, 20)}`))
    await expect(main(page)).toContainText(t('profile.withdrawn'))
    await isSound(page)
    await press(page, new RegExp(`^${t('listing.again')} .*${need.slice(0, 20)}`))
    await expect(main(page)).toContainText(t('profile.renewed'))
  })
}

test('two windows: the second sees both versions beside each other, and saves over it', async ({ browser }) => {
  test.setTimeout(120_000)
  const t = translator('nl')
  const slug = 'wetterwinning-voorbeeld'
  const editor = await editorOf(slug)
  const context = await browser.newContext()
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto('/inloggen')
  await first.getByLabel(t('account.email')).fill(editor.email)
  await first.getByLabel(t('account.password'), { exact: true }).fill(password)
  await first.keyboard.press('Enter')
  await expect(first).toHaveURL('/mijn')
  for (const page of [first, second]) await page.goto(`/organisaties/${slug}/bewerken/profiel`)
  await first.getByLabel(new RegExp(t('profile.basics.place'))).fill('Grou')
  await first.getByRole('button', { name: t('profile.save') }).click()
  await expect(first.getByRole('main')).toContainText(t('profile.saved'))
  const place = second.getByLabel(new RegExp(t('profile.basics.place')))
  await place.fill('Drachten')
  await second.getByRole('button', { name: t('profile.save') }).click()
  await expect(second.getByRole('alert')).toBeFocused()
  const table = second.getByRole('table')
  for (const text of ['Grou', 'Drachten']) await expect(table).toContainText(text)
  await expect(place).toHaveValue('Drachten')
  await isSound(second)
  await second.getByRole('button', { name: t('profile.save') }).click()
  await expect(second.getByRole('main')).toContainText(t('profile.saved'))
  await expect(place).toHaveValue('Drachten')
})
