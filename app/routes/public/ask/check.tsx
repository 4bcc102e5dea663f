import { useTranslation } from 'react-i18next'
import { SelectField, Submit } from '../../../ui/form.tsx'
import { Details, Notice, Section } from '../../../ui/page.tsx'
import type { Checked } from './action.server.ts'
import { AboutNotice, Hidden } from './form.tsx'

/** What was typed and who will answer, to be looked over before it is sent. */
export function Check({ check, themes }: { check: Checked; themes: { value: string; label: string }[] }) {
  const { t } = useTranslation()
  const { values, roms, proposed, about } = check
  const one = roms.length === 1
  const { rom: _, thema, ...rest } = values
  const own = { ...rest, ...(about?.fields ?? {}) }
  return (
    <Section id="nakijken" title={t('ask.checkTitle')}>
      {about && <AboutNotice about={about} />}
      <form method="post" action="/vraag" className="flex max-w-[80ch] flex-col gap-2">
        <Hidden values={own} />
        <Notice title={one ? t('ask.goesTo', { rom: roms[0]?.label }) : undefined}>
          {check.shared && <p>{check.shared}</p>}
          {check.elsewhere && <p>{check.elsewhere}</p>}
          {check.copy && <p>{check.copy}</p>}
          <p>{t('ask.promise', { date: check.due })}</p>
          {check.time && <p>{check.time}</p>}
        </Notice>
        {one ? (
          <Hidden values={{ rom: roms[0]?.value ?? '' }} />
        ) : (
          <SelectField
            name="rom"
            label={t('ask.rom')}
            help={t('ask.romHelp')}
            options={roms}
            value={roms[0]?.value}
          />
        )}
        {!about?.open && (
          <SelectField
            name="thema"
            label={t('ask.theme')}
            help={t(proposed ? 'ask.proposed' : 'ask.themeHelp')}
            none={t('ask.themeNone')}
            options={themes}
            value={proposed ?? thema}
            required={false}
          />
        )}
        <Details
          items={[
            {
              label: t(about?.open ? 'ask.interestText' : 'ask.text'),
              value: <span className="whitespace-pre-line break-words">{values.text}</span>,
            },
            { label: t('ask.name'), value: <span className="break-words">{values.name}</span> },
            { label: t('ask.email'), value: <span className="break-all">{values.email}</span> },
            { label: t('ask.postcode'), value: values.postcode },
            values.organisation && {
              label: t('ask.organisation'),
              value: <span className="break-words">{values.organisation}</span>,
            },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <Submit name="doe" value="send">
            {t('ask.send')}
          </Submit>
          <Submit name="doe" value="change" quiet>
            {t('ask.change')}
          </Submit>
        </div>
      </form>
    </Section>
  )
}
