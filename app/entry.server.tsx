import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { localeOf, rememberLocale } from './i18n/locale.server.ts'
import { translations } from './i18n/translator.server.ts'

const patience = 5000

/** Renders the page in the language of the request. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, log, session }: AppLoadContext,
): Promise<Response> {
  const locale = await localeOf(request)
  const remember = await rememberLocale(request)
  if (remember) headers.append('Set-Cookie', remember)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', locale)
  headers.append('Vary', 'Cookie')
  const wait = retryAfter(remix)
  if (wait) headers.set('Retry-After', wait)
  // What one person may see is nobody else's, on a shared computer neither.
  if (session) headers.set('Cache-Control', 'private, no-store')
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')

  return new Promise((resolve, reject) => {
    let code = status
    const page = (
      <I18nextProvider i18n={translations(locale)}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </I18nextProvider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit)
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { status: code, headers }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        code = 500
        log.error({ err: error }, 'rendering failed')
      },
    })
    // Cleared when done: a timer would hold on to the whole page for as long as it runs.
    const limit = setTimeout(abort, patience)
  })
}

/** When to come back, as a loader or action said it: of a page, Remix itself passes cookies on only. */
function retryAfter({ staticHandlerContext: { loaderHeaders, actionHeaders } }: EntryContext): string | undefined {
  const answers = [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]
  return answers.flatMap((headers) => headers.get('Retry-After') ?? [])[0]
}

/** Logs an unexpected error of a loader or action, once. What a visitor asked wrongly is not an error of ours. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.log.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
}
