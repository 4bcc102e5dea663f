import { useTranslation } from 'react-i18next'
import type { BoardColumn } from '../../../domain/introduction/types.ts'
import { ExampleTag } from '../../../ui/tags.tsx'
import type { Card } from './card.server.ts'

/** Introductions by how they stand. A card is moved with its form, by keyboard or mouse; a script lets it be dragged too. */
export function Board({ columns }: { columns: { column: BoardColumn; cards: Card[] }[] }) {
  const { t } = useTranslation()
  return (
    <div data-board className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
      {columns.map(({ column, cards }) => (
        <section
          key={column}
          aria-labelledby={`kolom-${column}`}
          data-column={column}
          className="flex min-w-0 flex-col gap-1 rounded-sm bg-sand p-1 outline-action"
        >
          <h2 id={`kolom-${column}`} className="text-base font-semibold">
            {t(`introduction.column.${column}`)} <span className="font-normal text-muted">({cards.length})</span>
          </h2>
          {cards.length === 0 && <p className="text-sm text-muted">{t('introduction.emptyColumn')}</p>}
          <ul className="flex flex-col gap-1">
            {cards.map((card) => (
              <li key={card.id}>
                <IntroductionCard card={card} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function IntroductionCard({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { id, version, state, names, roms, example, waitsFor, due, late, introduced, moves, closes } = card
  const href = `/werk/introducties/${id}`
  return (
    <article
      data-card={id}
      data-closes={closes ? `${href}#afloop` : undefined}
      className="flex flex-col gap-0.5 rounded-sm border border-line bg-paper p-1"
    >
      <h3 className="text-base break-words">
        <a href={href}>{names.join(' – ')}</a>
      </h3>
      <p className="flex flex-wrap gap-1 text-sm text-muted">
        {roms} {example && <ExampleTag />}
      </p>
      {['requested', 'declined', 'withdrawn'].includes(state) && (
        <p className="text-sm">{t(`introduction.state.${state}`)}</p>
      )}
      {waitsFor && <p className="text-sm">{t('introduction.waitsFor', { names: waitsFor })}</p>}
      {due && (
        <p className={`text-sm ${late ? 'font-semibold text-warn' : 'text-muted'}`}>
          {t(late ? 'introduction.late' : 'introduction.due', { date: due })}
        </p>
      )}
      {introduced && <p className="text-sm text-muted">{t('introduction.introducedOn', { date: introduced })}</p>}
      {closes && (
        <p className="text-sm">
          <a href={`${href}#afloop`} className="inline-block py-0.5">
            {t('introduction.recordOutcome')} <span className="sr-only">{names.join(' – ')}</span>
          </a>
        </p>
      )}
      {moves.map(({ column, to }) => (
        <form key={to} method="post" data-to={column}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <button type="submit" name="to" value={to} className="button button-quiet text-sm">
            {t(`introduction.move.${to}`)} <span className="sr-only">{names.join(' – ')}</span>
          </button>
        </form>
      ))}
    </article>
  )
}
