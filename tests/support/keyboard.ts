import { expect, type Locator, type Page } from '@playwright/test'
import { faults } from './axe.ts'

/** Goes to something as somebody without a mouse does. */
export async function tabTo(page: Page, goal: Locator) {
  const isThere = () => goal.evaluate((element) => element === document.activeElement)
  for (let n = 0; n < 80 && !(await isThere()); n += 1) await page.keyboard.press('Tab')
  await expect(goal).toBeFocused()
}

/** Fills in a field, by its label. */
export async function type(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(text)
}

/** Presses a link or a button, which leads to a page. */
export async function press(page: Page, goal: Locator, title: string) {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
  await isSound(page, title)
}

/** The page is there, and axe finds nothing: wide in the light, narrow in the dark. */
export async function isSound(page: Page, title: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.waitForLoadState()
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `wider than ${width} px`).toBeLessThanOrEqual(0)
    expect(await faults(page), `${title}, ${width} px, ${colorScheme}`).toEqual([])
  }
}
