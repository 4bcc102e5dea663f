/**
 * The theme that a text is most about, by the concepts that it names: each stands for its themes. Of two that are named as often it is
 * the first.
 * @returns the id of a theme; null when nothing tells
 */
export function proposedTheme(concepts: { themes: string[] }[]): string | null {
  const counts = new Map<string, number>()
  for (const { themes } of concepts)
    for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1 / themes.length)
  let best: string | null = null
  for (const [theme, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = theme
  return best
}
