import type { LoaderFunctionArgs } from '@remix-run/node'
import { countMail, listMail, mailStates } from '../../../domain/mail/queries.server.ts'
import type { Env } from '../../../env.server.ts'
import { facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { subjectOf } from '../../../mail/render.server.ts'

const size = 50

/** Whether mail is kept as files that may be shown: in a demonstration that sends none. */
export function showsKeptMail(env: Env): boolean {
  return env.mode === 'demonstration' && env.smtpUrl === undefined
}

/** One page of the mail queue, by its state. */
export async function loadMail(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const { env } = args.context
  const only = query.choice('status', mailStates)
  const counts = await countMail(db)
  const total = counts.reduce((sum, { value, n }) => (only === null || value === only ? sum + n : sum), 0)
  const { page, pages, offset } = query.page(total, size)
  const states = mailStates.map((id) => ({ id, slug: id, label: t(`administration.mail.state.${id}`) }))
  return {
    title: t('administration.mail.title'),
    description: t('administration.mail.intro'),
    rows: (await listMail(db, only, { limit: size, offset })).map(({ params, template, ...row }) => ({
      ...row,
      subject: subjectOf({ template, params: JSON.parse(params), locale: row.locale }) ?? template,
    })),
    chrome: listChrome(query, t, locale, {
      q: null,
      facets: [facet(query, 'status', t('lists.facet.status'), states, counts, only)],
      sorts: [],
      sort: '',
      columns: [],
      downloads: false,
      total,
      examples: 0,
      size,
      page,
      pages,
    }),
    server: env.smtpUrl !== undefined,
    kept: showsKeptMail(env),
    done: query.choice('gedaan', ['opnieuw']) !== null,
    ignored: query.ignored,
  }
}

export type MailView = Awaited<ReturnType<typeof loadMail>>
