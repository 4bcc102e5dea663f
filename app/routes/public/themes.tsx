import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listThemes } from '../../domain/theme/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { ThemeCard } from '../../ui/theme-card.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  return {
    title: t('lists.themes.title'),
    description: t('lists.themes.intro'),
    themes: await listThemes(db),
    ignored: query.ignored,
  }
}

export default function Themes() {
  const { title, description, themes, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      {(['transition', 'challenge'] as const).map((kind) => (
        <Section key={kind} id={kind} title={t(`common.themeKind.${kind}`)}>
          <CardGrid
            wide={2}
            rows={themes.filter((theme) => theme.kind === kind)}
            card={(theme) => <ThemeCard theme={theme} />}
          />
        </Section>
      ))}
    </>
  )
}
