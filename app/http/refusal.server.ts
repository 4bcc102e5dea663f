import type { Request, Response } from 'express'
import { localeOf } from '../i18n/locale.server.ts'
import type { Locale } from '../i18n/locale.ts'
import type { Messages } from '../i18n/nl/messages.ts'
import { translator } from '../i18n/translator.server.ts'
import { forMachines, sendProblem } from './api-guard.server.ts'
import { escapeXml } from './machine.server.ts'
import { Problem } from './problem.server.ts'

export type RefusalReason = keyof Messages['refusals']['why']

/**
 * Refuses a request before the pages can make a better answer: a plain page in the reader's language; to a machine in its own
 * format, and text to what wants no page.
 */
export async function refuse(req: Request, res: Response, status: number, why: RefusalReason): Promise<void> {
  const locale = await languageOf(req)
  const t = translator(forMachines(req) ? 'en' : locale)
  const text = t(`refusals.why.${why}`)
  if (forMachines(req)) return sendProblem(res, new Problem(status, text))
  res.status(status).set({ 'Cache-Control': 'no-store', 'Content-Language': locale })
  if (!req.accepts('html')) {
    res.type('text/plain; charset=utf-8').send(`${text}\n`)
    return
  }
  const [language, title, said, home] = [locale, t('refusals.title'), text, t('refusals.home')].map(escapeXml)
  res.type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Schakel</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${said}</p>
<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`)
}

/** The language that the reader chose. What is wrong with a request may well be its address. */
async function languageOf({ originalUrl, headers }: Request): Promise<Locale> {
  const base = 'http://portal.invalid'
  const url = URL.canParse(originalUrl, base) ? new URL(originalUrl, base) : base
  try {
    return await localeOf(new globalThis.Request(url, { headers: { cookie: headers.cookie ?? '' } }))
  } catch {
    return 'nl'
  }
}
