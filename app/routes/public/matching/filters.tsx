import type { Options } from './load.server.ts'

/** A choice among few, which a form sends. */
export function Choice({ options }: { options: Options }) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5">
      <span className="font-semibold">{options.label}</span>
      <select name={options.name} defaultValue={options.chosen} className="field min-w-0">
        <option value="">{options.none}</option>
        {options.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
