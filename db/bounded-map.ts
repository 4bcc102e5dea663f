/** A map of at most so many entries: the first put in is the first to go, since whatever is asked for often soon comes back. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number

  constructor(most: number) {
    super()
    this.#most = most
  }

  override set(key: Key, value: Value): this {
    if (!this.has(key) && this.size >= this.#most) {
      for (const first of this.keys()) {
        this.delete(first)
        break
      }
    }
    return super.set(key, value)
  }
}
