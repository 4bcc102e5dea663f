/**
 * Everything here adds to pages that already work: without this file nothing is lost.
 * Ctrl-K (or ⌘K) and "/" bring one to the search box; suggestions for it load when it is first used.
 */
const box = document.querySelector<HTMLInputElement>('input[type="search"][data-search]')

document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
  const combination = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  if (!combination && (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey)) return
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
})

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
  const suggest = async () => {
    const { enhance } = await import('./ui/typeahead.tsx')
    enhance(input)
  }
  if (document.activeElement === input) void suggest()
  else input.addEventListener('focus', () => void suggest(), { once: true })
}

for (const board of document.querySelectorAll<HTMLElement>('[data-board]')) {
  void import('./ui/board.ts').then(({ makeDraggable }) => makeDraggable(board))
}
