import { type People, type Person, people } from '../support/cast.ts'
import { fullProject } from '../support/evidence.ts'

/**
 * in: answered · signIn: sent to sign in, and back · forbidden: 403 · hidden: 404, as if it did not exist · method: 405
 */
export type Outcome = 'in' | 'signIn' | 'forbidden' | 'hidden' | 'method'
/** What each person gets. */
export type Audience = (person: Person) => Outcome

const outside: Person[] = ['stranger', 'half', 'blocked']

const everyone: Audience = () => 'in'
/** Only where single sign-on is configured, which it is not in this test. */
const unconfigured: Audience = () => 'hidden'
/** The address has no such method. */
const nobody: Audience = () => 'method'
/** These come in; others who are signed in get what is said of them. */
const only =
  (who: readonly Person[], others: 'forbidden' | 'hidden' = 'forbidden'): Audience =>
  (person) =>
    outside.includes(person) ? 'signIn' : who.includes(person) ? 'in' : others
const signedIn = only(people)

const members = only(['owner', 'editor', 'unconfirmed'], 'hidden')
/** Who owns the profile; others who have to do with it are told that they may not. */
const owners: Audience = (person) =>
  person === 'editor' || person === 'unconfirmed' ? 'forbidden' : only(['owner'], 'hidden')(person)
/** Nobody of those who are here: the organisation is managed by others. */
const noOwner = only([], 'hidden')
/** Who keeps a profile: who manages the organisation, and its ROM. It is public, so that others are told that they may not. */
const keepers = only(['owner', 'editor', 'developer', 'coordinator', 'administrator'])
/** Who asked to manage the foreign organisation. */
const claimant = only(['secretary'], 'hidden')
const romStaff: Person[] = ['developer', 'coordinator']
const reviewers: Person[] = [...romStaff, 'administrator']
const managers: Person[] = ['coordinator', 'administrator']
const administrators = only(['administrator'])
/** What is of another ROM does not exist for the staff of this one. */
const inRomOnly: Audience = (person) => (romStaff.includes(person) ? 'hidden' : only(['administrator'])(person))
const coordinatorOutside: Audience = (person) =>
  person === 'coordinator' ? 'hidden' : only(['administrator'])(person)

export interface Row {
  /** As in app/routes.ts. One path may have more rows: with own ids, and with foreign ones. */
  path: string
  GET: Audience
  POST: Audience
  /** What stands in the place of ":slug" and the like. */
  ids?: (world: People) => Record<string, string>
  /** What is posted: enough that whoever may is not refused for another reason. */
  form?: (world: People) => Record<string, string>
  /** The status for whoever is let in, where that differs from an answer or a form sent back. */
  status?: number
  /** Whether staff of a production portal get there before they have set up two-factor. */
  withoutTwoFactor?: boolean
  /** Whether those who have no two-factor are led to where it is set up. */
  setsUpFirst?: boolean
  /** Whether it is there in a demonstration only. */
  demonstrationOnly?: boolean
}

/** What everybody reads and nobody writes. */
const readable = (paths: string[], more: Partial<Row> = {}): Row[] =>
  paths.map((path) => ({ path, GET: everyone, POST: nobody, ...more }))

const slugs: Record<string, string> = {
  themas: 'energie',
  programmas: 'energiehubs',
  initiatieven: 'protix-2023',
  organisaties: 'accuherleef-voorbeeld',
  roms: 'bom',
  regelingen: 'bmkb',
  oproepen: 'netcongestie-bedrijventerreinen-voorbeeld',
  projecten: fullProject,
  programmes: 'energiehubs',
  initiatives: 'protix-2023',
  organisations: 'accuherleef-voorbeeld',
  calls: 'netcongestie-bedrijventerreinen-voorbeeld',
  instruments: 'bmkb',
  projects: fullProject,
}

