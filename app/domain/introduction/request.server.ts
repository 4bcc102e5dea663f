import type { Db } from '#db/client.ts'
import type { Scope } from '../account/policy.ts'
import { tellStaff } from './mails.server.ts'
import { chosenOf, speakersOf } from './parties.server.ts'
import { isMade } from './policy.ts'
import { findIntroduction, type Introduction, listIntroductions } from './queries.server.ts'
import { draftIntroduction } from './write.server.ts'

const all: Scope = null

/** Asks a ROM, for an organisation that somebody manages, to introduce it; the same that waits already is not asked twice. Call it within `write`. */
export async function requestIntroduction(
  trx: Db,
  asked: { romId: string; accountId: string; organisations: string[]; message: string },
  now: Date,
): Promise<void> {
  const { accountId, organisations, ...own } = asked
  const [first, second] = organisations
  const waiting = await listIntroductions(trx, all, { mine: null, organisation: first, states: ['requested'] })
  if (waiting.some(({ parties }) => parties.some(({ organisation_id }) => organisation_id === second))) return
  const draft = { ...own, organisations, adviserId: null, requestedBy: accountId }
  const id = await draftIntroduction(trx, draft, accountId, now)
  const introduction = (await findIntroduction(trx, id, all)) as Introduction
  const workers = { rom_id: asked.romId, adviser_id: introduction.parties[0]?.adviser_id ?? null }
  await tellStaff(trx, introduction, workers, { template: 'introductionRequested' }, now)
}

/**
 * The introductions of an organisation as its own people see them: not what a ROM is only thinking of; and whom to speak to at the others once
 * all have consented.
 */
export async function introductionsOfOwn(db: Db, organisationId: string) {
  const rows = await listIntroductions(db, all, {
    mine: null,
    organisation: organisationId,
    states: ['requested', 'consent', 'introduced', 'talking', 'closed', 'declined'],
  })
  return Promise.all(
    rows
      // What its own side asked for, or agreed to; of a no before that, the organisation never heard.
      .filter(({ parties, state }) => {
        const own = parties.find((party) => party.organisation_id === organisationId)
        return state !== 'declined' || own?.consent !== 'none'
      })
      .map(async ({ id, state, channel, rom, parties }) => ({
        id,
        state,
        rom,
        others: await Promise.all(
          parties
            .filter((party) => party.organisation_id !== organisationId)
            .map(async (party) => ({
              ...{ slug: party.slug, name: party.name, name_en: party.name_en },
              person:
                isMade(state) && channel === 'portal' && party.consent === 'given'
                  ? (chosenOf(await speakersOf(db, party.organisation_id), party) ?? null)
                  : null,
            })),
        ),
      })),
  )
}
