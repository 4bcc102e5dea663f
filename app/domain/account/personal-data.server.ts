import type { Db } from '#db/client.ts'
import { questionsOf } from '../question/forget.server.ts'

/**
 * All that is kept about a person (AVG, articles 15 and 20), as it stands: for the person, and for nobody else. Hashes and keys are not
 * in it, only that they are there; other people are not in it either.
 */
export async function personalData(db: Db, accountId: string) {
  const account = await db.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow()
  const [roles, memberships, invitations, deputies, standsInFor, sessions, identities, links, codes, mail, changes] =
    await Promise.all([
      db
        .selectFrom('account_role as r')
        .leftJoin('rom', 'rom.id', 'r.rom_id')
        .select(['r.role', 'rom.name as rom', 'r.granted_at', 'r.revoked_at'])
        .where('r.account_id', '=', accountId)
        .orderBy('r.granted_at')
        .execute(),
      db
        .selectFrom('organisation_member as m')
        .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
        .select([
          'o.name as organisation',
          'm.role',
          'm.asked_at',
          'm.note',
          'm.confirmed_at',
          'm.ended_at',
          'm.reason',
        ])
        .where('m.account_id', '=', accountId)
        .orderBy('m.asked_at')
        .execute(),
      db
        .selectFrom('member_invitation as i')
        .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
        .select(['o.name as organisation', 'i.role', 'i.name', 'i.email', 'i.invited_at', 'i.expires_at'])
        .where('i.email', '=', account.email)
        .orderBy('i.invited_at')
        .execute(),
      deputyDays(db, 'account_id', accountId),
      deputyDays(db, 'deputy_id', accountId),
      db
        .selectFrom('session')
        .select(['agent', 'created_at', 'used_at', 'expires_at', 'ends_at'])
        .where('account_id', '=', accountId)
        .orderBy('created_at')
        .execute(),
      db
        .selectFrom('account_identity')
        .select(['issuer', 'subject', 'linked_at'])
        .where('account_id', '=', accountId)
        .orderBy('linked_at')
        .execute(),
      db
        .selectFrom('sign_in_token')
        .select(['purpose', 'email', 'created_at', 'expires_at'])
        .where('account_id', '=', accountId)
        .orderBy('created_at')
        .execute(),
      db.selectFrom('recovery_code').select('hash').where('account_id', '=', accountId).execute(),
      db
        .selectFrom('mail')
        .select(['template', 'locale', 'created_at', 'sent_at', 'failed_at'])
        .where((eb) =>
          eb.or([eb('account_id', '=', accountId), ...(account.email ? [eb('address', '=', account.email)] : [])]),
        )
        .orderBy('id')
        .execute(),
      db
        .selectFrom('audit_entry')
        .select(['at', 'action', 'noun', 'row_id', 'before', 'after'])
        .where('actor_id', '=', accountId)
        .orderBy('id')
        .execute(),
    ])
  return {
    account: {
      id: account.id,
      email: account.email,
      name: account.name,
      locale: account.locale,
      hasPassword: account.password_hash !== null,
      verified_at: account.verified_at,
      twoFactorSince: account.totp_confirmed_at,
      recoveryCodesLeft: codes.length,
      created_at: account.created_at,
      updated_at: account.updated_at,
    },
    roles,
    memberships,
    questions: await questionsOf(db, { id: accountId, email: account.verified_at ? account.email : null })
      .select(['q.kind', 'q.asked_at', 'rom.name as rom', 'q.state', 'q.text', 'q.organisation_name', 'q.postcode'])
      .select(['p.name', 'p.email'])
      .execute(),
    askedAbout: await db
      .selectFrom('contact as c')
      .innerJoin('rom', 'rom.id', 'c.rom_id')
      .leftJoin('theme', 'theme.id', 'c.theme_id')
      .select(['rom.name as rom', 'theme.name_nl as theme', 'c.set_at'])
      .where((eb) => eb.or([eb('c.account_id', '=', accountId), eb('c.deputy_id', '=', accountId)]))
      .execute(),
    invitations,
    deputies,
    standsInFor,
    sessions,
    identities,
    links,
    mail,
    changes: changes.map(({ before, after, ...change }) => ({
      ...change,
      before: before === null ? null : JSON.parse(before),
      after: after === null ? null : JSON.parse(after),
    })),
  }
}

/** The days on which somebody else stands in, or on which this person does. */
function deputyDays(db: Db, side: 'account_id' | 'deputy_id', accountId: string) {
  return db
    .selectFrom('deputy')
    .select(['from_on', 'until_on', 'created_at', 'ended_at'])
    .where(side, '=', accountId)
    .orderBy('from_on')
    .execute()
}
