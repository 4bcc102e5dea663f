import { formatDate } from '../i18n/format.ts'
import { type Locale, locales } from '../i18n/locale.ts'
import { translations } from '../i18n/translator.server.ts'
import type { NewMail } from './queue.server.ts'

export interface Letter {
  subject: string
  text: string
  html: string
}

/** On one line, so that no value can add a line to the head of a mail. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}

/** What somebody wrote, on the lines that they wrote it on; a subject takes these away again. */
function moreLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .join('\n')
    .trim()
}

/**
 * What a mail says, as text and as HTML without pictures.
 * @param letter.name whom it greets; null for who is not known by name
 * @param letter.origin the address of the portal, which links begin with
 */
export function render(
  letter: Pick<NewMail, 'template' | 'params'> & { locale: Locale; name: string | null; origin: string },
): Letter {
  const { template, params, locale, origin } = letter
  const i18n = translations(locale)
  const { t } = i18n
  const key = `mail.templates.${template}`
  const subject = subjectOf(letter)
  if (subject === null) throw new Error(`there is no mail called ${template}`)
  // Which holes a text has, the compiler cannot tell of a key that is put together.
  const text = t as (key: string, values: Record<string, string>) => string
  const values = valuesOf(params, locale)
  const name = values.name || oneLine(letter.name ?? '')
  const paragraphs = [
    name ? t('mail.greeting', { name }) : t('mail.greetingNobody'),
    ...text(`${key}.body`, values).split('\n\n'),
  ]
  const link = values.link ? linkTo(values.link, origin, locale) : null
  const label = i18n.exists(`${key}.action`) ? text(`${key}.action`, values) : null
  const button = link && label ? { link, label, otherwise: t('mail.linkOtherwise') } : null
  const closing = t('mail.closing')
  return {
    subject,
    text: [...paragraphs, ...(button ? [`${button.label}:\n${button.link}`] : []), `--\u0020\n${closing}`]
      .join('\n\n')
      .concat('\n'),
    html: page({ locale, subject, paragraphs, button, closing }),
  }
}

/** What stands above a mail; null when there is no mail of that name. What it was made of and is no longer known, is "…". */
export function subjectOf(letter: { template: string; params: NewMail['params']; locale: Locale }): string | null {
  const { template, params, locale } = letter
  const text = subjectIn(template, locale)
  if (text === null) return null
  const values = valuesOf(params, locale)
  return oneLine(text.replace(hole, (_, name: string) => values[name] ?? '…'))
}

/** What of the values stands in the subject, in any language. */
export function inSubject(template: string, params: NewMail['params']): NewMail['params'] {
  const texts = locales.map((locale) => subjectIn(template, locale) ?? '')
  const names = texts.flatMap((text) => [...text.matchAll(hole)].map(([, name]) => name))
  return Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)))
}

const hole = /\{\{(\w+)\}\}/g

function subjectIn(template: string, locale: Locale): string | null {
  const text: unknown = translations(locale).getResource(locale, 'translation', `mail.templates.${template}.subject`)
  return typeof text === 'string' ? text : null
}

function valuesOf(params: NewMail['params'], locale: Locale): NewMail['params'] {
  const values = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, key === 'message' ? moreLines(value) : oneLine(value)]),
  )
  const { t } = translations(locale)
  if (values.due) values.due = formatDate(values.due, locale)
  if (values.role) values.role = roleText(t(`account.role.${values.role}` as 'account.role.member'), values.rom)
  return values
}

function roleText(role: string, rom: string | undefined): string {
  return rom ? `${role}, ${rom}` : role
}

/** An address of this portal and no other, in the reader's language. */
function linkTo(path: string, origin: string, locale: Locale): string {
  const url = new URL(path, origin)
  if (url.origin !== new URL(origin).origin) throw new Error('a mail links to this portal only')
  if (locale !== 'nl') url.searchParams.set('taal', locale)
  return url.href
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escaped[character] ?? '')
}

/** Styles stand on the elements: many mail programs take away a style sheet. */
function page(parts: {
  locale: Locale
  subject: string
  paragraphs: string[]
  button: { link: string; label: string; otherwise: string } | null
  closing: string
}): string {
  const { locale, subject, paragraphs, button, closing } = parts
  const paragraph = (html: string, style = '') => `<p style="margin:0 0 16px;${style}">${html}</p>`
  const body = paragraphs.map((text) => paragraph(escapeHtml(text).replaceAll('\n', '<br>')))
  if (button) {
    const link = escapeHtml(button.link)
    const style =
      'display:inline-block;padding:12px 20px;border-radius:4px;background:#0b4a8f;color:#ffffff;font-weight:bold'
    body.push(paragraph(`<a href="${link}" style="${style}">${escapeHtml(button.label)}</a>`))
    body.push(paragraph(`${escapeHtml(button.otherwise)}<br><a href="${link}">${link}</a>`, 'word-break:break-all'))
  }
  body.push(paragraph(escapeHtml(closing), 'padding-top:16px;border-top:1px solid #767676;font-size:14px'))
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif">
<div role="article" aria-label="${escapeHtml(subject)}" style="max-width:600px">
${body.join('\n')}
</div>
</body>
</html>
`
}
