import { expect, test } from '@playwright/test'
import { colourFaults, faults } from '../support/axe.ts'
import { pages } from '../support/pages.ts'

const inLanguage = (path: string, language: string) => `${path}${path.includes('?') ? '&' : '?'}taal=${language}`

for (const language of ['nl', 'en']) {
  for (const path of pages) {
    test(`${path}, ${language}: sound at both widths, light and dark`, async ({ page }) => {
      const missing = path === '/bestaat-niet'
      const wrong: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) wrong.push(message.text())
      })
      page.on('pageerror', (error) => wrong.push(error.message))
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
        const answer = await page.goto(inLanguage(path, language))
        expect(answer?.status()).toBe(missing ? 404 : 200)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.locator('h1')).toHaveCount(1)
        expect(await page.title()).not.toBe('')
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `wider than ${width} px`).toBeLessThanOrEqual(0)
        expect(await faults(page), `${width} px, light`).toEqual([])
        // In the dark only colours differ, and no language has its own: one width each.
        if ((width === 1280) !== (language === 'nl')) continue
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await colourFaults(page), `${width} px, dark`).toEqual([])
      }
      // Chromium reports the page's own 404 as a console error.
      expect(wrong.filter((text) => !(missing && text.includes('404')))).toEqual([])
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  for (const width of [1280, 390]) {
    for (const language of ['nl', 'en']) {
      test(`every page reads the same, ${width} px, ${language}`, async ({ page }) => {
        test.setTimeout(120_000)
        await page.setViewportSize({ width, height: 900 })
        for (const path of pages) {
          const answer = await page.goto(inLanguage(path, language))
          expect(answer?.status(), path).toBe(path === '/bestaat-niet' ? 404 : 200)
          await expect(page.locator('h1'), path).toBeVisible()
          await expect(page.locator('main'), path).toBeVisible()
          await expect(page.locator('footer'), path).toBeVisible()
        }
      })
    }
  }
})
