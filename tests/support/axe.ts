import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page as it is now: nothing, on any page of ours. */
export function faults(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).withTags(rules))
}

/** The same of its colours only, which is all that differs in the dark. */
export function colourFaults(page: Page): Promise<string[]> {
  return found(new AxeBuilder({ page }).withRules(['color-contrast']))
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
