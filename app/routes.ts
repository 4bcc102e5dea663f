import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** One file for every downloadable list, under each of its addresses. */
const lists = [
  'programmas',
  'initiatieven',
  'organisaties',
  'regelingen',
  'oproepen',
  'projecten',
  'roms',
  'matrix',
  'cijfers',
  'kalender',
  'bronnen',
]
const downloads = lists.flatMap((list) =>
  ['csv', 'xlsx'].map((format) =>
    route(`${list}.${format}`, 'routes/public/download.ts', { id: `download-${list}-${format}` }),
  ),
)

const feeds = ['rss', 'atom'].flatMap((format) => [
  route(`nieuws.${format}`, 'routes/api/news.ts', { id: `news-${format}` }),
  route(`oproepen.${format}`, 'routes/api/calls.ts', { id: `calls-${format}` }),
])

export default [
  // Public: everybody reads everything that is published.
  index('routes/public/home.tsx'),
  route('themas', 'routes/public/themes.tsx'),
  route('themas/:slug', 'routes/public/theme.tsx'),
  route('programmas', 'routes/public/programmes.tsx'),
  route('programmas/:slug', 'routes/public/programme.tsx'),
  route('programmas/:slug/partners', 'routes/public/programme-partners.tsx'),
  route('initiatieven', 'routes/public/initiatives.tsx'),
  route('initiatieven/:slug', 'routes/public/initiative.tsx'),
  route('initiatieven/:slug/partners', 'routes/public/initiative-partners.tsx'),
  route('organisaties', 'routes/public/organisations.tsx'),
  route('organisaties/:slug', 'routes/public/organisation.tsx'),
  route('organisaties/:slug/partners', 'routes/public/organisation-partners.tsx'),
  route('organisaties/:slug/programmas', 'routes/public/organisation-opportunities.tsx'),
  route('organisaties/:slug/beheren', 'routes/public/organisation-claim.tsx'),
  route('partners', 'routes/public/partners.tsx'),
  route('aanbod-en-vraag', 'routes/public/anonymous.tsx'),
  route('programmawijzer', 'routes/public/programme-finder.tsx'),
  route('roms', 'routes/public/roms.tsx'),
  route('roms/:slug', 'routes/public/rom.tsx'),
  route('mijn-rom', 'routes/public/my-rom.tsx'),
  route('vraag', 'routes/public/ask.tsx'),
  route('regelingen', 'routes/public/instruments.tsx'),
  route('regelingen/:slug', 'routes/public/instrument.tsx'),
  route('oproepen', 'routes/public/calls.tsx'),
  route('oproepen/:slug', 'routes/public/call.tsx'),
  route('oproepen/:slug/partners', 'routes/public/call-partners.tsx'),
  route('projecten', 'routes/public/projects.tsx'),
  route('projecten/:slug', 'routes/public/project.tsx'),
  route('matrix', 'routes/public/matrix.tsx'),
  route('agenda', 'routes/public/agenda.tsx'),
  route('kalender', 'routes/public/calendar.tsx'),
  route('cijfers', 'routes/public/figures.tsx'),
  route('zoeken', 'routes/public/search.tsx'),
  route('over', 'routes/public/about.tsx'),
  route('bronnen', 'routes/public/sources.tsx'),
  route('toegankelijkheid', 'routes/public/accessibility.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
  route('api', 'routes/public/api.tsx'),
  ...downloads,

  // Coming in.
  route('inloggen', 'routes/account/sign-in.tsx'),
  route('inloggen/voorbeeld', 'routes/account/example-sign-in.ts'),
  route('inloggen/organisatie', 'routes/account/organisation.tsx'),
  route('inloggen/organisatie/terug', 'routes/account/organisation-return.ts'),
  route('inloggen/vergeten', 'routes/account/forgotten.tsx'),
  route('inloggen/mail', 'routes/account/mail-sent.tsx'),
  route('inloggen/wachtwoord', 'routes/account/password.tsx'),
  route('aanmelden', 'routes/account/register.tsx'),
  route('inloggen/code', 'routes/account/code.tsx'),
  route('inloggen/e-mail', 'routes/account/new-email.tsx'),
  route('inloggen/uitnodiging', 'routes/account/invitation.tsx'),
  route('uitloggen', 'routes/account/sign-out.ts'),
  route('uitloggen/verwijderd', 'routes/account/account-deleted.tsx'),

  // A link that was mailed about an introduction.
  route('introductie', 'routes/account/introduction.tsx'),
  // A link that was mailed to whoever asked a ROM something.
  route('vraag/status', 'routes/account/question.tsx'),

  // A link that was mailed to a team.
  route('teammailbox', 'routes/account/team-inbox.tsx'),

  // One's own.
  route('mijn', 'routes/member/home.tsx'),
  route('mijn/account', 'routes/member/account.tsx'),
  route('mijn/account/wachtwoord', 'routes/member/password.tsx'),
  route('mijn/account/e-mail', 'routes/member/email.tsx'),
  route('mijn/account/koppeling', 'routes/member/link.tsx'),
  route('mijn/account/tweestaps', 'routes/member/two-factor.tsx'),
  route('mijn/account/tweestaps/codes', 'routes/member/recovery-codes.tsx'),
  route('mijn/account/tweestaps/uit', 'routes/member/two-factor-off.tsx'),
  route('mijn/account/sessies', 'routes/member/sessions.tsx'),
  route('mijn/account/gegevens', 'routes/member/data.tsx'),
  route('mijn/account/gegevens.json', 'routes/member/data-download.ts'),
  route('mijn/account/verwijderen', 'routes/member/forget.tsx'),

  // What was changed, for a ROM.
  route('werk/logboek', 'routes/desk/log.tsx'),

  // Keeping it running.
  ...prefix('beheer', [
    index('routes/admin/home.tsx'),
    route('gebruikers', 'routes/admin/users.tsx'),
    route('gebruikers/uitnodigen', 'routes/admin/user-invite.tsx'),
    route('gebruikers/:id', 'routes/admin/user.tsx'),
    route('logboek', 'routes/admin/log.tsx'),
    route('mail', 'routes/admin/mail.tsx'),
    route('mail/bewaard', 'routes/admin/kept-mail.tsx'),
    route('mail/bewaard/:file', 'routes/admin/kept-letter.tsx'),
    route('zoeken', 'routes/admin/search.tsx'),
    route('taxonomie', 'routes/admin/taxonomy.tsx'),
    route('taxonomie/:soort/:slug', 'routes/admin/term.tsx'),
    route('woorden', 'routes/admin/words.tsx'),
    route('woorden/:id', 'routes/admin/concept.tsx'),
  ]),
  route('mijn/organisaties/:slug', 'routes/member/organisation.tsx'),
  route('mijn/organisaties/:slug/uitnodigen', 'routes/member/organisation-invite.tsx'),
  route('mijn/organisaties/:slug/introductie/:met', 'routes/member/introduction-request.tsx'),
  route('mijn/interesse', 'routes/member/interest.tsx'),

  // Keeping the profile of an organisation: for who manages it, and for its ROM.
  ...prefix('organisaties/:slug/bewerken', [
    index('routes/member/profile.tsx'),
    route('profiel', 'routes/member/profile-basics.tsx'),
    route('themas', 'routes/member/profile-terms.tsx'),
    route(':kant/:listing', 'routes/member/profile-listing.tsx'),
  ]),
  // A link that was mailed to who keeps a profile.
  route('verlengen', 'routes/account/renewal.tsx'),

  // The desk of a ROM.
  layout('routes/desk/frame/desk-frame.tsx', [
    route('werk', 'routes/desk/home.tsx'),
    route('werk/rom', 'routes/desk/roms.tsx'),
    route('werk/rom/:slug', 'routes/desk/rom.tsx'),
    route('werk/introducties', 'routes/desk/introductions.tsx'),
    route('werk/introducties/nieuw', 'routes/desk/introduction-new.tsx'),
    route('werk/introducties/vastleggen', 'routes/desk/introduction-log.tsx'),
    route('werk/introducties/:id', 'routes/desk/introduction.tsx'),
    route('werk/rom/:slug/mensen', 'routes/desk/rom-people.tsx'),
    route('werk/vragen', 'routes/desk/questions.tsx'),
    route('werk/vragen/:id', 'routes/desk/question.tsx'),
    route('werk/aanvragen', 'routes/desk/claims.tsx'),
    route('werk/aanvragen/:id', 'routes/desk/claim.tsx'),
    route('werk/bedrijven', 'routes/desk/companies.tsx'),
    route('werk/bedrijven/:slug', 'routes/desk/company.tsx'),
  ]),

  // For machines.
  route('api/suggest', 'routes/api/suggest.ts'),
  route('healthz', 'routes/api/healthz.ts'),
  route('readyz', 'routes/api/readyz.ts'),
  route('robots.txt', 'routes/api/robots.ts'),
  // Also /sitemap-1.xml and so on, when there are many addresses.
  route(':file.xml', 'routes/api/sitemap.ts'),
  route('kalender.ics', 'routes/api/calendar.ts'),
  ...feeds,
  ...prefix('api/v1', [
    route('search', 'routes/api/v1/search.ts'),
    route('programmes', 'routes/api/v1/programmes.ts'),
    route('programmes/:slug', 'routes/api/v1/programme.ts'),
    route('programmes/:slug/participations', 'routes/api/v1/participations.ts'),
    route('programmes/:slug/matches', 'routes/api/v1/programme-matches.ts'),
    route('initiatives', 'routes/api/v1/initiatives.ts'),
    route('initiatives/:slug', 'routes/api/v1/initiative.ts'),
    route('initiatives/:slug/matches', 'routes/api/v1/initiative-matches.ts'),
    route('organisations', 'routes/api/v1/organisations.ts'),
    route('organisations/:slug', 'routes/api/v1/organisation.ts'),
    route('organisations/:slug/matches', 'routes/api/v1/organisation-matches.ts'),
    route('matches', 'routes/api/v1/matches.ts'),
    route('projects', 'routes/api/v1/projects.ts'),
    route('projects/:slug', 'routes/api/v1/project.ts'),
    route('calls', 'routes/api/v1/calls.ts'),
    route('calls/:slug', 'routes/api/v1/call.ts'),
    route('instruments', 'routes/api/v1/instruments.ts'),
    route('instruments/:slug', 'routes/api/v1/instrument.ts'),
    route('roms', 'routes/api/v1/roms.ts'),
    route('roms/:slug', 'routes/api/v1/rom.ts'),
    route('themes', 'routes/api/v1/themes.ts'),
    route('technologies', 'routes/api/v1/technologies.ts'),
    route('indicators', 'routes/api/v1/indicators.ts'),
    route('openapi.json', 'routes/api/v1/openapi.ts'),
  ]),
  route('api/*', 'routes/api/v1/unknown.ts'),

  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
