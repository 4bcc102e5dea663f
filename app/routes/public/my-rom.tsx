import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listRoms, postcodeDigits, romByPostcode } from '../../domain/rom/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { localized } from '../../i18n/locale.ts'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { PostcodeForm } from '../../ui/postcode-form.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { query, t, db } = await openPage(args)
  const postcode = query.text('postcode')?.slice(0, 20) ?? ''
  const digits = postcode ? postcodeDigits(postcode) : null
  const answer = digits ? await romByPostcode(db, digits) : null
  const error = !postcode
    ? undefined
    : digits === null
      ? t('myRom.invalid')
      : answer === null
        ? t('myRom.notFound', { postcode })
        : undefined
  return {
    title: t('myRom.title'),
    description: t('myRom.intro'),
    postcode,
    error,
    answer,
    roms: await listRoms(db),
    ignored: query.ignored,
  }
}

export default function MyRom() {
  const { title, description, postcode, error, answer, roms, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <PostcodeForm postcode={postcode} error={error} />
      {answer && (
        <section
          aria-labelledby="antwoord"
          className="mt-3 flex max-w-[80ch] flex-col gap-1 rounded-md border-l-4 border-action bg-action-tint p-3"
        >
          <h2 id="antwoord" className="text-xl">
            {t('myRom.answer', { postcode, rom: answer.rom.name })}
          </h2>
          <p>{localized(answer.rom, 'summary', locale)}</p>
          <p>
            {answer.area.whole_province === 1
              ? t('myRom.province', { province: answer.area.province })
              : t('myRom.area', { area: answer.area.name, province: answer.area.province })}{' '}
            {answer.provincial &&
              t('myRom.provincial', { province: answer.area.province, rom: answer.provincial.name })}
          </p>
          <p className="flex flex-wrap gap-2 pt-1">
            <a href={`/roms/${answer.rom.slug}`} className="button">
              {t('myRom.page', { rom: answer.rom.name })}
            </a>
            <a href={`/vraag?${new URLSearchParams({ postcode })}`} className="button">
              {t('ask.link')}
            </a>
            {answer.rom.website && (
              <a href={answer.rom.website} rel="external noopener" className="button button-quiet">
                {t('myRom.visit')}
              </a>
            )}
          </p>
          <p className="text-sm text-muted">{t('myRom.border')}</p>
        </section>
      )}
      <Section id="roms" title={t('common.nav.roms')}>
        <ul className="grid gap-x-3 sm:grid-cols-2 lg:grid-cols-3">
          {roms.map((rom) => (
            <li key={rom.id} className="border-b border-line py-1">
              <a href={`/roms/${rom.slug}`} className="font-semibold">
                {rom.name}
              </a>
              <p className="text-sm text-muted">{rom.areas.map((area) => area.name).join(', ')}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
