/**
 * Lets the cards of a board be dragged to the columns that their own forms lead to: dropping one sends that form, so that the server decides
 * as it does without a script. A card that can be finished goes on to where its outcome is filled in.
 */
export function makeDraggable(board: HTMLElement): void {
  let held: HTMLElement | null = null
  for (const card of board.querySelectorAll<HTMLElement>('[data-card]')) {
    if (!card.querySelector('form[data-to]') && !card.dataset.closes) continue
    card.draggable = true
    card.classList.add('cursor-grab')
    card.addEventListener('dragstart', (event) => {
      held = card
      event.dataTransfer?.setData('text/plain', card.dataset.card ?? '')
    })
    card.addEventListener('dragend', () => {
      held = null
      for (const column of board.querySelectorAll('[data-column]')) column.classList.remove('outline-2')
    })
  }
  for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
    const name = column.dataset.column
    const formOf = (card: HTMLElement | null) => card?.querySelector<HTMLFormElement>(`form[data-to="${name}"]`)
    const takes = (card: HTMLElement | null) => Boolean(formOf(card) ?? (name === 'closed' && card?.dataset.closes))
    column.addEventListener('dragover', (event) => {
      if (!takes(held)) return
      event.preventDefault()
      column.classList.add('outline-2')
    })
    column.addEventListener('dragleave', () => column.classList.remove('outline-2'))
    column.addEventListener('drop', (event) => {
      const card = held
      if (!card || !takes(card)) return
      event.preventDefault()
      const form = formOf(card)
      // The button says which move it is.
      if (form) form.requestSubmit(form.querySelector('button'))
      else location.assign(card.dataset.closes ?? '')
    })
  }
}
