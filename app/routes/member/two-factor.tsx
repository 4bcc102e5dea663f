import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { enrolment } from '../../auth/two-factor.server.ts'
import { needsTwoFactor } from '../../domain/account/policy.ts'
import { countRecoveryCodes } from '../../domain/account/two-factor.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Notice } from '../../ui/page.tsx'
import { openOwn } from './own/account.server.ts'
import { OwnPage } from './own/own-page.tsx'
import { RecoveryCodes } from './own/recovery-codes.tsx'
import { changeTwoFactor, codesAnswer } from './own/two-factor.server.ts'
import { TwoFactorOff, TwoFactorOn, TwoFactorSetUp } from './own/two-factor.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args, { withoutTwoFactor: true })
  const { account, t, db, query, locale } = await openOwn(args, actor)
  const since = account.totp_confirmed_at
  return {
    title: t('own.twoFactor.title'),
    description: t('own.twoFactor.intro'),
    since,
    locale,
    setUp: since === null ? enrolment(args.context, account) : null,
    codesLeft: await countRecoveryCodes(db, actor.id),
    required: needsTwoFactor(actor, args.context.env.mode),
    done: query.choice('klaar', ['uit']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireUser(args, { withoutTwoFactor: true })
  const { account } = await openOwn(args, actor)
  return codesAnswer(await changeTwoFactor(args, account))
}

export default function TwoFactor() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  if (result?.codes) {
    return (
      <OwnPage title={t('own.codes.made')}>
        <RecoveryCodes codes={result.codes} intro={t('own.twoFactor.turnedOn')} />
      </OwnPage>
    )
  }
  return (
    <OwnPage title={page.title} intro={page.description}>
      {page.required && <Notice tone="warn">{t('own.twoFactor.required')}</Notice>}
      {page.done && <Notice>{t('own.twoFactor.turnedOff')}</Notice>}
      {page.since ? (
        <TwoFactorOn since={page.since} codesLeft={page.codesLeft} locale={page.locale} />
      ) : page.setUp ? (
        <TwoFactorSetUp {...page.setUp} faults={result?.faults} />
      ) : (
        <TwoFactorOff />
      )}
    </OwnPage>
  )
}
