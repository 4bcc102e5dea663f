import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerHeaders } from '../../http/headers.server.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { askAction } from './ask/action.server.ts'
import { Check } from './ask/check.tsx'
import { AboutNotice, AskForm } from './ask/form.tsx'
import { loadAsk } from './ask/load.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export function loader(args: LoaderFunctionArgs) {
  return loadAsk(args)
}

export async function action(args: ActionFunctionArgs) {
  const { refusal, check, values } = await askAction(args)
  return data(
    { faults: refusal?.faults ?? null, check, values },
    { status: refusal?.status ?? 200, headers: refusal?.headers },
  )
}

export default function Ask() {
  const { title, description, about, asMember, prefilled, themes, ignored } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      {sent?.check ? (
        <Check check={sent.check} themes={themes} />
      ) : (
        <div className="flex flex-col gap-2">
          {about && <AboutNotice about={about} />}
          {asMember && (
            <p>
              <a href={asMember} className="button">
                {t('ask.asMember')}
              </a>
            </p>
          )}
          <AskForm
            about={about}
            prefilled={prefilled}
            themes={themes}
            faults={sent?.faults ?? null}
            values={sent?.values ?? null}
          />
        </div>
      )}
    </>
  )
}
