import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Suggestions } from '../domain/search/types.ts'

const pauseMs = 120
const shortest = 2

const client = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false } },
})

/**
 * Gives a search box suggestions. The box stays the plain one that the server made: whoever types faster than this loads, or has no
 * connection, loses nothing, and Enter always searches.
 */
export function enhance(input: HTMLInputElement): void {
  const place = document.createElement('div')
  input.form?.append(place)
  createRoot(place).render(
    <QueryClientProvider client={client}>
      <Typeahead input={input} />
    </QueryClientProvider>,
  )
}

async function ask(q: string, signal: AbortSignal): Promise<Suggestions> {
  const answer = await fetch(`/api/suggest?${new URLSearchParams({ q })}`, { signal })
  if (!answer.ok) throw new Error(`suggestions: ${answer.status}`)
  return answer.json()
}

/** What is in the box, once the typing pauses. */
function useTyped(input: HTMLInputElement): string {
  const [typed, setTyped] = useState('')
  useEffect(() => {
    let timer: number | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setTyped(input.value), pauseMs)
    }
    // What was typed while this loaded may be half a word: it waits for a pause too.
    wait()
    input.addEventListener('input', wait)
    return () => {
      clearTimeout(timer)
      input.removeEventListener('input', wait)
    }
  }, [input])
  return typed.trim()
}

/** The list under the box, as the combobox pattern of the ARIA Authoring Practices has it. */
function Typeahead({ input }: { input: HTMLInputElement }) {
  const id = useId()
  const q = useTyped(input)
  const [open, setOpen] = useState(document.activeElement === input)
  const [active, setActive] = useState(-1)
  const { data } = useQuery({
    queryKey: ['suggestions', q],
    queryFn: ({ signal }) => ask(q, signal),
    enabled: open && q.length >= shortest,
    placeholderData: keepPreviousData,
  })
  const all = data?.all ? [{ path: `/zoeken?${new URLSearchParams({ q })}`, label: data.all }] : []
  const paths = [
    ...(data?.groups.flatMap(({ items }) => items.map(({ path }) => path)) ?? []),
    ...all.map(({ path }) => path),
  ]
  const shown = open && q.length >= shortest && paths.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions, so nothing is chosen among them yet
  useEffect(() => setActive(-1), [data])
  useEffect(() => {
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': `${id}list`,
      'aria-expanded': String(shown),
      'aria-activedescendant': shown && active >= 0 ? `${id}${active}` : '',
    }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    if (active >= 0) document.getElementById(`${id}${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [input, id, shown, active])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        event.preventDefault()
        setOpen(true)
        // One more place than there are suggestions: back in the box itself.
        setActive((current) => ((current + 1 + step + paths.length + 1) % (paths.length + 1)) - 1)
      } else if (event.key === 'Escape' && shown) {
        event.preventDefault()
        setOpen(false)
        setActive(-1)
      } else if (event.key === 'Enter' && shown && paths[active]) {
        event.preventDefault()
        location.assign(paths[active])
      }
    }
    const onInput = () => setOpen(true)
    const onBlur = () => setOpen(false)
    input.addEventListener('keydown', onKey)
    input.addEventListener('input', onInput)
    input.addEventListener('focus', onInput)
    input.addEventListener('blur', onBlur)
    return () => {
      input.removeEventListener('keydown', onKey)
      input.removeEventListener('input', onInput)
      input.removeEventListener('focus', onInput)
      input.removeEventListener('blur', onBlur)
    }
  })

  let index = -1
  const option = (path: string) => {
    index++
    return {
      id: `${id}${index}`,
      role: 'option' as const,
      'aria-selected': index === active,
      href: path,
      tabIndex: -1,
      className: 'suggestion',
    }
  }
  return (
    <>
      <p role="status" className="sr-only">
        {open && q.length >= shortest ? data?.status : ''}
      </p>
      {/* Pressing the mouse must not take the focus from the box, or the list would be gone before the click. */}
      <div
        id={`${id}list`}
        role="listbox"
        tabIndex={-1}
        aria-label={input.labels?.[0]?.textContent ?? ''}
        hidden={!shown}
        className="suggestions"
        onMouseDown={(event) => event.preventDefault()}
      >
        {data?.groups.map(({ type, title, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset would be one of fields
          <div key={type} role="group" aria-labelledby={`${id}${type}`}>
            <p id={`${id}${type}`} role="presentation" className="suggestion-group">
              {title}
            </p>
            {items.map(({ path, name, detail, example }) => (
              <a key={path} {...option(path)}>
                <span className="suggestion-name">
                  {name.map(({ text, match }, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other key
                    match ? <mark key={at}>{text}</mark> : text,
                  )}
                </span>
                <span className="suggestion-detail">{[detail, example].filter(Boolean).join(' · ')}</span>
              </a>
            ))}
          </div>
        ))}
        {all.map(({ path, label }) => (
          <a key={path} {...option(path)}>
            {label}
          </a>
        ))}
      </div>
    </>
  )
}
