import { useTranslation } from 'react-i18next'
import { Submit } from '../../../ui/form.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Tag } from '../../../ui/tags.tsx'
import type { ListingView } from './listings.server.ts'
import { listingPath, profilePath } from './paths.ts'

const gone = ({ state }: ListingView) => state === 'expired' || state === 'withdrawn'

/** What an organisation offers and needs, each with who sees it, until when, and the way to change that. */
export function Listings({ listings, slug }: { listings: ListingView[]; slug: string }) {
  const { t } = useTranslation()
  const hidden = listings.filter(gone)
  return (
    <Section id="aanbod-en-vraag" title={t('listing.title')}>
      <p className="max-w-[80ch]">{t('listing.intro')}</p>
      {(['offer', 'need'] as const).map((side) => {
        const shown = listings.filter((one) => one.side === side && !gone(one))
        return (
          <div key={side} className="flex flex-col gap-1">
            <h3 className="text-lg">{t(side === 'offer' ? 'listing.offers' : 'listing.needs')}</h3>
            {shown.length === 0 ? <p>{t(`listing.none.${side}`)}</p> : <Rows rows={shown} slug={slug} />}
            <p>
              <a href={listingPath(slug, side)} className="button button-quiet no-prefetch">
                {t(`listing.add.${side}`)}
              </a>
            </p>
          </div>
        )
      })}
      {hidden.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="text-lg">{t('listing.hidden')}</h3>
          <Rows rows={hidden} slug={slug} />
        </div>
      )}
    </Section>
  )
}

function Rows({ rows, slug }: { rows: ListingView[]; slug: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <ul className="flex max-w-[80ch] flex-col gap-2">
      {rows.map((one) => (
        <li key={one.id} className="flex flex-col gap-0.5 border-l-4 border-line pl-2">
          {one.state === 'ending' && (
            <p>
              <Tag>{t('listing.ending')}</Tag>
            </p>
          )}
          <p lang={one.language !== locale ? one.language : undefined} className="[overflow-wrap:anywhere]">
            {one.text}
          </p>
          <p className="text-sm text-muted">{`${one.seen} · ${one.day}`}</p>
          <div className="flex flex-wrap items-center gap-2">
            <a href={one.href} className="underlined no-prefetch">
              {t('listing.editOne')}
              <About text={one.short} />
            </a>
            {(gone(one) || one.state === 'ending') && (
              <Order slug={slug} one={one} order="renew" label={t(gone(one) ? 'listing.again' : 'listing.renew')} />
            )}
            {!gone(one) && <Order slug={slug} one={one} order="withdraw" label={t('listing.withdraw')} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** One click, and it is done. */
function Order(props: { slug: string; one: ListingView; order: 'renew' | 'withdraw'; label: string }) {
  const { slug, one, order, label } = props
  return (
    <form method="post" action={profilePath(slug)}>
      <input type="hidden" name="doe" value={order} />
      <input type="hidden" name="listing" value={one.id} />
      <Submit quiet>
        {label}
        <About text={one.short} />
      </Submit>
    </form>
  )
}

function About({ text }: { text: string }) {
  const { t } = useTranslation()
  return <span className="sr-only"> {t('listing.of', { text })}</span>
}
