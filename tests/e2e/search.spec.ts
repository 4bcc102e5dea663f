import { expect, test } from '@playwright/test'

test('suggestions: chosen with the keyboard, closed with Escape, and Enter still searches', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  // As one stroke: a slow machine would pause between keys, and newer suggestions undo a choice among older ones.
  await page.keyboard.insertText('energieh')
  const box = page.locator('[data-search]')
  const list = page.getByRole('listbox', { name: 'Zoek in het portaal' })
  const first = list.getByRole('option').first()
  await expect(list.getByRole('group', { name: "Programma's" })).toContainText('Energiehubs')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? 'none')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(box).toHaveValue('energieh')
  await page.keyboard.press('ArrowDown')
  const address = await first.getAttribute('href')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === address)
  await page.locator('[data-search]').fill('energiehubs')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoeken naar “energiehubs”')
})

test('what was typed before is not asked for any more when something else is', async ({ page }) => {
  const asked: string[] = []
  const gone: string[] = []
  const held = Promise.withResolvers<void>()
  await page.route('**/api/suggest*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(q)
    if (q === 'water') await held.promise
    await route.continue().catch(() => undefined)
  })
  page.on('requestfailed', (request) => gone.push(request.url()))
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('water')
  await expect.poll(() => asked).toEqual(['water'])
  await page.keyboard.insertText('stof')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect.poll(() => gone.some((url) => url.endsWith('q=water'))).toBe(true)
  held.resolve()
  expect(asked).toEqual(['water', 'waterstof'])
})

test('search is narrowed and sorted by links, and the address holds it all', async ({ page }) => {
  await page.goto('/zoeken?q=energie')
  await page
    .locator('aside')
    .getByRole('link', { name: /^Organisaties/ })
    .last()
    .click()
  await expect(page).toHaveURL(/soort=organisatie/)
  await expect(page.locator('mark').first()).toBeVisible()
  await page.getByRole('link', { name: 'Naam', exact: true }).click()
  await expect(page).toHaveURL(/soort=organisatie.*sorteer=naam/)
  // The address changes before the page is there.
  await page.waitForLoadState()
  const names = await page.locator('article h2').allTextContents()
  expect(names.length).toBeGreaterThan(3)
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'nl')))
})

test('Ctrl-K brings one to the search box, and Enter searches', async ({ page }) => {
  await page.goto('/programmas')
  await page.keyboard.press('Control+k')
  await expect(page.locator('[data-search]')).toBeFocused()
  await page.keyboard.type('energiehubs')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoeken naar “energiehubs”')
  await expect(page.getByRole('link', { name: /Stimuleringsprogramma Energiehubs/ })).toBeVisible()
})
