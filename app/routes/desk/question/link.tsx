import { useTranslation } from 'react-i18next'
import { Submit } from '../../../ui/form.tsx'
import type { QuestionView } from './load.server.ts'

/** Which of the portal's organisations it is of: looked for by name, and chosen. */
export function LinkOrganisation({ view }: { view: QuestionView }) {
  const { t } = useTranslation()
  const { search, organisation } = view
  const here = `/werk/vragen/${view.id}`
  const one = (slug: string, label: string, hidden?: string) => (
    <form method="post" action={here} className="flex flex-col">
      <input type="hidden" name="doe" value="link" />
      <input type="hidden" name="stand" value={view.stand} />
      <input type="hidden" name="organisation" value={slug} />
      <Submit quiet>
        {label}
        {hidden && <span className="sr-only">{hidden}</span>}
      </Submit>
    </form>
  )
  return (
    <>
      {organisation && (
        <>
          <p>{t('questions.linkedWith', { name: organisation.name })}</p>
          {one('', t('questions.unlink'))}
        </>
      )}
      <form action={`${here}#koppelen`} className="flex flex-wrap items-end gap-1">
        <label htmlFor="koppelen" className="flex flex-col gap-0.5">
          <span className="font-semibold">{t('questions.search')}</span>
          <input id="koppelen" name="q" defaultValue={search.q} maxLength={200} className="field" />
        </label>
        <Submit quiet>{t('common.searchWord')}</Submit>
      </form>
      {search.found && (
        <div role="status">
          {search.found.length === 0 ? (
            <p>{t('questions.searchNone')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {search.found.map(({ slug, name, place }) => (
                <li key={slug} className="flex flex-wrap items-center justify-between gap-1">
                  <span>
                    <a href={`/organisaties/${slug}`}>{name}</a>
                    {place && <span className="text-muted">{`, ${place}`}</span>}
                  </span>
                  {one(slug, t('questions.linkThis'), `: ${name}`)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}
