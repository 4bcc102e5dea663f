import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pageAddresses, withEveryPage } from '../support/addresses.ts'
import { testPortal } from '../support/portal.ts'

const limit = 105 * 1024

test('a public page sends at most 105 kB of compressed JavaScript', async () => {
  const portal = await testPortal({ env: withEveryPage })
  for (const address of await pageAddresses(portal.db)) {
    const html = await (await portal.get(address)).text()
    const inline = [...html.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g)].map(([, text]) => text ?? '')
    const queue = [...html.matchAll(/(?:<script\b[^>]*src|<link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"/g)].map(
      ([, src]) => src ?? '',
    )
    const loaded = new Map<string, number>()
    for (let src = queue.shift(); src !== undefined; src = queue.shift()) {
      if (loaded.has(src)) continue
      const answer = await portal.get(src)
      expect(answer.status, src).toBe(200)
      const code = await answer.text()
      loaded.set(src, gzipSync(code).length)
      for (const [, from = ''] of code.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
        queue.push(new URL(from, new URL(src, portal.url)).pathname)
      }
    }
    const total = [...loaded.values()].reduce((sum, size) => sum + size, gzipSync(inline.join('\n')).length)
    expect(loaded.size, address).toBeGreaterThan(0)
    expect(total, address).toBeLessThan(limit)
  }
})

test('nothing of the server is in what the build makes for the browser', () => {
  const folder = join(process.cwd(), 'build/client/assets')
  const code = readdirSync(folder).filter((file) => file.endsWith('.js'))
  expect(code.length).toBeGreaterThan(0)
  for (const file of code) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const word of ['better-sqlite3', 'SqliteDialect', 'public_organisation', 'MEILI_KEY']) {
      expect(text.includes(word), `${word} in ${file}`).toBe(false)
    }
  }
})
