import { useTranslation } from 'react-i18next'

/** The large search box of the home, search and error pages. */
export function SearchForm({
  q = '',
  label,
  hidden = [],
}: {
  q?: string
  label?: string
  /** Filters that a new search keeps. */
  hidden?: [string, string][]
}) {
  const { t } = useTranslation()
  return (
    <form action="/zoeken" className="relative flex w-full max-w-[640px] flex-col gap-1">
      <label htmlFor="zoek" className="font-semibold">
        {label ?? t('common.searchLabel')}
      </label>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex">
        <input
          id="zoek"
          type="search"
          name="q"
          maxLength={1000}
          defaultValue={q}
          autoComplete="off"
          data-suggest=""
          className="field min-w-0 grow rounded-r-none border-r-0"
        />
        <button type="submit" className="button rounded-l-none">
          {t('common.searchWord')}
        </button>
      </div>
    </form>
  )
}
