import type { LoaderFunctionArgs } from '@remix-run/node'
import { helpKinds } from '../../../domain/opportunity/types.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { postcodeDigits, romByPostcode } from '../../../domain/rom/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { longestText } from '../../../http/query.ts'
import { limitFrom } from '../../../http/rate.server.ts'
import { localized } from '../../../i18n/locale.ts'
import { findOpportunities } from './load.server.ts'

/** What is asked beside the text, by its name in the address. */
export const answerFields = ['soort', 'medewerkers', 'postcode', 'thema', 'hulp']

/**
 * The five questions as they were answered, and what fits the answers.
 * @param typed a text that is too long for an address; the other answers are in the address all the same
 */
export async function loadFinder(args: Pick<LoaderFunctionArgs, 'request' | 'context'>, typed?: string) {
  const opened = await openPage(args)
  const { query, locale, t, db } = opened
  const { matcher } = args.context
  const page = { ...opened, choices: await listChoices(db) }
  const q = typed ?? query.text('q', longestText) ?? ''
  const kind = query.choice('soort', organisationKinds)
  const theme = query.bySlug('thema', page.choices.themes)
  const help = query.choice('hulp', helpKinds)
  const people = query.text('medewerkers')?.slice(0, 20) ?? ''
  const employees = /^\d{1,7}$/.test(people) ? Number(people) : null
  const postcode = query.text('postcode')?.slice(0, 20) ?? ''
  const digits = postcode ? postcodeDigits(postcode) : null
  const area = digits === null ? null : await romByPostcode(db, digits)
  const errors = {
    medewerkers: people && employees === null ? t('finder.employeesWrong') : null,
    postcode: !postcode || area ? null : digits ? t('finder.postcodeUnknown', { postcode }) : t('myRom.invalid'),
  }
  const answered = q !== '' || kind !== null || theme !== null || help !== null || employees !== null || area !== null
  if (answered) await limitFrom(args.context, 'matches')
  const asker = { kind, employees, rom: area?.rom.id ?? null, themes: theme ? [theme.id] : [], insists: true }
  const need = q ? matcher.needIn(q).passages : null
  const wanted = { organisation: null, text: need, asker, help }
  const summary = [
    kind && t(`common.organisationKind.${kind}`),
    employees !== null && t('finder.people', { count: employees }),
    area && `${postcode} (${area.rom.name})`,
    theme && localized(theme, 'name', locale),
    help && t(`finder.help.${help}`),
  ]
  return {
    title: t('finder.title'),
    description: t('finder.intro'),
    values: { q, soort: kind ?? '', medewerkers: people, postcode, thema: theme?.slug ?? '', hulp: help ?? '' },
    themes: page.choices.themes.map((row) => ({ value: row.slug, label: localized(row, 'name', locale) })),
    errors,
    tooLong: typed !== undefined,
    summary: summary.filter((text) => typeof text === 'string'),
    rom: area && { slug: area.rom.slug, name: area.rom.name },
    found: answered ? await findOpportunities(page, matcher.opportunities, wanted) : null,
    ignored: query.ignored,
  }
}
