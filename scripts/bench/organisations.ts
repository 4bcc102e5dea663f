import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { Agreement, OrganisationKind } from '#db/tables/organisations.ts'
import type { Concept } from '#search/lexicon/lexicon.ts'

/** With the same seed, always the same organisations. */
const seed = 20_261_122
const batch = 500
const recordedAt = '2026-01-01T00:00:00.000Z'

/** Up to which of a hundred organisations are of a kind. */
const kinds: [OrganisationKind, number][] = [
  ['sme', 55],
  ['startup', 77],
  ['scaleup', 89],
  ['corporate', 94],
  ['knowledge_institution', 97],
  ['government', 99],
  ['network', 100],
]
const agreements: (Agreement | null)[] = ['research', 'technical', 'pilot', 'commercial', 'licence', 'supply', null]

/** What organisations write, with places for what it is about ({a}, {b}, {c}) and for a name of their own ({name}). */
const texts = {
  summary: {
    nl: [
      '{name} maakt {a} voor {b}. Het bedrijf is begonnen in een schuur en levert nu aan dertig klanten in drie landen.',
      'Wij ontwerpen en bouwen installaties voor {a}. Daarbij letten we op {b} en op wat het de gebruiker scheelt aan tijd.',
      '{name} onderzoekt hoe {a} en {b} elkaar versterken. De groep heeft een proefhal, een werkplaats en twaalf vaste mensen.',
      'Adviseurs voor {a}. Wij meten ter plekke, rekenen door wat {b} oplevert en begeleiden de aanleg tot de oplevering.',
      'Familiebedrijf in {a}, sinds drie generaties. De laatste jaren komt daar {b} bij, vooral voor afnemers in {c}.',
    ],
    en: [
      '{name} makes {a} for {b}. It started in a barn and now supplies thirty buyers in three countries.',
      'We design and build installations for {a}, with an eye for {b} and for the time it saves those who use them.',
      '{name} studies how {a} and {b} reinforce each other. The group has a trial hall, a workshop and twelve permanent staff.',
      'Advisers on {a}. We measure on site, calculate what {b} yields and stay until it is delivered.',
      'Family business in {a} for three generations. In recent years {b} came on top, mostly for buyers in {c}.',
    ],
  },
  offer: {
    nl: [
      'Wij leveren {a} op maat, getest voor {b}. Een proefopstelling staat binnen zes weken.',
      'Onze {name}-lijn voor {a} heeft vrije capaciteit: twee dagen per week, met een operator erbij.',
      'Meetdata van acht jaar {a}, geschikt om modellen voor {b} mee te ijken.',
      'Een gepatenteerde werkwijze voor {a} die ook werkt bij {b}.',
    ],
    en: [
      'We supply {a} made to measure, tested for {b}. A trial set-up stands within six weeks.',
      'Our {name} line for {a} has free capacity: two days a week, operator included.',
      'Eight years of measurements on {a}, fit to calibrate models for {b}.',
      'A patented process for {a} that also works with {b}.',
    ],
  },
  need: {
    nl: [
      'Wij zoeken iemand die {a} kan leveren voor onze proef met {b}.',
      'Gevraagd: hulp bij {a}. Het lukt ons niet om {b} stabiel te krijgen boven de honderd draaiuren.',
      'Wie kan {a} testen onder echte omstandigheden, liefst samen met een gebruiker van {b}?',
    ],
    en: [
      'We look for somebody who can deliver {a} for our trial with {b}.',
      'Wanted: help with {a}. We fail to keep {b} stable beyond a hundred running hours.',
      'Who can test {a} under real conditions, preferably with a user of {b}?',
    ],
  },
} as const

const syllables = 'ba den fro gel hus iv jor kal lem mo nar ost pri quo rus ste tov ul vex wim yra zan'.split(' ')

