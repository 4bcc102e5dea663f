import { useTranslation } from 'react-i18next'

/** Four digits in, the right ROM out. */
export function PostcodeForm({ postcode = '', error }: { postcode?: string; error?: string }) {
  const { t } = useTranslation()
  return (
    <form action="/mijn-rom" className="flex flex-col gap-0.5">
      <label htmlFor="postcode" className="font-semibold">
        {t('myRom.label')}
      </label>
      <span id="postcode-uitleg" className="text-sm text-muted">
        {t('myRom.help')}
      </span>
      {error && (
        <p id="postcode-fout" role="alert" className="border-l-4 border-warn bg-warn-tint p-1 font-semibold">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        <input
          id="postcode"
          name="postcode"
          defaultValue={postcode}
          maxLength={20}
          autoComplete="postal-code"
          aria-describedby={error ? 'postcode-uitleg postcode-fout' : 'postcode-uitleg'}
          aria-invalid={error ? true : undefined}
          className="field w-[136px]"
        />
        <button type="submit" className="button">
          {t('myRom.submit')}
        </button>
      </div>
    </form>
  )
}
