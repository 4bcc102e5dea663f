import { expect, test } from 'vitest'
import { addresses, openApi } from '../support/api.ts'
import { testPortal } from '../support/portal.ts'

const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')

test.each(['demonstration', 'production'] as const)('%s: the page shows what the API answers', async (mode) => {
  const portal = await testPortal({ mode })
  if (mode === 'production') {
    await portal.db.updateTable('call').set({ withdrawn_at: '2026-01-01T00:00:00.000Z' }).execute()
    await portal.db.updateTable('undertaking').set({ slug: 'anders' }).where('slug', '=', 'protix-2023').execute()
  }
  const html = await (await portal.get('/api')).text()
  const shown = [...html.matchAll(/<a href="(\/api\/v1\/[^"]+)"[^>]*><code>.*?<pre[^>]*>(.*?)<\/pre>/gs)]
  expect(shown.length).toBeGreaterThan(15)
  for (const [, href = '', answer = ''] of shown) {
    const real = await (await portal.get(href.replaceAll('&amp;', '&'))).json()
    expect(JSON.parse(unescaped(answer).replaceAll('&amp;', '&')), href).toEqual(real)
  }
  for (const { path, query } of addresses(await openApi(portal))) {
    expect(html).toContain(`/api/v1${path}</code>`)
    for (const { name } of query) expect(html).toContain(`<code>${name}</code>`)
  }
  expect(portal.errors).toEqual([])
})
