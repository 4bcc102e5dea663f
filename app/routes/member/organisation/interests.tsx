import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/page.tsx'
import type { InterestView } from './interests.server.ts'

/** Where the organisation would join, and how that stands; nothing where it never said so. */
export function Interests({ interests }: { interests: InterestView[] }) {
  const { t } = useTranslation()
  if (interests.length === 0) return null
  return (
    <Section id="interesse" title={t('interest.own')}>
      <p className="text-muted">{t('interest.ownHelp')}</p>
      <ul className="flex max-w-[80ch] flex-col gap-1">
        {interests.map(({ id, name, href, role, by, at, due, rom, state }) => (
          <li key={id} className="border-b border-line pb-1">
            <a href={href} className="font-semibold">
              {name}
            </a>
            {role && `, ${role}`}
            <p>{t(`ask.status.${state}`, { rom, date: due })}</p>
            <p className="text-sm text-muted">{by ? t('interest.ownLine', { name: by, date: at }) : at}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
