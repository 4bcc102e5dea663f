import { write } from '#db/write.ts'
import { Browser } from '../support/browser.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addOrganisations } from '../support/matching.ts'
import { addPerson, type Person } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'

export const day = 24 * 3_600_000

/** A made-up organisation in the region of NOM, kept by an owner, an editor and the staff of NOM; and others who may not. */
export async function profiles(options: Parameters<typeof portalInTime>[0] = {}) {
  const { portal, pass } = await portalInTime({ ...options, env: { limitFactor: 10, ...options.env } })
  const { db } = portal
  const id = 'zoutmakerij'
  await addOrganisations(db, [{ id, rom: 'nom', summary: { nl: 'Wij maken zout.' }, themes: ['water'] }])
  const people = {
    owner: await addPerson(portal, { name: 'Olga Eigenaar' }),
    editor: await addPerson(portal, { name: 'Eddy Meewerker' }),
    stranger: await addPerson(portal, { name: 'Vera Vreemd' }),
    developer: await addPerson(portal, { name: 'Dirk van NOM', role: 'business_developer', romId: 'nom' }),
    elsewhere: await addPerson(portal, { name: 'Bea van BOM', role: 'business_developer', romId: 'bom' }),
  }
  const at = portal.now().toISOString()
  const member = async (who: Person, role: 'owner' | 'editor', organisation_id = id) =>
    db
      .insertInto('organisation_member')
      .values({
        id: crypto.randomUUID(),
        account_id: who.id,
        organisation_id,
        role,
        asked_at: at,
        confirmed_at: at,
        confirmed_by: 'system',
      })
      .execute()
  await member(people.owner, 'owner')
  await member(people.editor, 'editor')
  const box = mailbox()
  const path = `/organisaties/${id}/bewerken`
  return {
    portal,
    db,
    pass,
    id,
    people,
    box,
    path,
    basics: `${path}/profiel`,
    terms: `${path}/themas`,
    need: `${path}/vraag/nieuw`,
    offer: `${path}/aanbod/nieuw`,
    /** A browser in which somebody is signed in; without anybody, a visitor. */
    as: async (who?: Person) => {
      const browser = new Browser(portal)
      return who ? browser.signInAs(who.id) : browser
    },
    row: () => db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    listings: () =>
      db.selectFrom('listing').selectAll().where('organisation_id', '=', id).orderBy('created_at').execute(),
    log: (noun: string) => db.selectFrom('audit_entry').selectAll().where('noun', '=', noun).orderBy('id').execute(),
    linksMailed: async () => (await box.deliver(portal)).map(linkIn),
    /** Another ROM accompanies the organisation from now on. */
    accompaniedBy: (rom_id: string) =>
      write(db, { id: 'system' }, portal.now(), (trx) =>
        trx
          .insertInto('organisation_rom')
          .values({ id: crypto.randomUUID(), organisation_id: id, rom_id, recorded_at: at, recorded_by: 'system' })
          .execute(),
      ),
  }
}

export type Scene = Awaited<ReturnType<typeof profiles>>

/** What a form on a page would send when nothing is typed: its hidden fields, texts and choices. */
export function fieldsIn(html: string, action: string): URLSearchParams {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const sent = new URLSearchParams()
  for (const [tag] of form.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const of = (name: string) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    const name = of('name')
    const rest = form.slice(form.indexOf(tag) + tag.length)
    if (/type="(checkbox|radio)"/.test(tag) && !/\bchecked=""/.test(tag)) continue
    if (tag.startsWith('<textarea'))
      sent.append(name, decode(rest.slice(0, rest.indexOf('</textarea>')).replace(/^\n/, '')))
    else if (tag.startsWith('<select')) {
      const options = rest.slice(0, rest.indexOf('</select>'))
      sent.append(
        name,
        /value="([^"]*)" selected=""/.exec(options)?.[1] ?? /selected="" value="([^"]*)"/.exec(options)?.[1] ?? '',
      )
    } else sent.append(name, of('value'))
  }
  return sent
}
