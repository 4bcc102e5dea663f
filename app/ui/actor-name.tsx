import { useTranslation } from 'react-i18next'
import type { ActorName as Named } from '../domain/account/types.ts'

/** Who did something: by name, also when that is taken away by now. With an address, the name leads there. */
export function ActorName({ who, href }: { who: Named | null; href?: string }) {
  const { t } = useTranslation()
  if (!who || (who.person && who.name === null)) {
    return <span className="text-muted">{t('administration.forgotten')}</span>
  }
  if (!who.person) return <span className="text-muted">{t('administration.byItself')}</span>
  return href ? <a href={href}>{who.name}</a> : who.name
}
