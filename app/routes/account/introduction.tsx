import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { namesOf } from '../../domain/introduction/view.ts'
import { keyHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { DeclineFields } from '../../ui/decline-fields.tsx'
import { FormNotes, FormScope, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { OutcomeFields } from '../../ui/outcome-fields.tsx'
import { PageHeader, Section } from '../../ui/page.tsx'
import { answerByLink, opened } from './introduction/link.server.ts'

export const meta = pageMeta
export const headers = keyHeaders

/** What a link about an introduction opens. Opening it uses nothing up: programs that look through mail do so too. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, locale } = await openPage(args)
  const link = await opened(args)
  if (!link) return { title: t('introduction.link.dead'), description: t('introduction.link.deadHelp'), link: null }
  const { purpose, introduction, own } = link
  const { parties, rom, adviser, message, due_on } = introduction
  const organisations = parties.map(({ slug, name, name_en, rom: region }, at) => ({
    slug,
    name: namesOf([{ name, name_en }], locale)[0] ?? '',
    rom: region ?? t('introduction.elsewhere'),
    own: parties[at]?.id === own?.id,
  }))
  const names = organisations.map(({ name }) => name).join(', ')
  return {
    title: t(`introduction.link.${purpose}`, { names }),
    description: t(`introduction.link.${purpose}Intro`, {
      rom,
      organisation: own ? (namesOf([own], locale)[0] ?? '') : '',
    }),
    link: {
      purpose,
      organisations,
      message,
      by: [adviser, rom].filter(Boolean).join(', '),
      due: due_on && purpose !== 'outcome' ? t('introduction.due', { date: formatDate(due_on, locale) }) : null,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return answerByLink(args)
}

export default function IntroductionLink() {
  const { title, description, link } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  if (result && result.said !== null) {
    return (
      <PageHeader
        title={t(`introduction.link.said.${result.said}`)}
        intro={t(`introduction.link.saidHelp.${result.said}`)}
        crumbs={[]}
      />
    )
  }
  if (!link) return <PageHeader title={title} intro={description} crumbs={[]} />
  const faults = result?.faults
  const labels = {
    reason: t('introduction.why'),
    note: t('introduction.note'),
    kind: t('introduction.outcomeKind'),
    without: t('introduction.withoutRoms'),
  }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} />
      <div className="flex max-w-[80ch] flex-col gap-2">
        <FormScope value={faults?.values.answer ?? ''}>
          <FormNotes faults={faults} labels={labels} />
        </FormScope>
        <ul>
          {link.organisations.map(({ slug, name, rom, own }) => (
            <li key={slug}>
              <a href={`/organisaties/${slug}`}>{name}</a>{' '}
              <span className="text-muted">
                {[rom, own && t('introduction.link.own')].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
        <Section id="waarom" title={t('introduction.message')}>
          <p className="whitespace-pre-line break-words">{link.message}</p>
          <p className="text-sm text-muted">{[link.by, link.due].filter(Boolean).join('. ')}</p>
        </Section>
        <Section id="antwoord" title={t('introduction.link.yourAnswer')}>
          {link.purpose === 'outcome' ? (
            <form method="post" className="flex flex-col gap-2">
              <FormScope value="outcome">
                <OutcomeFields faults={faults} />
              </FormScope>
              <Submit name="answer" value="outcome">
                {t('introduction.recordOutcome')}
              </Submit>
            </form>
          ) : (
            <>
              <p>{t(`introduction.link.${link.purpose}Help`)}</p>
              <form method="post" className="flex flex-col gap-2">
                <FormScope value="yes">
                  <TextField
                    name="note"
                    label={t('introduction.link.note')}
                    required={false}
                    rows={2}
                    maxLength={2000}
                    faults={faults?.values.answer === 'yes' ? faults : null}
                  />
                </FormScope>
                <Submit name="answer" value="yes">
                  {t(`introduction.link.${link.purpose}Yes`)}
                </Submit>
              </form>
              <details open={faults?.values.answer === 'no'}>
                <summary className="py-0.5">{t('introduction.link.no')}</summary>
                <form method="post" className="flex flex-col gap-2 pt-1">
                  <FormScope value="no">
                    <DeclineFields faults={faults?.values.answer === 'no' ? faults : null} />
                  </FormScope>
                  <Submit name="answer" value="no" quiet>
                    {t('introduction.link.noNow')}
                  </Submit>
                </form>
              </details>
            </>
          )}
        </Section>
      </div>
    </>
  )
}
