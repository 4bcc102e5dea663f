import type { LoaderFunctionArgs } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { listChoices, listTechnologies } from '../../../domain/reference/queries.server.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'
import type { TermChoices } from './terms.ts'

type Db = LoaderFunctionArgs['context']['db']

/** The themes and technologies there are, by the names of the reader. */
export async function termChoices(db: Db, { t, locale }: { t: TFunction; locale: Locale }): Promise<TermChoices> {
  const [{ themes }, technologies] = await Promise.all([listChoices(db), listTechnologies(db)])
  const named = (rows: { id: string; name_nl: string; name_en: string }[]) =>
    rows.map((row) => ({ value: row.id, label: localized(row, 'name', locale) }))
  return {
    themes: (['transition', 'challenge'] as const).map((kind) => ({
      label: t(`common.themeKind.${kind}`),
      choices: named(themes.filter((theme) => theme.kind === kind)),
    })),
    technologies: (['priority', 'cluster'] as const).map((kind) => ({
      label: t(`profile.terms.${kind}`),
      choices: named(technologies.filter((technology) => technology.kind === kind)),
    })),
  }
}

/** Their ids, in their own order. */
export async function knownTerms(db: Db): Promise<{ themes: string[]; technologies: string[] }> {
  const [{ themes }, technologies] = await Promise.all([listChoices(db), listTechnologies(db)])
  return { themes: themes.map(({ id }) => id), technologies: technologies.map(({ id }) => id) }
}