/** A generator of numbers from 0 to 1 that look random (mulberry32, public domain, by Tommy Ettinger). */
function numbers(state: number) {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Adds made-up organisations, of which some ask and offer much the same and most have something of their own: a few subjects are in
 * very many texts, most in few. Seven in ten write in both languages, two in Dutch only, one in English only.
 */
export async function addOrganisations(
  db: Kysely<Database>,
  concepts: Concept[],
  count: number,
  step: (done: number) => void,
): Promise<void> {
  const random = numbers(seed)
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)] as Value
  const roms = (await db.selectFrom('rom').select('id').orderBy('id').execute()).map(({ id }) => id)
  const subjects = concepts.filter(({ themes }) => themes.length > 0)
  const byTheme = Map.groupBy(subjects, ({ themes }) => themes[0])
  // Squared: the first subjects of the list are in some thousands of profiles, the last in a few dozen.
  const subject = () => subjects[Math.floor(random() ** 2 * subjects.length)] as Concept
  const kind = () => {
    const of = random() * 100
    return kinds.find(([, upTo]) => of < upTo)?.[0] ?? 'sme'
  }
  const ownName = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('')
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const said = (side: keyof typeof texts, about: Concept[], name: string, languages: ('nl' | 'en')[]) => {
    const which = Math.floor(random() * texts[side].nl.length)
    const fill = (language: 'nl' | 'en') => {
      if (!languages.includes(language)) return null
      const label = (at: number) => pick((about[at] ?? (about[0] as Concept))[language])
      const text = texts[side][language][which] as string
      return text.replace('{a}', label(0)).replace('{b}', label(1)).replace('{c}', label(2)).replace('{name}', name)
    }
    return { nl: fill('nl'), en: fill('en') }
  }

  for (let from = 0; from < count; from += batch) {
    const made = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const id = `made-up-${String(from + at + 1).padStart(6, '0')}`
      const first = subject()
      const near = byTheme.get(first.themes[0]) ?? subjects
      const share = random()
      const languages: ('nl' | 'en')[] = share < 0.7 ? ['nl', 'en'] : share < 0.9 ? ['nl'] : ['en']
      const name = ownName()
      const about = () => [pick(near), pick(near), subject()]
      const summary = said('summary', [first, pick(near), subject()], name, languages)
      const sides = [...(random() < 0.8 ? (['offer'] as const) : []), ...(random() < 0.4 ? (['need'] as const) : [])]
      const listings = sides.map((side) => {
        const { nl, en } = said(side, side === 'offer' ? [first, ...about()] : about(), name, languages)
        const trl = random() < 0.6 ? 1 + Math.floor(random() * 8) : null
        return {
          id: `${id}-${side}`,
          organisation_id: id,
          side,
          text_nl: nl,
          text_en: en,
          trl_min: trl,
          trl_max: trl && Math.min(9, trl + 2),
          partner_kinds: random() < 0.3 ? JSON.stringify([kind()]) : '[]',
          agreement: pick(agreements),
          visibility: 'public' as const,
          expires_on: '2099-01-01',
          created_at: recordedAt,
          updated_at: recordedAt,
        }
      })
      const organisation = {
        id,
        slug: id,
        name: `${name} ${id.slice(-6)}`,
        kind: kind(),
        seat_rom_id: pick(roms),
        summary_nl: summary.nl,
        summary_en: summary.en,
        is_example: 1 as const,
        published_at: recordedAt,
        created_at: recordedAt,
        updated_at: recordedAt,
      }
      return { organisation, listings, theme: first.themes[0] as string }
    })
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('organisation')
        .values(made.map(({ organisation }) => organisation))
        .execute()
      await trx
        .insertInto('organisation_theme')
        .values(made.map(({ organisation, theme }) => ({ organisation_id: organisation.id, theme_id: theme })))
        .execute()
      await trx
        .insertInto('listing')
        .values(made.flatMap(({ listings }) => listings))
        .execute()
    })
    step(from + made.length)
  }
}
