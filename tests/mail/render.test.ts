import { expect, test } from 'vitest'
import { nl } from '#app/i18n/nl/messages.ts'
import { oneLine, render } from '#app/mail/render.server.ts'

const origin = 'https://schakel.example.nl'
const invitation = {
  template: 'invitation' as const,
  params: { role: 'coordinator', rom: 'NOM', link: '/inloggen/wachtwoord?sleutel=abc-_1' },
  locale: 'nl' as const,
  name: 'Kim',
  origin,
}

test('a mail says what it is about in the language of its reader, with the link in full', () => {
  const dutch = render(invitation)
  expect(dutch.subject).toBe('Je bent uitgenodigd voor Schakel')
  expect(dutch.text).toContain('Beste Kim,\n\n')
  expect(dutch.text).toContain('Je rol: ROM-coördinator, NOM.')
  expect(dutch.text).toContain(
    'Een wachtwoord kiezen:\nhttps://schakel.example.nl/inloggen/wachtwoord?sleutel=abc-_1\n',
  )
  expect(dutch.html).toContain('<html lang="nl">')
  expect(dutch.html).toContain('href="https://schakel.example.nl/inloggen/wachtwoord?sleutel=abc-_1"')
  const english = render({ ...invitation, locale: 'en' })
  expect(english.text).toContain('Your role: ROM coordinator, NOM.')
  expect(english.text).toContain('/inloggen/wachtwoord?sleutel=abc-_1&taal=en\n')
  expect(english.html).toContain('sleutel=abc-_1&amp;taal=en"')
})

test('every mail there is can be made, with all of it filled in', () => {
  for (const template of Object.keys(nl.mail.templates) as (keyof typeof nl.mail.templates)[]) {
    for (const locale of ['nl', 'en'] as const) {
      const params = Object.fromEntries(
        [...JSON.stringify(nl.mail.templates[template]).matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => [hole, 'x']),
      )
      const { subject, text, html } = render({
        template,
        params: {
          ...params,
          ...('role' in params ? { role: 'secretary' } : {}),
          ...('due' in params ? { due: '2026-12-04' } : {}),
          link: '/inloggen',
        },
        locale,
        name: null,
        origin,
      })
      for (const part of [subject, text, html]) expect(part, template).not.toMatch(/\{\{|mail\.[a-z]+\.|undefined/)
      expect(subject.length).toBeLessThan(78)
    }
  }
})

test('nothing that somebody typed adds a line to the head, markup, or a text of ours', () => {
  const name = 'Kim\r\nBcc: all@evil.example\u2028X: <script>alert("1")</script> & $t(mail.closing) {{link}}'
  const { subject, text, html } = render({ ...invitation, name, params: { ...invitation.params, rom: name } })
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text.split('\n').some((line) => line.startsWith('Bcc:') || line.startsWith('X:'))).toBe(false)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; $t(mail.closing) {{link}}')
})

test.each(['https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)'])(
  'a mail does not link to another site: %s',
  (link) => {
    expect(() => render({ ...invitation, params: { link } })).toThrow('this portal only')
  },
)

test('a mail of which there is no text is not sent as a code', () => {
  expect(() => render({ ...invitation, template: 'nothing' as 'invitation' })).toThrow(
    'there is no mail called nothing',
  )
})

test('a line is a line', () => {
  expect(oneLine(' a\r\n\tb\u0000c\u0085d\u2028e\u2029 ')).toBe('a b c d e')
})
