import { useTranslation } from 'react-i18next'

/** The licences that sources name, with the address of their text. */
const licences: Record<string, string> = { 'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/' }

/** The text as its source has it, line breaks too. */
export function Objective({ text, language }: { text: string; language?: string }) {
  return (
    <p lang={language} className="whitespace-pre-line">
      {text.trim()}
    </p>
  )
}

/** Whose texts these are, under which licence, and where the original is. */
export function Attribution(props: {
  kind: 'cordis' | 'rom_project'
  publisher: string
  licence: string | null
  url: string | null
}) {
  const { t } = useTranslation()
  const { licence, url } = props
  const address = licence ? licences[licence] : undefined
  const [before, after] = t('projects.licence', { licence: '\n' }).split('\n')
  return (
    <p className="text-sm text-muted">
      {t('projects.attribution', { publisher: props.publisher })}{' '}
      {licence && (
        <>
          {before}
          {address ? (
            <a href={address} rel="external noopener license">
              {licence}
            </a>
          ) : (
            licence
          )}
          {after}{' '}
        </>
      )}
      {url && (
        <a href={url} rel="external noopener">
          {t(props.kind === 'cordis' ? 'projects.original' : 'projects.website')}
        </a>
      )}
    </p>
  )
}
