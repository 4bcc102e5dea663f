import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { deskRoms } from '../../domain/account/policy.ts'
import { canIntroduce, canSeeIntroductions } from '../../domain/introduction/policy.ts'
import { listIntroductions } from '../../domain/introduction/queries.server.ts'
import { boardColumns } from '../../domain/introduction/types.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Board } from './introductions/board.tsx'
import { cardOf } from './introductions/card.server.ts'
import { moveCard } from './introductions/move.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canSeeIntroductions)
  const { t, db, query, locale, today } = await openPage(args)
  const whose = query.choice('van', ['rom'])
  const mine = whose === 'rom' || !canIntroduce(actor) ? null : actor.id
  const rows = await listIntroductions(db, deskRoms(actor), { mine, states: null })
  const cards = rows.map((row) => cardOf(row, { actor, t, locale, today }))
  return {
    title: t('introduction.title'),
    description: t('introduction.intro'),
    crumbs: [{ href: '/werk', label: t('desk.title') }],
    introduces: canIntroduce(actor),
    whose: [
      { label: t('introduction.mine'), href: query.href({ van: null }), current: mine !== null },
      { label: t('introduction.ofRom'), href: query.href({ van: 'rom' }), current: mine === null },
    ],
    columns: Object.keys(boardColumns).map((column) => ({
      column: column as keyof typeof boardColumns,
      cards: cards.filter((card) => card.column === column),
    })),
    total: cards.length,
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canSeeIntroductions)
  return refusalAnswer(await moveCard(args, actor))
}

export default function Introductions() {
  const { title, description, crumbs, introduces, whose, columns, total, ignored } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} labels={{}} />
        {introduces && (
          <p className="flex flex-wrap gap-2">
            <a href="/werk/introducties/nieuw" className="button">
              {t('introduction.new')}
            </a>
            <a href="/werk/introducties/vastleggen" className="button button-quiet">
              {t('introduction.record')}
            </a>
          </p>
        )}
        {introduces && (
          <nav aria-label={t('introduction.whose')}>
            <ul className="flex flex-wrap gap-x-3">
              {whose.map(({ label, href, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'true' : undefined} className="inline-block py-0.5">
                    {current ? <strong>{label}</strong> : label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p role="status" className="text-muted">
          {t('introduction.count', { count: total })}
        </p>
        <Board columns={columns} />
      </div>
    </>
  )
}
