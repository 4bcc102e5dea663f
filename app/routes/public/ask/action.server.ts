import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recorded } from '../../../auth/record.server.ts'
import { findAbout } from '../../../domain/question/about.server.ts'
import { askQuestion, promisedDays } from '../../../domain/question/ask.server.ts'
import { type Asked, askForm } from '../../../domain/question/forms.ts'
import { replyTime } from '../../../domain/question/reply-time.server.ts'
import { proposedTheme } from '../../../domain/question/theme.ts'
import { afterWorkingDays } from '../../../domain/question/working-days.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { postcodeDigits, romByPostcode } from '../../../domain/rom/queries.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { limitFrom, tooOften, tooOftenFrom } from '../../../http/rate.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import { aboutView } from './load.server.ts'

type Values = Record<string, string>

/** What was typed, as a form is filled in with again. */
function valuesOf({ doe: _, website: __, ...typed }: Asked): Values {
  return typed
}

/** Who answers a question: by postcode, or whoever leads what it is about. */
async function route(args: ActionFunctionArgs, asked: Asked) {
  const { db, today } = await openPage(args)
  const byPostcode = await romByPostcode(db, postcodeDigits(asked.postcode) ?? 0)
  if (!byPostcode) return null
  const { themes, roms } = await listChoices(db)
  const about = await findAbout(db, asked, today)
  const own = byPostcode.rom.id
  const wanted = roms.find(({ slug }) => slug === asked.rom)
  const lead = about?.open ? about.leadRomId : null
  const ids = lead ? [lead] : [own, byPostcode.provincial?.id, wanted?.id].filter((id) => id !== undefined)
  const candidates = [...new Set(ids)].flatMap((id) => roms.find((rom) => rom.id === id) ?? [])
  return {
    byPostcode,
    about,
    own,
    lead,
    candidates,
    wanted,
    themes,
    theme: themes.find(({ slug }) => slug === asked.thema),
  }
}

type Routed = NonNullable<Awaited<ReturnType<typeof route>>>

/**
 * Looks a question over with whoever asks it, or sends it.
 * @returns what is wrong, what there is to look over, or what to go on typing in
 * @throws a redirect to the page of the question when it was sent
 */
export async function askAction(args: ActionFunctionArgs) {
  await limitFrom(args.context, 'search')
  const nothing = { refusal: null, check: null, values: null }
  const { data: asked, refusal } = await parseForm(args.request, askForm)
  if (!asked) return { ...nothing, refusal: withoutTrap(refusal) }
  const values = valuesOf(asked)
  if (asked.doe === 'change') return { ...nothing, values }
  const routed = await route(args, asked)
  if (!routed) return { ...nothing, refusal: refused('postcode', 'askPostcodeUnknown', values) }
  if (asked.doe === 'check') return { ...nothing, check: await checked(args, asked, routed) }
  return { ...nothing, refusal: await send(args, asked, routed, values) }
}

/** Nobody could empty a field that they do not see. */
function withoutTrap(refusal: Refusal): Refusal {
  const { website, ...values } = refusal.faults.values
  const { website: trapped, ...errors } = refusal.faults.errors
  return { ...refusal, faults: { values, errors: trapped ? { ...errors, '': trapped } : errors } }
}

/** What the asker looks over before it is sent: who answers, by when, and what it is about. */
async function checked(args: ActionFunctionArgs, asked: Asked, routed: Routed) {
  const { locale, t, db, today } = await openPage(args)
  const { matcher, now } = args.context
  const { candidates, byPostcode, own, lead, about, themes, wanted } = routed
  const proposed = asked.thema
    ? null
    : (about?.themeId ?? proposedTheme(matcher.understood(matcher.needIn(asked.text).passages)))
  const [rom] = candidates
  const time = rom && (await replyTime(db, rom.id, now()))
  const area = { area: byPostcode.area.name, province: byPostcode.area.province }
  return {
    values: valuesOf(asked),
    about: about && aboutView(about, locale),
    roms: candidates.map(({ slug, name_nl }) => ({ value: slug, label: name_nl })),
    /** Of the area that two ROMs have to do with. */
    shared: byPostcode.provincial && !lead ? t('ask.shared', { ...area, rom: byPostcode.rom.name }) : null,
    elsewhere: wanted && !lead && wanted.id !== own ? t('ask.elsewhere', { rom: wanted.name_nl }) : null,
    copy: lead && lead !== own ? t('ask.copy', { rom: byPostcode.rom.name }) : null,
    proposed: themes.find(({ id }) => id === proposed)?.slug ?? null,
    due: formatDate(afterWorkingDays(today, promisedDays), locale),
    time: time ? t(time.ofAll ? 'ask.timeAll' : 'ask.time', { count: time.days, rom: rom?.name_nl ?? '' }) : null,
  }
}

export type Checked = Awaited<ReturnType<typeof checked>>

async function send(args: ActionFunctionArgs, asked: Asked, routed: Routed, values: Values): Promise<Refusal> {
  const { context } = args
  const { locale, today } = await openPage(args)
  const address = asked.email.toLowerCase()
  const wait =
    (await tooOftenFrom(context, 'askFrom')) ??
    (await tooOften(context.db, 'askTo', address, context.env.limitFactor))
  if (wait !== null) return refusedFor(wait, 'askTooOften', values)
  const { about, own, lead, candidates, wanted, theme } = routed
  // Only one of those that it may go to.
  const chosen = candidates.find(({ id }) => id === wanted?.id) ?? candidates[0]
  const by = context.actor?.id ?? 'system'
  const { link } = await recorded(context, by, (trx) =>
    askQuestion(
      trx,
      {
        kind: about?.open ? 'interest' : 'question',
        asker: { name: asked.name, email: asked.email, locale },
        text: asked.text,
        postcode: postcodeDigits(asked.postcode) ?? undefined,
        organisationName: asked.organisation,
        romId: chosen?.id ?? own,
        copyRomId: lead ? own : null,
        themeId: theme?.id ?? null,
        undertakingId: about?.undertakingId ?? null,
        callId: about?.callId ?? null,
        openRoleId: about?.role?.id ?? null,
        by,
        day: today,
      },
      context.now(),
    ),
  )
  throw redirect(link, 303)
}
