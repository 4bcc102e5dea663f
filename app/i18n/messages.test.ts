import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from './en/messages.ts'
import { nl } from './nl/messages.ts'

function texts(part: object, path = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  )
}

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('every text exists in both languages, is not empty and has the same places to fill in', () => {
  const english = new Map(texts(en))
  const dutch = texts(nl)
  expect([...english.keys()].sort()).toEqual(dutch.map(([key]) => key).sort())
  for (const [key, text] of dutch) {
    expect(text.trim(), key).not.toBe('')
    expect(holes(english.get(key) ?? ''), key).toEqual(holes(text))
  }
})

test('every text is used somewhere: by its key, or by a key that is put together', () => {
  const app = new URL('../', import.meta.url)
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  const code = files
    .filter((file) => /\.tsx?$/.test(file) && !/^i18n.(nl|en)\b/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, app), 'utf8'))
    .join('\n')
  const used = (key: string) => {
    const whole = key.replace(/_(one|other)$/, '')
    const parts = whole.split('.')
    return (
      code.includes(`'${whole}'`) ||
      code.includes(`\`${whole}\``) ||
      parts.some((_, index) => index > 0 && code.includes(`\`${parts.slice(0, index).join('.')}.\${`))
    )
  }
  expect(texts(nl).flatMap(([key]) => (used(key) ? [] : key))).toEqual([])
})
