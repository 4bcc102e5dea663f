/**
 * Everything here adds to pages that already work: without this file nothing is lost.
 * Ctrl-K (or ⌘K) and "/" bring one to the search box.
 */
document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
  const combination = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  if (!combination && (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey)) return
  const search = document.querySelector<HTMLInputElement>('input[type="search"][data-search]')
  if (!search) return
  event.preventDefault()
  search.focus()
  search.select()
})
