import { expect, test } from '@playwright/test'

test('a mark in the matrix tells its role and source on focus', async ({ page }) => {
  await page.goto('/matrix')
  const mark = page.locator('tbody td a').first()
  const tip = mark.locator('.tip')
  await expect(tip).toBeHidden()
  await mark.focus()
  await expect(tip).toBeVisible()
  await expect(tip).toContainText('Bron:')
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
