import { mkdirSync } from 'node:fs'
import { email, personName } from '#app/domain/account/forms.ts'
import { enrol } from '#app/domain/account/invitations.server.ts'
import { accountByEmail } from '#app/domain/account/queries.server.ts'
import { passwordLink } from '#app/domain/account/tokens.server.ts'
import { openDatabase } from '#db/client.ts'
import { migrate } from '#db/migrate.ts'
import { write } from '#db/write.ts'
import { databaseFile, fail, readSettings } from './data-dir.ts'

const usage = 'Use: npm run create-admin -- name@example.nl "First Last"'

/** Makes an administrator, and prints the link to choose a password with. It may run before the first start, or beside a live server. */
const env = readSettings()
const [givenEmail = '', givenName = '', ...rest] = process.argv.slice(2)
const address = email.safeParse(givenEmail)
const name = personName.safeParse(givenName)
if (!address.success) fail(`This is no email address: "${givenEmail}". ${usage}`)
if (!name.success || rest.length > 0) fail(`Give one name, in quotes. ${usage}`)

mkdirSync(env.dataDir, { recursive: true })
const db = openDatabase(databaseFile(env.dataDir))
await migrate(db)
const before = await accountByEmail(db, address.data)
if (before?.blocked_at) fail(`The account of ${address.data} is blocked. Choose another address.`)
const now = new Date()
const { isNew, key } = await write(db, { id: 'system' }, now, (trx) =>
  enrol(
    trx,
    { email: address.data, name: name.data, locale: 'nl', role: 'administrator', romId: null, by: 'system' },
    now,
  ),
)
await db.destroy()

if (isNew) console.log(`\n${name.data} is an administrator now, with a new account.`)
else console.log(`\n${address.data} has an account already, and is an administrator now.`)
if (key === null) {
  console.log('The password stays as it is.\n')
} else {
  const origin = env.origin ?? `http://${env.host}:${env.port}`
  console.log(`Choose a password, once and within seven days:\n\n  ${origin}${passwordLink(key)}\n`)
}
