import { expect, type Locator, type Page } from '@playwright/test'
import { colourFaults, faults } from './axe.ts'

/** Goes on with the Tab key to something, as somebody without a mouse does. */
export async function tabTo(page: Page, goal: Locator) {
  await expect(goal).toBeVisible()
  const isFocused = () => goal.evaluate((element) => element === document.activeElement)
  for (let tabs = 0; !(await isFocused()); tabs++) {
    expect(tabs, 'reached by the Tab key').toBeLessThan(120)
    await page.keyboard.press('Tab')
  }
}

/** Types into the field of a label. */
export async function type(page: Page, label: string | RegExp, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.insertText(text)
}

/** Presses what is named, in the page itself. */
export async function press(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'checkbox' = 'button',
): Promise<void> {
  const exact = typeof name === 'string'
  await tabTo(page, page.getByRole('main').getByRole(role, { name, exact }).first())
  await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter')
}

/** Opens what is folded under a summary. */
export async function unfold(page: Page, within: Locator, summary: string) {
  await tabTo(
    page,
    within.locator('summary').getByText(summary, { exact: true }).locator('xpath=ancestor-or-self::summary'),
  )
  await page.keyboard.press('Enter')
}

/** Chooses of a list by typing the first letters of it. */
export async function choose(page: Page, label: string | RegExp, option: string) {
  const list = page.getByLabel(label, { exact: true })
  await tabTo(page, list)
  await page.keyboard.type(option)
  await expect(list.locator('option:checked')).toHaveText(option)
}

/** Presses a link or a button, which leads to a page. */
export async function follow(page: Page, goal: Locator, title: string) {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
  await isSound(page, title)
}

/** Nothing is wrong with the page as it is: wide and narrow, in the light and in the dark, where only colours differ. */
export async function isSound(page: Page, title?: string, widths = [390, 1280]) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? /./)
  await page.waitForLoadState()
  const shown = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await faults(page), `${width} px`).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `wider than ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await colourFaults(page), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: null })
  if (shown) await page.setViewportSize(shown)
}
