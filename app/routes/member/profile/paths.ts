/** The address of a page on which a profile is kept; without `edit`, that of the organisation itself. */
export function profilePath(slug: string, page = '', { edit = true } = {}): string {
  return edit ? `/organisaties/${slug}/bewerken${page}` : `/organisaties/${slug}`
}

/** As sides stand in addresses. */
export const sides = { aanbod: 'offer', vraag: 'need' } as const

/** Where an offer or need is edited; without an id, where one is added. */
export function listingPath(slug: string, side: 'offer' | 'need', id?: string): string {
  const name = side === 'offer' ? 'aanbod' : 'vraag'
  return profilePath(slug, `/${name}/${id === undefined ? 'nieuw' : encodeURIComponent(id)}`)
}
