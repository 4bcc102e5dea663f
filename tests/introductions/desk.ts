import { addContactPerson } from '#app/domain/organisation/contact-persons.server.ts'
import { write } from '#db/write.ts'
import { Browser } from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import type { Portal } from '../support/portal.ts'

/** A business developer of a ROM, signed in. */
export async function developerOf(portal: Portal, romId: string) {
  const person = await addPerson(portal, { role: 'business_developer', romId, name: `Adviseur van ${romId}` })
  const browser = await new Browser(portal).signInAs(person.id)
  return { ...person, browser }
}

/** A made-up company in the region of a ROM, with somebody to write to there. */
export async function companyIn(portal: Portal, romId: string) {
  const company = await portal.db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'name'])
    .where('seat_rom_id', '=', romId)
    .where('is_example', '=', 1)
    .where('kind', '<>', 'knowledge_institution')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const email = `contact@${romId}.example`
  const person = {
    ...{ organisationId: company.id, name: `Contact bij ${romId}`, email, phone: '06 12345678', job: 'directeur' },
    ...{ locale: 'nl' as const, isTransferOffice: false },
  }
  const at = portal.now().toISOString()
  await write(portal.db, { id: 'system' }, portal.now(), (trx) => addContactPerson(trx, person, 'system', at))
  return { ...company, email }
}

/** A draft for two companies. @returns the address of its page */
export async function draft(browser: Browser, slugs: string[], message = 'Zij passen bij elkaar.', rom = 'nom') {
  const form = new URLSearchParams({ message, rom })
  for (const slug of slugs) form.append('organisaties[]', slug)
  const answer = await browser.post('/werk/introducties/nieuw', form)
  return answer.headers.get('location') ?? ''
}

/** How an introduction stands. */
export async function standing(portal: Portal, page: string) {
  const id = page.split('/').at(-1)?.split('?')[0] ?? ''
  const row = await portal.db.selectFrom('introduction').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const parties = await portal.db
    .selectFrom('introduction_party')
    .selectAll()
    .where('introduction_id', '=', id)
    .orderBy('position')
    .execute()
  return { ...row, parties }
}

/** All mail there is, with what was filled in and the link. */
export async function mails(portal: Portal) {
  const rows = await portal.db.selectFrom('mail').selectAll().orderBy('id').execute()
  return rows.map(({ id, account_id, address, template, params }) => {
    const values = JSON.parse(params) as Record<string, string>
    return { id, to: account_id ?? address, template, params: values, link: values.link ?? '' }
  })
}

/** The newest mail of a template to somebody. */
export async function mailTo(portal: Portal, to: string, template: string) {
  const mail = (await mails(portal)).findLast((one) => one.to === to && one.template === template)
  if (!mail) throw new Error(`no ${template} to ${to}`)
  return mail
}
