import { BoundedMap } from '#db/bounded-map.ts'

/** A function that keeps what it gave for the texts it was last asked about: the same few thousand come by again and again. */
export function remember<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const known = new BoundedMap<string, Value>(most)
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = make(text)
    known.set(text, value)
    return value
  }
}
