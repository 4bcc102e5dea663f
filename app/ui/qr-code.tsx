import { encode } from 'uqr'

/** A QR code, black on white in the dark too: a camera reads it by that. The rim of four belongs to it (ISO 18004). */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 })
  const lines = data.map((row) => row.map((dark) => (dark ? '#' : ' ')).join(''))
  const dark = lines.flatMap((line, y) =>
    [...line.matchAll(/#+/g)].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-28 max-w-full"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
