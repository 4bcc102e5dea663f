import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { openPage } from '../../http/page.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Section } from '../../ui/page.tsx'
import { OwnPage } from './own/own-page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  requireUser(args)
  const { t } = await openPage(args)
  return { title: t('own.data.title'), description: t('own.data.intro') }
}

const kept = ['account', 'roles', 'sessions', 'mail', 'changes'] as const

export default function OwnData() {
  const { title, description } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <OwnPage title={title} intro={description}>
      <Section id="bewaard" title={t('own.data.keptTitle')}>
        <ul className="flex max-w-[70ch] list-disc flex-col gap-0.5 pl-3">
          {kept.map((key) => (
            <li key={key}>{t(`own.data.kept.${key}`)}</li>
          ))}
        </ul>
        <p>
          <a href="/privacy" className="underlined">
            {t('own.data.privacy')}
          </a>
        </p>
      </Section>
      <Section id="downloaden" title={t('own.data.downloadTitle')}>
        <p>{t('own.data.downloadHelp')}</p>
        <a href="/mijn/account/gegevens.json" download className="button button-quiet no-prefetch self-start">
          {t('own.data.download')}
        </a>
      </Section>
      <Section id="verwijderen" title={t('own.forget.title')}>
        <p>{t('own.data.forget')}</p>
        <a href="/mijn/account/verwijderen" className="button button-quiet no-prefetch self-start">
          {t('own.data.forgetLink')}
        </a>
      </Section>
    </OwnPage>
  )
}
