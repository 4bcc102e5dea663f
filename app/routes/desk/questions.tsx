import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { canReviewClaims } from '../../domain/account/policy.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { loadQuestions } from './question/list.server.ts'
import { PassedList, QuestionTable } from './question/list.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadQuestions(args, requireRole(args, canReviewClaims))
}

export default function Questions() {
  const { title, description, crumbs, filters, questions, passed, chrome, count, ignored } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      {filters.map(({ label, options }) => (
        <nav key={label} aria-label={label} className="no-print">
          <ul className="flex flex-wrap items-center gap-x-3">
            <li className="text-sm text-muted">{label}</li>
            {options.map(({ label: name, href, selected }) => (
              <li key={href}>
                <a
                  href={href}
                  aria-current={selected ? 'true' : undefined}
                  className="inline-block border-b-3 border-transparent py-1 aria-[current]:border-action aria-[current]:font-semibold"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
      <p role="status" className="py-1 text-muted">
        {count}
      </p>
      {passed ? (
        <PassedList passed={passed} />
      ) : questions.length > 0 ? (
        <QuestionTable questions={questions} />
      ) : (
        <p>{t('questions.none')}</p>
      )}
      <Pagination chrome={chrome} />
    </>
  )
}
