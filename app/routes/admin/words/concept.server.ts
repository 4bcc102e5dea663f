import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Concept, inCapitalsOnly, languages } from '#search/lexicon/lexicon.ts'
import { ownWords } from '#search/lexicon/live.ts'
import { faultOf } from '#search/lexicon/own-word.ts'
import { rebuildAsked } from '#search/outbox.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { wordForm, wordIntents } from '../../../domain/lexicon/forms.ts'
import { addWord, endWord, wordsOfConcept } from '../../../domain/lexicon/words.server.ts'
import { listTechnologies } from '../../../domain/reference/queries.server.ts'
import { listThemes } from '../../../domain/theme/queries.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found, notFound } from '../../../http/responses.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { localized } from '../../../i18n/locale.ts'

type Args = Pick<LoaderFunctionArgs, 'params' | 'context'>

function conceptOf({ params, context }: Args): Concept {
  return found(context.lexicon.files.concepts.find(({ id }) => id === params.id))
}

/** One concept of the lexicon: how it is said, what is around it, and what was added to it. */
export async function loadConcept(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const { context } = args
  const concept = conceptOf(args)
  const { concepts } = context.lexicon.files
  const name = concept[locale][0] ?? concept.id
  const [words, themes, technologies, asked, answer] = await Promise.all([
    wordsOfConcept(db, concept.id),
    listThemes(db),
    listTechnologies(db),
    rebuildAsked(db),
    // By another order than relevance, only what has all of it is counted.
    context.search.find({
      text: name,
      filter: {},
      types: ['organisation'],
      sort: 'name',
      language: locale,
      limit: 0,
      offset: 0,
      facets: false,
    }),
  ])
  const named = (ids: (one: Concept) => boolean) =>
    concepts
      .filter(ids)
      .map((one) => ({ id: one.id, name: one[locale][0] ?? one.id }))
      .sort((a, b) => a.name.localeCompare(b.name, locale))
  const namesOf = <Row extends { id: string; name_nl: string; name_en: string }>(rows: Row[], ids: string[]) =>
    rows.filter(({ id }) => ids.includes(id)).map((row) => localized(row, 'name', locale))
  return {
    title: name,
    labels: languages.map((language) => ({
      language,
      labels: concept[language].map((label) => ({ label, capitals: inCapitalsOnly(label) })),
    })),
    broader: named(({ id }) => concept.broader.includes(id)),
    narrower: named(({ broader }) => broader.includes(concept.id)),
    themes: namesOf(themes, concept.themes),
    technologies: namesOf(technologies, concept.technologies),
    file: t(`administration.words.files.${concept.file}` as 'common.all'),
    organisations: answer?.total ?? null,
    words,
    asked,
    done: query.choice('gedaan', wordIntents),
    ignored: query.ignored,
  }
}

export type ConceptView = Awaited<ReturnType<typeof loadConcept>>

/**
 * Adds a word to a concept, or takes one off.
 * @returns what is wrong with the form
 * @throws the redirect that follows when it is done; a 404 for a concept or a word that is not there
 */
export async function changeWords(args: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const { request, context } = args
  const concept = conceptOf(args)
  const { data, refusal } = await parseForm(request, wordForm)
  if (!data) return refusal
  const now = context.now().toISOString()
  const locale = await localeOf(request)
  const given = data.intent === 'add' ? { ...data } : {}
  const { result: wrong, refusal: refusedNow } = await recordedForm(context, actor.id, given, async (trx) => {
    if (data.intent === 'end') {
      if (!(await endWord(trx, { id: data.word, concept: concept.id }, actor.id, now))) throw notFound()
      return null
    }
    const { intent: _intent, ...typed } = data
    const word = { concept: concept.id, ...typed }
    const fault = faultOf(context.lexicon.files.concepts, await ownWords(trx), word)
    if (!fault) await addWord(trx, word, actor.id, now)
    const values: Record<string, string> = typed
    if (fault?.code === 'wordTaken') values.taken = fault.by[locale][0] ?? fault.by.id
    return fault && refused('label', fault.code, values)
  })
  if (refusedNow) return refusedNow
  if (wrong) return wrong
  throw redirect(`/beheer/woorden/${concept.id}?gedaan=${data.intent}`, 303)
}
