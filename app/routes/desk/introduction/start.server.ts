import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { recordedForm } from '../../../auth/record.server.ts'
import { deskRoms, romsOf } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { draftForm, longestMessage } from '../../../domain/introduction/forms.ts'
import { earlierBetween } from '../../../domain/introduction/queries.server.ts'
import { draftIntroduction } from '../../../domain/introduction/write.server.ts'
import { reasonsOf } from '../../../domain/matching/reasons.ts'
import { type Picked, pickOrganisation } from '../../../domain/organisation/pick.server.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { forbidden } from '../../../http/responses.ts'
import { lowerFirst } from '../../../i18n/format.ts'
import { localized, nameIn } from '../../../i18n/locale.ts'
import { earlierView, pickView } from './view.server.ts'

/** Who proposes: the ROMs that somebody works at. */
const ownRoms = (actor: Actor) => romsOf(actor, 'business_developer', 'coordinator')

/** The page to begin an introduction: which organisations, and then why. */
export async function loadNew(args: LoaderFunctionArgs, actor: Actor) {
  const { t, db, locale, query } = await openPage(args)
  const { searchParams } = query.url
  query.text('van')
  query.text('naar')
  const others = searchParams.getAll('naar').slice(0, 4)
  const typed: { name: 'van' | 'naar'; typed: string }[] = [
    { name: 'van', typed: searchParams.get('van') ?? '' },
    ...(others.length > 0 ? others : ['']).map((text) => ({ name: 'naar' as const, typed: text })),
  ]
  const picks = await Promise.all(
    typed.map(async (one) => ({
      ...one,
      pick: await pickOrganisation({ db, search: args.context.search }, one.typed, locale),
    })),
  )
  const all = picks.flatMap(({ pick }) => pick.one ?? [])
  const chosen = all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
  const complete = chosen.length === picks.length && chosen.length > 1
  const own = ownRoms(actor)
  const roms = (await listRomNames(db)).filter(({ id }) => own.includes(id))
  const ids = chosen.map(({ id }) => id)
  return {
    title: t('introduction.new'),
    crumbs: [
      { href: '/werk', label: t('desk.title') },
      { href: '/werk/introducties', label: t('introduction.title') },
    ],
    asked: picks.map(({ name, typed: text, pick }) => pickView({ name, typed: text, pick }, t, locale)),
    chosen: complete
      ? chosen.map(({ slug, name, name_en, rom, place }) => ({
          slug,
          name: nameIn(locale, name, name_en),
          rom,
          place,
        }))
      : null,
    roms: roms.map(({ slug, name }) => ({ value: slug, label: name })),
    message: complete ? await whyThese(args, chosen) : '',
    earlier: complete
      ? (await earlierBetween(db, ids, { except: null, scope: deskRoms(actor) })).map((one) =>
          earlierView(one, t, locale),
        )
      : [],
    ignored: query.ignored,
  }
}

/** What matching says of the first and the second, as sentences to begin with; empty when it does not know or cannot be asked. */
async function whyThese(args: LoaderFunctionArgs, [first, second]: Picked[]): Promise<string> {
  if (!first || !second) return ''
  const { t, db, locale } = await openPage(args)
  const choices = await listChoices(db)
  const answer = await args.context.matcher.match({
    ...{ organisation: first.id, text: null, leaveOut: [], kinds: [], themes: [], exclude: [] },
    ...{ withPartners: true, withFeedback: false, language: locale, limit: 100, offset: 0 },
    roms: second.seat_rom_id ? [second.seat_rom_id] : null,
  })
  const match = answer?.matches.find(({ organisation }) => organisation.id === second.id)
  if (!match) return ''
  const themeName = (id: string) => {
    const theme = choices.themes.find((one) => one.id === id)
    return theme ? lowerFirst(localized(theme, 'name', locale)) : id
  }
  const reasons = reasonsOf(match, { t, language: locale, themeName })
  return reasons
    .filter(({ verdict, criterion }) => verdict === 'match' && criterion !== 'feedback')
    .map(({ text }) => `- ${text}`)
    .join('\n')
    .slice(0, longestMessage)
}

/**
 * Writes down an introduction that nobody was told of yet.
 * @returns what is wrong with the form
 * @throws the redirect to it; a 403 for a ROM that is not the actor's
 */
export async function startIntroduction({ request, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const { data, refusal } = await parseForm(request, draftForm)
  if (!data) return refusal
  const { db, search, now } = context
  const typed = { message: data.message, rom: data.rom }
  const rom = (await listRomNames(db)).find(({ slug }) => slug === data.rom)
  if (!rom || !ownRoms(actor).includes(rom.id)) throw forbidden()
  const picks = await Promise.all(data.organisaties.map((slug) => pickOrganisation({ db, search }, slug, 'nl')))
  const ids = [...new Set(picks.flatMap(({ one }) => one?.id ?? []))]
  if (ids.length < data.organisaties.length || ids.length < 2) return refused('', 'introductionTwo', typed)
  const draft = { romId: rom.id, adviserId: actor.id, requestedBy: null, organisations: ids, message: data.message }
  const { result, refusal: refusedNow } = await recordedForm(context, actor.id, typed, (trx) =>
    draftIntroduction(trx, draft, actor.id, now()),
  )
  if (refusedNow) return refusedNow
  throw redirect(`/werk/introducties/${result}`, 303)
}
