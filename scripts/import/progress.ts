const width = 28
const barEvery = 100
const lineEvery = 3000

/** Where progress is shown: a terminal, or a file that somebody reads later. */
export interface Screen {
  isTTY?: boolean
  write(text: string): unknown
}

/** Told how far a step is; `end` leaves the screen tidy. */
export interface Progress {
  step(name: string, done: number, total: number): void
  end(): void
}

function bar(share: number): string {
  const full = Math.round(share * width)
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`
}

/** A bar that moves on a terminal; elsewhere a line every few seconds. Shows each step's share of its total. */
export function showProgress(screen: Screen, now: () => number = Date.now): Progress {
  let shown = Number.NEGATIVE_INFINITY
  let current = ''
  return {
    step(name, done, total) {
      const share = total > 0 ? Math.min(done / total, 1) : 1
      const turn = name !== current || share === 1 || now() - shown >= (screen.isTTY ? barEvery : lineEvery)
      if (!turn) return
      const percent = `${String(Math.floor(share * 100)).padStart(3)}%`
      if (screen.isTTY) screen.write(`\r\u001b[K${bar(share)} ${percent} ${name}`)
      else screen.write(`${percent} ${name}\n`)
      shown = now()
      current = name
    },
    end() {
      if (screen.isTTY && current !== '') screen.write('\r\u001b[K')
    },
  }
}
