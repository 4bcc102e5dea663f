import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/page.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'
import type { PersonView } from './people.server.ts'

/** Who is asked about what, and how. */
export function People({ rom, people }: { rom: { name: string; slug: string }; people: PersonView[] }) {
  const { t } = useTranslation()
  return (
    <Section id="mensen" title={t('rom.people')}>
      <p>{t(people.length > 0 ? 'people.intro' : 'people.none')}</p>
      {people.length > 0 && (
        <ul className="grid gap-x-3 sm:grid-cols-2">
          {people.map(({ theme, name, isExample, deputy, ask }) => (
            <li key={ask} className="flex flex-col border-b border-line py-1">
              <span className="text-sm text-muted">{theme ?? t('people.other')}</span>
              <span className="break-words font-semibold">
                {name} {isExample && <ExampleTag />}
              </span>
              {deputy && (
                <span className="break-words text-sm text-muted">{t('people.deputy', { name: deputy })}</span>
              )}
              <a href={ask} className="py-0.5">
                {t('people.askAbout')}
                {theme && <span className="sr-only"> {t('people.askAboutFor', { theme })}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/vraag?rom=${rom.slug}`} className="button">
          {t('ask.linkRom', { rom: rom.name })}
        </a>
      </p>
    </Section>
  )
}
