import { expect, type Page, test } from '@playwright/test'

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}

test('by keyboard: skip the menu, then find the own ROM by postcode', async ({ page }) => {
  await page.goto('/mijn-rom')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Naar de inhoud')
  await expect(page.locator(':focus')).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('#postcode')).toBeFocused()
  await page.keyboard.type('1211 AB')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Postcode 1211 AB hoort bij ROM Utrecht Region' })).toBeVisible()
  await expect(page.locator('main')).toContainText('ROM InWest')
})

test('a wrong postcode says what is wrong and keeps what was typed', async ({ page }) => {
  await page.goto('/mijn-rom')
  await page.getByLabel('Postcode', { exact: true }).fill('12ab')
  await page.getByRole('button', { name: 'Zoek mijn ROM' }).click()
  await expect(page.getByRole('alert')).toContainText('geen Nederlandse postcode')
  await expect(page.getByLabel('Postcode', { exact: true })).toHaveValue('12ab')
  await expect(page.getByLabel('Postcode', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('filter organisations by theme and by the map, then share the address', async ({ page, context }) => {
      await page.goto('/organisaties')
      const filters = page.getByRole('complementary', { name: 'Filters' })
      await filters.getByRole('link', { name: /^Energie \d/ }).click()
      await expect(page).toHaveURL(/thema=energie/)
      await page.getByRole('link', { name: /^LIOF: / }).click()
      await expect(page).toHaveURL(/thema=energie&rom=liof|rom=liof&thema=energie/)
      await expect(page.getByRole('list', { name: 'Gekozen filters' })).toContainText('Thema: Energie')
      await page.waitForLoadState()
      const names = await page.locator('main article h2').allTextContents()
      expect(names.length).toBeGreaterThan(0)
      const shared = await context.newPage()
      await shared.goto(page.url())
      expect(await shared.locator('main article h2').allTextContents()).toEqual(names)
      await page.getByRole('link', { name: 'Verwijder filter Thema: Energie' }).click()
      await expect(page).toHaveURL(/\/organisaties\?rom=liof$/)
      await page.goBack()
      await expect(page).toHaveURL(/thema=energie/)
    })

    test('choose columns of the table, and the choice is in the address', async ({ page }) => {
      await page.goto('/programmas?weergave=tabel')
      await expect(page.getByRole('columnheader', { name: 'Samenvatting' })).toHaveCount(0)
      await page.getByText('Kolommen kiezen').click()
      await page.getByRole('checkbox', { name: 'Samenvatting' }).check()
      await page.getByRole('button', { name: 'Toepassen' }).click()
      await expect(page.getByRole('columnheader', { name: 'Samenvatting' })).toBeVisible()
      await expect(page).toHaveURL(/kolommen=summary/)
    })

    test('read the page in English, and the next one stays English', async ({ page }) => {
      await page.goto('/programmas/energiehubs')
      await page.getByRole('link', { name: 'English' }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await page.getByRole('link', { name: 'Organisations' }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Organisations')
      await page.getByRole('link', { name: 'Nederlands' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Organisaties')
    })

    test('look back in the matrix: what did not run yet is not there', async ({ page }) => {
      await page.goto('/matrix')
      await expect(page.getByRole('row', { name: /Energiehubs/ }).first()).toBeVisible()
      await page.getByLabel('Geldig op').fill('2019-06-01')
      await page.getByRole('button', { name: 'Toepassen' }).click()
      await expect(page).toHaveURL(/datum=2019-06-01/)
      await expect(page.locator('caption')).toContainText('1 juni 2019')
      await expect(page.getByRole('row', { name: /Energiehubs/ })).toHaveCount(0)
    })
  })
}

test('downloads carry the filters of the page', async ({ page }) => {
  await page.goto('/organisaties?thema=energie')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download deze lijst als CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^schakel-organisaties-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(download.url()).toContain('thema=energie')
})
