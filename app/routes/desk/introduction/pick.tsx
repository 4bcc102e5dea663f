import { useTranslation } from 'react-i18next'
import { ExampleTag } from '../../../ui/tags.tsx'

export interface Asked {
  name: 'van' | 'naar'
  typed: string
  /** null when it is clear which organisation is meant. */
  candidates: { slug: string; name: string; detail: string; example: boolean }[] | null
}

/** What was asked beside one of them, which stays as it was when that is asked anew. */
function others(asked: Asked[], at: number): URLSearchParams {
  return new URLSearchParams(asked.filter((_, index) => index !== at).map(({ name, typed }) => [name, typed]))
}

/** Which organisations: by name, KvK number or address; where more are meant, one of them. */
export function PickOrganisations({ asked }: { asked: Asked[] }) {
  const { t } = useTranslation()
  return (
    <form method="get" className="flex flex-col gap-2">
      {asked.map(({ name, typed, candidates }, at) => {
        const id = `veld-${name}-${at}`
        const label = t(name === 'van' ? 'introduction.pickFirst' : 'introduction.pickOther')
        if (candidates && candidates.length > 0) {
          return (
            <fieldset key={id} className="flex flex-col gap-0.5">
              <legend className="font-semibold">
                {label}: {t('introduction.which', { typed })}
              </legend>
              {candidates.map((one) => (
                <label key={one.slug} className="flex min-h-3 items-start gap-1">
                  <input
                    type="radio"
                    name={name}
                    value={one.slug}
                    // None is chosen beforehand: they may all be others than the one that was meant.
                    required
                    className="mt-0.5 size-2.5 shrink-0"
                  />
                  <span>
                    {one.name} <span className="text-muted">{one.detail}</span> {one.example && <ExampleTag />}
                  </span>
                </label>
              ))}
              <p className="text-sm">
                <a href={`/werk/introducties/nieuw?${others(asked, at)}`}>{t('introduction.noneOfThese')}</a>
              </p>
            </fieldset>
          )
        }
        return (
          <div key={id} className="flex max-w-[60ch] flex-col gap-0.5">
            <label htmlFor={id} className="font-semibold">
              {label}
            </label>
            <span id={`${id}-uitleg`} className="text-sm text-muted">
              {t('introduction.pickHelp')}
            </span>
            {candidates && typed && (
              <span id={`${id}-fout`} className="font-semibold text-warn">
                {t('introduction.notFound', { typed })}
              </span>
            )}
            <input
              id={id}
              name={name}
              required
              maxLength={200}
              defaultValue={typed}
              autoComplete="off"
              data-pick-organisation
              aria-describedby={[`${id}-uitleg`, candidates && typed && `${id}-fout`].filter(Boolean).join(' ')}
              aria-invalid={candidates && typed ? true : undefined}
              className="field"
            />
          </div>
        )
      })}
      <button type="submit" className="button self-start">
        {t('introduction.next')}
      </button>
    </form>
  )
}
