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
