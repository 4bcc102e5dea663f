import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportResponse } from '../../http/export.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found, notFound } from '../../http/responses.ts'
import { tables } from './download/tables.server.ts'

/** A list as CSV or XLSX, with the same filters as its page has in its query string. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await openPage(args)
  const [, name = '', format] = /^\/([a-z]+)\.(csv|xlsx)$/.exec(page.query.url.pathname) ?? []
  if (format !== 'csv' && format !== 'xlsx') throw notFound()
  const table = found(tables[name])
  return exportResponse({ name: `schakel-${name}-${page.today}`, ...(await table(page)) }, format)
}
