import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { recordedForm } from '../../../auth/record.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { termForms } from '../../../domain/taxonomy/forms.ts'
import { editTerm, listTerms, type Term } from '../../../domain/taxonomy/terms.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found } from '../../../http/responses.ts'
import { localized } from '../../../i18n/locale.ts'
import { termPath } from './places.ts'

/** @throws a 404 for a term that is not there */
async function termOf({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<Term> {
  const terms = await listTerms(context.db)
  const tables = { themas: 'theme', technologieen: 'technology' }
  return found(
    terms.find(({ table, slug }) => table === tables[params.soort as keyof typeof tables] && slug === params.slug),
  )
}

/** One theme or technology, to be edited. */
export async function loadTerm(args: LoaderFunctionArgs) {
  const { query, locale, t } = await openPage(args)
  const term = await termOf(args)
  return {
    title: localized(term, 'name', locale),
    description: t(`administration.taxonomy.one.${term.kind}`),
    term,
    done: query.choice('gedaan', ['opgeslagen']) !== null,
    ignored: query.ignored,
  }
}

/**
 * Changes the texts of a theme or technology.
 * @returns what is wrong with the form
 * @throws the redirect that follows when it is done
 */
export async function changeTerm(args: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const term = await termOf(args)
  const { data, refusal } = await parseForm(args.request, termForms[term.table])
  if (!data) return refusal
  const { result: taken, refusal: refusedNow } = await recordedForm(args.context, actor.id, { ...data }, (trx) =>
    editTerm(trx, term, data, actor.id),
  )
  if (refusedNow) return refusedNow
  if (taken) return refused(taken, 'nameTaken', { ...data })
  throw redirect(`${termPath(term)}?gedaan=opgeslagen`, 303)
}
