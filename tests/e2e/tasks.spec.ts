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

    test('describe a need, read why somebody fits, and leave out what was misunderstood', async ({
      page,
      context,
    }) => {
      await page.goto('/partners')
      await page.getByLabel('Wat zoekt u?').focus()
      await page.keyboard.insertText('Wij zoeken afgedankte accu’s uit elektrische auto’s voor hergebruik')
      await page.getByLabel('Uw eigen regio').selectOption({ label: 'LIOF' })
      await page.getByRole('button', { name: 'Zoek partners' }).press('Enter')
      await expect(page).toHaveURL(/\/partners\?.*eigen=liof.*q=Wij/)
      const first = page.locator('main article').first()
      await expect(first).toContainText('Gemeenschappelijk')
      await expect(first.locator('mark').first()).toBeVisible()
      await expect(page.locator('main article').getByRole('link', { name: 'LIOF' })).toHaveCount(0)
      await page.waitForLoadState()
      const names = await page.locator('main article h2').allTextContents()
      const shared = await context.newPage()
      await shared.goto(page.url())
      expect(await shared.locator('main article h2').allTextContents()).toEqual(names)
      const understood = page.getByRole('region', { name: 'Dit heeft Schakel begrepen' })
      await understood
        .getByRole('link', { name: /^Laat weg/ })
        .first()
        .click()
      await expect(understood.getByRole('link', { name: /^Neem weer mee/ })).toHaveCount(1)
    })

    test('answer the five questions by keyboard and land on a call', async ({ page, context }) => {
      await page.goto('/')
      await page.getByRole('main').getByRole('link', { name: 'Programmawijzer' }).press('Enter')
      await page.getByLabel('1. Wat wil je doen?').focus()
      await page.keyboard.insertText('een batterij testen op een bedrijventerrein')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Start')
      await page.keyboard.press('Tab')
      await page.keyboard.type('12')
      await page.keyboard.press('Tab')
      await page.keyboard.type('8911')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Energie')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Partners')
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name: 'Bekijk wat past' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/soort=startup&medewerkers=12&postcode=8911&thema=energie&hulp=partners&q=een/)
      await expect(page.getByRole('main')).toContainText('Start-up · 12 medewerkers · 8911 (NOM) · Energie')
      const fits = page.getByRole('region', { name: 'Dit past' }).locator('article')
      await expect(fits.first()).toContainText('Thema past: energie')
      await expect(fits.first().locator('mark').first()).toBeVisible()
      await page.waitForLoadState()
      const names = await fits.locator('h3').allTextContents()
      const shared = await context.newPage()
      await shared.goto(page.url())
      expect(await shared.getByRole('region', { name: 'Dit past' }).locator('h3').allTextContents()).toEqual(names)
      await fits.first().getByRole('link').first().press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Proeftuinen tegen netcongestie')
      await page.goBack()
      await page.getByText('Wijzig de antwoorden').press('Enter')
      await page.getByLabel('3. Wat is de postcode?').fill('12ab')
      await page.getByRole('button', { name: 'Bekijk wat past' }).click()
      await expect(page.getByRole('alert')).toContainText('geen Nederlandse postcode')
      await page.getByRole('alert').getByRole('link').click()
      await expect(page.getByLabel('3. Wat is de postcode?')).toBeFocused()
      await expect(page.getByLabel('3. Wat is de postcode?')).toHaveValue('12ab')
      await expect(page.getByLabel('1. Wat wil je doen?')).toHaveValue('een batterij testen op een bedrijventerrein')
    })

    test('partners of an organisation: other regions only, until its own is asked for', async ({ page }) => {
      await page.goto('/organisaties/accuherleef-voorbeeld')
      await page.getByRole('link', { name: 'Zoek partners in andere regio’s' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Partners voor Accuherleef')
      const articles = page.locator('main article')
      await expect(articles.getByRole('link', { name: 'LIOF' })).toHaveCount(0)
      await page.getByLabel('Soort organisatie').selectOption({ label: 'Scale-up' })
      await page.getByRole('button', { name: 'Zoek partners' }).click()
      await expect(page).toHaveURL(/soort=scaleup/)
      await page.waitForLoadState()
      for (const text of await articles.allTextContents()) expect(text).toMatch(/^Scale-up/)
      expect(await articles.count()).toBeGreaterThan(0)
    })

    test('who fits a programme in each region, then all of one region', async ({ page }) => {
      await page.goto('/programmas/energiehubs')
      await page.getByRole('link', { name: 'Passende organisaties per regio' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Passende organisaties voor .*Energiehubs/)
      await page
        .getByRole('navigation', { name: 'Ga naar een regio' })
        .getByRole('link', { name: 'BOM' })
        .press('Enter')
      await expect(page.getByRole('region', { name: 'BOM (Noord-Brabant)' })).toBeInViewport()
      const more = page.getByRole('link', { name: /^Meer uit deze regio/ })
      const region = page.getByRole('region').filter({ has: more }).first()
      const best = await region.locator('article h3').allTextContents()
      expect(best.length).toBeGreaterThan(0)
      await region.getByRole('link', { name: /^Meer uit deze regio/ }).press('Enter')
      await expect(page).toHaveURL(/partners\?rom=[a-z-]+$/)
      await page.waitForLoadState()
      const all = await page.locator('main article h2').allTextContents()
      expect(all.slice(0, best.length)).toEqual(best)
      await page.getByLabel('Soort organisatie').selectOption({ label: 'Mkb' })
      await page.getByRole('button', { name: 'Toon' }).click()
      await expect(page).toHaveURL(/rom=[a-z-]+&soort=sme/)
      await page.waitForLoadState()
      for (const text of await page.locator('main article').allTextContents()) expect(text).toMatch(/^Mkb/)
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

test('a mark in the matrix tells its role and source on focus', async ({ page }) => {
  await page.goto('/matrix')
  const mark = page.locator('tbody td a').first()
  const tip = mark.locator('.tip')
  await expect(tip).toBeHidden()
  await mark.focus()
  await expect(tip).toBeVisible()
  await expect(tip).toContainText('Bron:')
})

test('downloads carry the filters of the page', async ({ page }) => {
  await page.goto('/organisaties?thema=energie')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download deze lijst als CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^schakel-organisaties-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(download.url()).toContain('thema=energie')
})

test('at 320 px wide nothing but tables scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/', '/organisaties', '/matrix', '/programmas/energiehubs', '/cijfers', '/kalender']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})

test('the matrix prints on paper without its menus', async ({ page }) => {
  await page.goto('/matrix')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header')).toBeHidden()
  await expect(page.locator('table')).toBeVisible()
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(pdf.length).toBeGreaterThan(10_000)
})

test('cards, fields, buttons and the map look like themselves', async ({ page }) => {
  await page.goto('/organisaties')
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  expect(await style('.card', 'border-top-width')).toBe('1px')
  expect(await style('.field', 'border-top-width')).toBe('1px')
  expect(await style('.button', 'background-color')).not.toBe('rgba(0, 0, 0, 0)')
  const fills = await page
    .locator('.map-region')
    .evaluateAll((regions) => regions.map((region) => getComputedStyle(region).fill))
  expect(new Set(fills).size).toBeGreaterThan(1)
  expect(await style('body', 'font-family')).toContain('Source Sans 3')
})
