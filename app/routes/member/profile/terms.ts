/** Themes and technologies to choose from, in groups with a heading. */
export interface TermChoices {
  themes: { label?: string; choices: { value: string; label: string }[] }[]
  technologies: { label?: string; choices: { value: string; label: string }[] }[]
}

/** The names of some ids with commas. */
export function namesOf({ themes, technologies }: TermChoices, ids: string): string {
  const all = [...themes, ...technologies].flatMap(({ choices }) => choices)
  return ids
    .split(',')
    .map((id) => all.find(({ value }) => value === id)?.label ?? id)
    .join(', ')
}