/** The address of a row. */
export function addressOf({ path, ids }: Row, world: People): string {
  const given = ids?.(world) ?? { slug: slugs[path.replace('api/v1/', '').split('/')[0] ?? ''], file: 'sitemap' }
  const filled = path.replace(/:(\w+)/g, (_, name: keyof typeof given) => {
    const value = given[name]
    if (!value) throw new Error(`tests/guards/table.ts says nothing for :${name} of ${path}`)
    return value
  })
  return `/${filled.replace('*', 'bestaat-niet')}`
}

const lists = [
  ...['programmas', 'initiatieven', 'organisaties', 'regelingen', 'oproepen', 'projecten'],
  ...['roms', 'matrix', 'cijfers', 'kalender', 'bronnen'],
]

/** Who may come where. What is not in here is refused: a route without a row fails the test, a row without a route too. */
export const rows: Row[] = [
  // Public.
  ...readable(['', 'themas', 'themas/:slug', 'programmas', 'programmas/:slug', 'programmas/:slug/partners']),
  ...readable(['initiatieven', 'initiatieven/:slug', 'initiatieven/:slug/partners', 'organisaties']),
  ...readable(['organisaties/:slug', 'organisaties/:slug/partners', 'organisaties/:slug/programmas']),
  ...readable(['roms', 'roms/:slug', 'mijn-rom', 'regelingen', 'regelingen/:slug', 'oproepen', 'oproepen/:slug']),
  ...readable(['oproepen/:slug/partners', 'projecten', 'projecten/:slug', 'matrix', 'agenda', 'kalender']),
  ...readable(['cijfers', 'zoeken', 'over', 'bronnen', 'toegankelijkheid', 'privacy', 'api']),
  ...readable(['aanbod-en-vraag']),
  { path: 'partners', GET: everyone, POST: everyone },
  { path: 'vraag', GET: everyone, POST: everyone },
  // With a key that opens nothing, there is nothing to write on.
  { path: 'vraag/status', GET: everyone, POST: everyone },
  { path: 'programmawijzer', GET: everyone, POST: everyone },
  ...readable(lists.flatMap((list) => [`${list}.csv`, `${list}.xlsx`])),

  // Coming in.
  { path: 'inloggen', GET: everyone, POST: everyone },
  {
    path: 'inloggen/voorbeeld',
    GET: everyone,
    POST: everyone,
    form: ({ example }) => ({ account: example }),
  },
  { path: 'uitloggen', GET: everyone, POST: everyone },
  ...[
    'inloggen/vergeten',
    'inloggen/wachtwoord',
    'aanmelden',
    'inloggen/e-mail',
    'inloggen/code',
    'inloggen/uitnodiging',
  ].map((path): Row => ({ path, GET: everyone, POST: everyone })),
  { path: 'inloggen/organisatie', GET: unconfigured, POST: unconfigured },
  { path: 'inloggen/organisatie/terug', GET: unconfigured, POST: nobody },
  { path: 'teammailbox', GET: everyone, POST: everyone },
  { path: 'introductie', GET: everyone, POST: everyone },
  ...readable(['inloggen/mail', 'uitloggen/verwijderd']),

  // One's own.
  { path: 'mijn', GET: signedIn, POST: signedIn },
  ...['', '/wachtwoord', '/e-mail', '/koppeling', '/sessies', '/verwijderen'].map(
    (part): Row => ({ path: `mijn/account${part}`, GET: signedIn, POST: signedIn }),
  ),
  ...['codes', 'uit'].map(
    (part): Row => ({ path: `mijn/account/tweestaps/${part}`, GET: signedIn, POST: signedIn, setsUpFirst: true }),
  ),
  { path: 'mijn/account/tweestaps', GET: signedIn, POST: signedIn, withoutTwoFactor: true },
  ...['mijn/account/gegevens', 'mijn/account/gegevens.json'].map(
    (path): Row => ({ path, GET: signedIn, POST: nobody }),
  ),
  // Claiming an organisation, and keeping it.
  { path: 'organisaties/:slug/beheren', GET: everyone, POST: signedIn },
  { path: 'mijn/organisaties/:slug', GET: members, POST: signedIn, ids: ({ own }) => ({ slug: own.slug }) },
  { path: 'mijn/organisaties/:slug', GET: claimant, POST: signedIn, ids: ({ foreign }) => ({ slug: foreign.slug }) },
  {
    path: 'mijn/organisaties/:slug/uitnodigen',
    GET: owners,
    POST: owners,
    ids: ({ own }) => ({ slug: own.slug }),
  },
  {
    path: 'mijn/organisaties/:slug/uitnodigen',
    GET: (person) => (person === 'secretary' ? 'forbidden' : noOwner(person)),
    POST: (person) => (person === 'secretary' ? 'forbidden' : noOwner(person)),
    ids: ({ foreign }) => ({ slug: foreign.slug }),
  },

  // Where one's organisation would join; who has none is sent on to the form for everybody.
  ...(['own', 'foreign'] as const).map(
    (whose): Row => ({
      path: 'mijn/organisaties/:slug/introductie/:met',
      GET: whose === 'own' ? only(['owner', 'editor']) : only([]),
      POST: whose === 'own' ? only(['owner', 'editor']) : only([]),
      ids: (world) => ({ slug: world[whose].slug, met: world[whose === 'own' ? 'foreign' : 'own'].slug }),
    }),
  ),
  { path: 'mijn/interesse', GET: signedIn, POST: signedIn },
  // Keeping a profile, an own one and that of an organisation of another ROM.
  ...['', '/profiel', '/themas', '/:kant/:listing'].flatMap((part): Row[] =>
    (['own', 'foreign'] as const).map((whose) => {
      const who = whose === 'own' ? keepers : only(['administrator'])
      const ids: Row['ids'] = (world) => ({ slug: world[whose].slug, kant: 'vraag', listing: 'nieuw' })
      return { path: `organisaties/:slug/bewerken${part}`, GET: who, POST: who, ids }
    }),
  ),
  { path: 'verlengen', GET: everyone, POST: everyone },

  // The desk of a ROM.
  { path: 'werk', GET: only(romStaff), POST: nobody },
  { path: 'werk/rom', GET: only(reviewers), POST: nobody },
  { path: 'werk/rom/:slug', GET: only(reviewers), POST: only(managers), ids: () => ({ slug: 'nom' }) },
  { path: 'werk/rom/:slug', GET: inRomOnly, POST: inRomOnly, ids: () => ({ slug: 'bom' }) },
  { path: 'werk/rom/:slug/mensen', GET: only(reviewers), POST: only(managers), ids: () => ({ slug: 'nom' }) },
  { path: 'werk/rom/:slug/mensen', GET: inRomOnly, POST: inRomOnly, ids: () => ({ slug: 'bom' }) },
  { path: 'werk/vragen', GET: only(reviewers), POST: nobody },
  {
    path: 'werk/vragen/:id',
    GET: only(reviewers),
    POST: only(reviewers),
    ids: ({ question }) => ({ id: question.own }),
  },
  {
    path: 'werk/vragen/:id',
    GET: inRomOnly,
    POST: inRomOnly,
    ids: ({ question }) => ({ id: question.foreign }),
  },
  { path: 'werk/aanvragen', GET: only(reviewers), POST: nobody },
  {
    path: 'werk/aanvragen/:id',
    GET: only(reviewers),
    POST: only(reviewers),
    ids: () => ({ id: 'member-unconfirmed' }),
  },
  {
    path: 'werk/aanvragen/:id',
    GET: inRomOnly,
    POST: inRomOnly,
    ids: () => ({ id: 'member-foreign' }),
  },
  {
    path: 'werk/introducties',
    GET: only(reviewers),
    POST: only(reviewers),
    form: ({ drafts }) => ({ id: drafts.own, to: 'talking', version: '1' }),
    status: 409,
  },
  {
    path: 'werk/introducties',
    GET: only(reviewers),
    POST: inRomOnly,
    form: ({ drafts }) => ({ id: drafts.foreign, to: 'talking', version: '1' }),
    status: 409,
  },
  { path: 'werk/bedrijven', GET: only(romStaff), POST: only(romStaff) },
  {
    path: 'werk/bedrijven/:slug',
    GET: only(reviewers),
    POST: only(reviewers),
    ids: ({ own }) => ({ slug: own.slug }),
  },
  {
    path: 'werk/bedrijven/:slug',
    GET: only(reviewers),
    POST: only(['administrator']),
    ids: ({ foreign }) => ({ slug: foreign.slug }),
    form: () => ({ doe: 'person', name: 'Iemand', email: 'iemand@bedrijf.example', job: '', phone: '' }),
  },
  { path: 'werk/introducties/nieuw', GET: only(romStaff), POST: only(romStaff) },
  { path: 'werk/introducties/vastleggen', GET: only(romStaff), POST: only(romStaff) },
  {
    path: 'werk/introducties/:id',
    GET: only(reviewers),
    POST: only(reviewers),
    ids: ({ drafts }) => ({ id: drafts.own }),
  },
  {
    path: 'werk/introducties/:id',
    GET: inRomOnly,
    POST: inRomOnly,
    ids: ({ drafts }) => ({ id: drafts.foreign }),
  },
  { path: 'werk/logboek', GET: only(reviewers), POST: nobody },

  // Keeping it running.
  ...['', '/logboek'].map((part): Row => ({ path: `beheer${part}`, GET: administrators, POST: nobody })),
  ...['/mail', '/zoeken'].map((part): Row => ({ path: `beheer${part}`, GET: administrators, POST: administrators })),
  ...['/gebruikers'].map((part): Row => ({ path: `beheer${part}`, GET: only(managers), POST: nobody })),
  { path: 'beheer/gebruikers/uitnodigen', GET: only(managers), POST: only(managers) },
  {
    path: 'beheer/gebruikers/:id',
    GET: only(managers),
    POST: only(managers),
    ids: ({ idOf }) => ({ id: idOf('developer') }),
  },
  {
    path: 'beheer/gebruikers/:id',
    GET: coordinatorOutside,
    POST: coordinatorOutside,
    ids: ({ idOf }) => ({ id: idOf('secretary') }),
  },
  ...['taxonomie', 'woorden'].map((part): Row => ({ path: `beheer/${part}`, GET: administrators, POST: nobody })),
  {
    path: 'beheer/taxonomie/:soort/:slug',
    GET: administrators,
    POST: administrators,
    ids: () => ({ soort: 'themas', slug: 'energie' }),
  },
  {
    path: 'beheer/woorden/:id',
    GET: administrators,
    POST: administrators,
    ids: () => ({ id: 'hydrogen' }),
  },
  { path: 'beheer/mail/bewaard', GET: administrators, POST: nobody, demonstrationOnly: true },
  {
    path: 'beheer/mail/bewaard/:file',
    GET: (person) => (person === 'administrator' ? 'hidden' : administrators(person)),
    POST: nobody,
    ids: () => ({ file: 'bestaat-niet.eml' }),
  },

  // For machines.
  ...readable(['api/suggest', 'healthz', 'robots.txt', ':file.xml', 'kalender.ics']),
  ...readable(['readyz'], { status: 503 }),
  ...readable(['nieuws.rss', 'nieuws.atom', 'oproepen.rss', 'oproepen.atom']),
  ...readable(
    [
      ...['search', 'programmes', 'programmes/:slug', 'programmes/:slug/participations', 'initiatives'],
      ...['initiatives/:slug', 'organisations', 'organisations/:slug', 'projects', 'projects/:slug', 'calls'],
      ...['calls/:slug', 'instruments', 'instruments/:slug', 'roms', 'roms/:slug', 'themes', 'technologies'],
      ...['indicators', 'openapi.json'],
    ].map((path) => `api/v1/${path}`),
  ),
  // No search server in this test: whoever is let in is told so.
  ...readable(
    ['programmes', 'initiatives', 'organisations'].map((noun) => `api/v1/${noun}/:slug/matches`),
    { status: 503 },
  ),
  { path: 'api/v1/matches', GET: nobody, POST: everyone },
  ...readable(['api/*'], { status: 404 }),
  // What does not exist does not by any method.
  { path: '*', GET: everyone, POST: everyone, status: 404 },
]
