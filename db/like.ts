/** A LIKE pattern that finds the text itself, percent signs and all; to be used with ESCAPE '\'. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
