import { askQuestion, type NewQuestion } from '#app/domain/question/ask.server.ts'
import { dutchDay } from '#app/i18n/format.ts'
import { write } from '#db/write.ts'
import { Browser } from './browser.ts'
import { addPerson } from './people.ts'
import { type Portal, portalInTime } from './portal.ts'

export const asker = { name: 'Vera Zeldzaam', email: 'vera.zeldzaam@proef.example', locale: 'nl' as const }

/** A question as the form puts it, without the form. @returns its id */
export async function addQuestion(
  app: Pick<Portal, 'db' | 'now'>,
  has: Partial<NewQuestion> & Pick<NewQuestion, 'romId'>,
): Promise<string> {
  const now = app.now()
  const own = {
    kind: 'question' as const,
    asker,
    text: 'Wie kent een zeldzaam metaal?',
    by: 'system',
    day: dutchDay(now),
  }
  const { id } = await write(app.db, { id: 'system' }, now, (trx) => askQuestion(trx, { ...own, ...has }, now))
  return id
}

/** What is typed into the form, with what differs. */
export const typed = (other: Record<string, string> = {}): Record<string, string> => ({
  doe: 'send',
  text: 'Wij zoeken een partner om batterijen te testen.',
  name: asker.name,
  email: asker.email,
  postcode: '9711 AB',
  organisation: 'Zeldzaam Metaal BV',
  thema: '',
  rom: '',
  ...other,
})

/** Staff of two ROMs and an administrator, on a Monday. */
export async function questionScene() {
  const { portal, pass } = await portalInTime()
  // The tests' day is a Saturday.
  pass(2 * 24 * 3_600_000)
  const add = async (has: Parameters<typeof addPerson>[1]) => (await addPerson(portal, has)).id
  const ids = {
    developer: await add({
      name: 'Dirk Noord',
      email: 'dirk@proef.example',
      role: 'business_developer',
      romId: 'nom',
    }),
    colleague: await add({ name: 'Cas Noord', role: 'business_developer', romId: 'nom' }),
    coordinator: await add({ name: 'Cora Noord', role: 'coordinator', romId: 'nom' }),
    foreigner: await add({ name: 'Lies Limburg', role: 'business_developer', romId: 'liof' }),
    secretary: await add({ name: 'Sam Secretaris', role: 'secretary' }),
    administrator: await add({ name: 'Bo Beheer', role: 'administrator' }),
  }
  const as = (who: keyof typeof ids) => new Browser(portal).signInAs(ids[who])
  return { portal, db: portal.db, pass, ids, as, visitor: new Browser(portal) }
}

/** The number of the last event of a question: what a page of the desk brings along. */
export async function standOf({ db }: Pick<Portal, 'db'>, id: string): Promise<string> {
  const row = await db.selectFrom('question').select('events').where('id', '=', id).executeTakeFirstOrThrow()
  return String(row.events)
}

/** The mail of one kind, with whom it is for. */
export async function questionMail({ db }: Pick<Portal, 'db'>, template: string) {
  const rows = await db.selectFrom('mail').selectAll().where('template', '=', template).orderBy('id').execute()
  return rows.map(({ account_id, address, params }) => ({ to: account_id ?? address, params: JSON.parse(params) }))
}
