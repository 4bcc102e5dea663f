import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { FormNotes, Submit, TextField } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'

/** For somebody who manages the organisation, or has asked to: what there is to do now. */
export function Standing(props: { kind: 'asked' | 'member'; since: string; slug: string; rom: string }) {
  const { kind, since, slug, rom } = props
  const { t } = useTranslation()
  const asked = kind === 'asked'
  return (
    <Notice title={t(asked ? 'claims.ask.asked' : 'claims.ask.member')}>
      {asked && (
        <>
          <p>{t('claims.ask.askedHelp', { date: since, rom })}</p>
          <p>{t('claims.ask.meanwhile')}</p>
        </>
      )}
      <p>
        <a href={`/mijn/organisaties/${slug}`}>{t(asked ? 'claims.ask.see' : 'claims.ask.memberSee')}</a>
      </p>
    </Notice>
  )
}

interface AskProps {
  name: string
  slug: string
  rom: string
  /** A visitor signs in first. */
  signedIn: boolean
  /** Of the last time, when that was refused. */
  refusal: { reason: string | null } | null
  faults: FormFaults | undefined
  kept: FormFaults | null
}

/** How it goes, and the form to begin with; for a visitor, the way to it. */
export function Ask({ name, slug, rom, signedIn, refusal, faults, kept }: AskProps) {
  const { t } = useTranslation()
  const here = `/organisaties/${slug}/beheren`
  const labels = { note: t('claims.ask.note', { name }) }
  return (
    <>
      <FormNotes faults={faults} kept={kept} labels={labels} />
      {refusal && (
        <Notice title={t('claims.ask.refused')} tone="warn">
          {refusal.reason && <p className="whitespace-pre-line break-words">{refusal.reason}</p>}
          <p>{t('claims.ask.refusedHelp')}</p>
        </Notice>
      )}
      <Section id="stappen" title={t('claims.ask.steps')}>
        <ol className="list-decimal pl-3">
          {!signedIn && <li>{t('claims.ask.signIn')}</li>}
          <li>{t('claims.ask.tell', { name })}</li>
          <li>{t('claims.ask.decides', { rom })}</li>
        </ol>
        <p>{t('claims.ask.meanwhile')}</p>
        {signedIn ? (
          <form method="post" action={here} className="flex flex-col gap-2">
            <TextField
              name="note"
              label={labels.note}
              help={t('claims.ask.noteHelp', { rom })}
              maxLength={1000}
              faults={faults ?? kept}
            />
            <Submit>{t('claims.ask.submit')}</Submit>
          </form>
        ) : (
          <p>
            <a className="button no-prefetch" href={`/inloggen?${new URLSearchParams({ naar: here })}`}>
              {t('account.signInLink')}
            </a>
          </p>
        )}
      </Section>
    </>
  )
}
