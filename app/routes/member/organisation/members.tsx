import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { CheckField, Submit } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'

interface Member {
  id: string
  name: string | null
  /** Only for who may see it. */
  email: string | null
  role: 'owner' | 'editor'
  since: string
  self: boolean
  canEnd: boolean
  /** Whether the reader says what others may. */
  canChange: boolean
}

interface MembersProps {
  members: Member[]
  slug: string
  /** Whether the reader is the only owner. */
  lastOwner: boolean
  faults: FormFaults | null
}

/** Who manages an organisation, each with the way to change their role, and to end that they do. */
export function Members({ members, slug, lastOwner, faults }: MembersProps) {
  const { t } = useTranslation()
  return (
    <ul className="flex max-w-[80ch] flex-col gap-2">
      {members.map(({ id, name, email, role, since, self, canEnd, canChange }) => (
        <li key={id} className="border-b border-line pb-2">
          <p className="break-words font-semibold">
            {name}
            {self && ` (${t('claims.members.self')})`}
          </p>
          <p className="break-words text-sm text-muted">
            {[t(`account.memberRole.${role}`), t('claims.members.since', { date: since }), email]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {canChange && <ChangeRole {...{ id, name, role, self, slug, lastOwner, faults }} />}
          {canEnd && !self && (
            <details>
              <summary className="w-fit cursor-pointer py-1 text-action underline">{t('claims.members.end')}</summary>
              <form method="post" action={`/mijn/organisaties/${slug}`} className="flex flex-col gap-1">
                <p>{t('claims.members.endHelp', { name })}</p>
                <input type="hidden" name="member" value={id} />
                <Submit quiet>{t('claims.members.endSubmit', { name })}</Submit>
              </form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The other of the two roles; the last owner says twice that there is none then. */
function ChangeRole(props: Pick<Member, 'id' | 'name' | 'role' | 'self'> & Omit<MembersProps, 'members'>) {
  const { id, name, role, self, slug, lastOwner, faults } = props
  const { t } = useTranslation()
  const what = role === 'owner' ? 'editor' : 'owner'
  const last = self && lastOwner
  return (
    <details open={last && faults?.errors.noOwner !== undefined}>
      <summary className="w-fit cursor-pointer py-1 text-action underline">
        {t('claims.members.change')}
        <span className="sr-only">{t('claims.members.changeOf', { name })}</span>
      </summary>
      <form method="post" action={`/mijn/organisaties/${slug}`} className="flex flex-col gap-1 pb-1">
        <p>{t(`claims.members.to.${what}`)}</p>
        {last && (
          <Notice title={t('claims.members.lastTitle')} tone="warn">
            {t('claims.members.lastChange')}
          </Notice>
        )}
        <input type="hidden" name="doe" value="role" />
        <input type="hidden" name="member" value={id} />
        <input type="hidden" name="role" value={what} />
        {last && <CheckField name="noOwner" label={t('claims.members.noOwner')} faults={faults} />}
        <Submit quiet>{t(`claims.members.make.${what}`, { name })}</Submit>
      </form>
    </details>
  )
}

/** To go oneself; the last owner says so twice. */
export function Leave(props: {
  memberId: string
  slug: string
  confirmed: boolean
  lastOwner: boolean
  faults: FormFaults | null
}) {
  const { memberId, slug, confirmed, lastOwner, faults } = props
  const { t } = useTranslation()
  const what = confirmed ? 'leave' : 'withdraw'
  return (
    <Section id="stoppen" title={t(`claims.members.${what}`)}>
      {lastOwner && (
        <Notice title={t('claims.members.lastTitle')} tone="warn">
          {t('claims.members.last')}
        </Notice>
      )}
      <p>{t(`claims.members.${what}Help`)}</p>
      <form method="post" action={`/mijn/organisaties/${slug}`} className="flex flex-col gap-2">
        <input type="hidden" name="member" value={memberId} />
        {lastOwner && <CheckField name="sure" label={t('claims.members.sure')} faults={faults} />}
        <Submit quiet>{t(`claims.members.${what}Submit`)}</Submit>
      </form>
    </Section>
  )
}
