import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { ActorName } from '../../../ui/actor-name.tsx'
import { AuditLog } from '../../../ui/audit-log.tsx'
import { useKnownText } from '../../../ui/known-text.ts'
import { Notice } from '../../../ui/page.tsx'
import type { LogView as View } from './load.server.ts'

/** The audit log with its filters and its pages, for whoever may read it. */
export function LogView({ view, people }: { view: SerializeFrom<View>; people: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2">
      {view.person && (
        <Notice>
          {t('audit.ofPerson')}{' '}
          <strong>
            <ActorName who={view.person.who} />
          </strong>
          . <a href={view.person.without}>{t('audit.everybody')}</a>
        </Notice>
      )}
      <Filters view={view} />
      {view.entries.length === 0 ? (
        <p role="status">{t('audit.empty')}</p>
      ) : (
        <AuditLog label={view.title} entries={view.entries} people={people} />
      )}
      <nav aria-label={t('lists.pages')} className="no-print flex flex-wrap gap-3">
        {view.latest && <a href={view.latest}>{t('audit.latest')}</a>}
        {view.newer && (
          <a href={view.newer} rel="prev">
            {t('audit.newer')}
          </a>
        )}
        {view.older && (
          <a href={view.older} rel="next">
            {t('audit.older')}
          </a>
        )}
      </nav>
    </div>
  )
}

const label = 'flex flex-col gap-0.5 text-sm font-semibold'

function Filters({ view }: { view: SerializeFrom<View> }) {
  const { t } = useTranslation()
  const known = useKnownText()
  const { filter } = view
  return (
    <search>
      <form action={view.path} className="no-print flex flex-wrap items-end gap-2">
        {view.person && <input type="hidden" name="persoon" value={view.person.id} />}
        <label className={label}>
          {t('audit.by')}
          <input type="search" name="q" maxLength={200} defaultValue={filter.q ?? ''} className="field" />
        </label>
        <label className={label}>
          {t('audit.what')}
          <select name="soort" defaultValue={filter.noun ?? ''} className="field">
            <option value="">{t('common.all')}</option>
            {view.nouns.map((noun) => (
              <option key={noun} value={noun}>
                {known(`audit.noun.${noun}`, noun)}
              </option>
            ))}
          </select>
        </label>
        {view.roms.length > 1 && (
          <label className={label}>
            {t('lists.facet.rom')}
            <select name="rom" defaultValue={filter.rom} className="field">
              <option value="">{t('common.all')}</option>
              {view.roms.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={label}>
          {t('audit.from')}
          <input type="date" name="van" defaultValue={filter.from ?? ''} className="field" />
        </label>
        <label className={label}>
          {t('audit.until')}
          <input type="date" name="tot" defaultValue={filter.until ?? ''} className="field" />
        </label>
        <button type="submit" className="button button-quiet">
          {t('lists.apply')}
        </button>
        <a href={view.path} className="py-1 text-sm">
          {t('lists.clear')}
        </a>
      </form>
    </search>
  )
}
