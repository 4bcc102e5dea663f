import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import type { ApiOperation, ApiPage } from './load.server.ts'

/** A request that can be clicked, with the answer it has now. */
export function ExampleAnswer({ example, wrong }: { example: ApiPage['error']; wrong?: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <p className="max-w-none border-b border-line bg-sand px-2 py-1 text-sm">
        <span className="pr-1 font-semibold">{example.sent === null ? 'GET' : 'POST'}</span>
        {wrong || example.sent !== null ? (
          <code className="wrap-anywhere">{example.path}</code>
        ) : (
          <a href={example.path} className="no-prefetch wrap-anywhere">
            <code>{example.path}</code>
          </a>
        )}
      </p>
      {example.sent !== null && (
        <div className="border-b border-line">
          <p className="px-2 pt-1 text-sm">{t('api.sent')}</p>
          <ScrollRegion label={`${t('api.sent')} ${example.path}`}>
            <pre className="p-2 text-sm">{example.sent}</pre>
          </ScrollRegion>
        </div>
      )}
      <ScrollRegion label={t('api.answerTo', { path: example.path })} className="max-h-[480px] overflow-y-auto">
        <pre className="p-2 text-sm">{example.answer}</pre>
      </ScrollRegion>
    </div>
  )
}

/** One address of the API: what it gives, what may be asked of it, and an example. */
export function Operation({ operation }: { operation: ApiOperation }) {
  const { t } = useTranslation()
  return (
    <article aria-labelledby={operation.id} className="flex flex-col gap-1 rounded-md border border-line p-2">
      <h4 id={operation.id} className="flex flex-wrap items-baseline gap-1">
        <span className="rounded-sm bg-action-tint px-1 text-sm font-semibold text-action">{operation.method}</span>
        <code className="text-base wrap-anywhere">{operation.path}</code>
      </h4>
      <p>{operation.text}</p>
      {operation.parameters.length > 0 ? (
        <table className="table">
          <caption className="sr-only">{`${t(operation.method === 'POST' ? 'api.fields' : 'api.parameters')} ${operation.path}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t('api.parameterWord')}</th>
              <th scope="col" className="w-full">
                {t('api.meaning')}
              </th>
            </tr>
          </thead>
          <tbody>
            {operation.parameters.map((parameter) => (
              <tr key={parameter.name}>
                <th scope="row">
                  <code>{parameter.name}</code>
                </th>
                <td>
                  {parameter.text}
                  <div className="text-muted">
                    {parameter.words}
                    {parameter.values?.map((value, index) => (
                      <span key={value}>
                        {index > 0 && ', '}
                        <code className="wrap-anywhere">{value}</code>
                      </span>
                    ))}
                    {parameter.standard && ` (${parameter.standard})`}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-sm text-muted">{t('api.noParameters')}</p>
      )}
      <Try operation={operation} />
    </article>
  )
}

function Try({ operation }: { operation: ApiOperation }) {
  const { t } = useTranslation()
  const { example } = operation
  if (operation.id === 'getDocument') {
    return (
      <p className="text-sm">
        {`${t('api.tryIt')}: `}
        <a href={operation.path} className="no-prefetch">
          <code>{operation.path}</code>
        </a>
      </p>
    )
  }
  if (!example) return <p className="text-sm text-muted">{t('api.noExample')}</p>
  return (
    <details className="text-sm">
      <summary className="py-0.5 text-action">
        {t('api.showAnswer')} <code className="wrap-anywhere">{example.path}</code>
      </summary>
      <ExampleAnswer example={example} />
    </details>
  )
}
