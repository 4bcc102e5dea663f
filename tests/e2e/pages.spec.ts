import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { pages } from '../support/pages.ts'

const inLanguage = (path: string, language: string) => `${path}${path.includes('?') ? '&' : '?'}taal=${language}`

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

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
        expect(await faults(new AxeBuilder({ page }).withTags(rules)), `${width} px, light`).toEqual([])
        // In the dark only colours differ.
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await faults(new AxeBuilder({ page }).withRules(['color-contrast'])), `${width} px, dark`).toEqual([])
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
