import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { shorten } from '../../http/query.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader, Section } from '../../ui/page.tsx'
import { sentText } from './matching/sent.server.ts'
import { answerFields, loadFinder } from './opportunities/finder.server.ts'
import { Opportunities } from './opportunities/list.tsx'
import { Questions } from './opportunities/questions.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadFinder(args)
}

export function action(args: ActionFunctionArgs) {
  return sentText(args, answerFields, loadFinder)
}

type Data = Awaited<ReturnType<typeof loader>>

export default function ProgrammeFinder() {
  const loaded = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>() ?? loaded
  const wrong = Object.values(data.errors).some((error) => error !== null)
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={[]} ignored={data.ignored} />
      {wrong && <Wrong errors={data.errors} />}
      {data.found && !wrong ? <Answered data={data} /> : <Questions {...data} />}
      {data.found ? <Opportunities found={data.found} rom={data.rom} /> : !wrong && <HowItWorks />}
    </>
  )
}

/** What was wrong, above the questions, with the way to each. */
function Wrong({ errors }: Pick<Data, 'errors'>) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="mb-3 max-w-[80ch] rounded-sm border-l-4 border-warn bg-warn-tint p-2">
      <p className="font-semibold">{t('finder.errorTitle')}</p>
      <ul>
        {Object.entries(errors).map(
          ([name, error]) =>
            error && (
              <li key={name}>
                <a href={`#vraag-${name}`}>{error}</a>
              </li>
            ),
        )}
      </ul>
      <p>{t('finder.errorKept')}</p>
    </div>
  )
}

/** The answers in short, with the questions folded under them. */
function Answered({ data }: { data: Data }) {
  const { t } = useTranslation()
  const { q } = data.values
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sand p-2">
      <h2 className="text-base">{t('finder.answers')}</h2>
      {q && <p className="break-words">{`“${shorten(q, 300)}”`}</p>}
      {data.summary.length > 0 && <p>{data.summary.join(' · ')}</p>}
      {data.tooLong && <Notice>{t('matching.tooLong')}</Notice>}
      <details className="no-print">
        <summary className="min-h-5 cursor-pointer font-semibold text-action underline">{t('finder.change')}</summary>
        <div className="pt-2">
          <Questions {...data} />
        </div>
      </details>
    </div>
  )
}

function HowItWorks() {
  const { t } = useTranslation()
  const lists = [
    ['/programmas', 'programmes'],
    ['/initiatieven', 'initiatives'],
    ['/oproepen', 'calls'],
    ['/regelingen', 'instruments'],
  ] as const
  return (
    <Section id="zo-werkt-het" title={t('finder.how.title')}>
      <ul className="flex list-disc flex-col gap-1 pl-3">
        <li>{t('finder.how.fit')}</li>
        <li>{t('finder.how.conditions')}</li>
        <li>{t('finder.how.unknown')}</li>
        <li>{t('finder.how.nothingKept')}</li>
      </ul>
      <p className="flex flex-wrap gap-x-2 gap-y-0.5">
        <span>{t('finder.how.lists')}</span>
        {lists.map(([href, key]) => (
          <a key={href} href={href}>
            {t(`common.nav.${key}`)}
          </a>
        ))}
      </p>
    </Section>
  )
}
