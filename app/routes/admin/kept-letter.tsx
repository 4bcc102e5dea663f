import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { found, notFound } from '../../http/responses.ts'
import { readKeptMail } from '../../mail/kept.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Details } from '../../ui/page.tsx'
import { AdminFrame } from './frame/admin-frame.tsx'
import { showsKeptMail } from './mail/list.server.ts'

export const meta = pageMeta

/** One mail as its reader would read it, keys and all: only where mail goes nowhere and nobody is real. */
export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  const { env } = args.context
  if (!showsKeptMail(env)) throw notFound()
  const mail = found(await readKeptMail(env.dataDir, args.params.file ?? ''))
  return { title: mail.subject, ...mail }
}

export default function KeptLetter() {
  const { title, to, text } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <AdminFrame title={title} whole>
      <Details items={[{ label: t('administration.mail.to'), value: to }]} />
      <p className="whitespace-pre-wrap py-2 [overflow-wrap:anywhere]">
        {text.split(/(https?:\/\/\S+)/).map((piece, index) =>
          // Every second piece is what was looked for.
          index % 2 === 1 ? (
            <a key={piece} href={piece} className="no-prefetch underlined">
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </p>
      <p>
        <a href="/beheer/mail/bewaard">{t('administration.mail.backToKept')}</a>
      </p>
    </AdminFrame>
  )
}
