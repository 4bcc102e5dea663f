import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { dutchDay } from '../i18n/format.ts'
import { localeOf } from '../i18n/locale.server.ts'
import type { Locale } from '../i18n/locale.ts'
import { translator } from '../i18n/translator.server.ts'
import { PageQuery } from './query.ts'

/** What nearly every page needs: its query, the reader's language, the texts, and the day it is. */
export async function openPage({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<{
  query: PageQuery
  locale: Locale
  t: TFunction
  today: string
  db: LoaderFunctionArgs['context']['db']
}> {
  const query = new PageQuery(request)
  query.choice('taal', ['nl', 'en'])
  const locale = await localeOf(request)
  return { query, locale, t: translator(locale), today: dutchDay(context.now()), db: context.db }
}
