import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/page.tsx'
import type { AdviceView } from './advice.server.ts'

/** So many are read at a glance; the rest is one click away. */
const shown = 5

/** What would make an organisation better found. Who reads it need not be the organisation. */
export function BetterFound({ name, advice }: { name: string; advice: AdviceView[] }) {
  const { t } = useTranslation()
  if (advice.length === 0) return null
  const rest = advice.slice(shown)
  return (
    <Section id="beter-gevonden" title={t('advice.title')}>
      <p>{t('advice.intro', { name })}</p>
      <List advice={advice.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary className="py-0.5 text-action">{t('advice.more', { count: rest.length })}</summary>
          <List advice={rest} />
        </details>
      )}
    </Section>
  )
}

function List({ advice }: { advice: AdviceView[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-3">
      {advice.map(({ text, link }) => (
        <li key={text}>
          {text}
          {link && (
            <>
              {' '}
              <a href={link.href} className="underlined">
                {link.label}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
