/** A function that keeps what it gave for the texts it was last asked about: the same few thousand come by again and again. */
export function remember<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = make(text)
    // The first put in is the first to go: whatever is asked for often soon comes back.
    if (known.size >= most) known.delete(known.keys().next().value ?? '')
    known.set(text, value)
    return value
  }
}
