import type { MetaDescriptor } from '@remix-run/node'

/** Title and description of a page; without data an error page is shown, which has its own. */
export function pageMeta({ data }: { data: unknown }): MetaDescriptor[] {
  if (!data || typeof data !== 'object' || !('title' in data)) return []
  const description = 'description' in data && data.description ? String(data.description) : undefined
  return [
    { title: `${data.title} - Schakel` },
    ...(description ? [{ name: 'description', content: description.slice(0, 300) }] : []),
  ]
}
