import type { ReactNode } from 'react'
import type { FormFaults } from '../http/form.server.ts'
import { useFaultText } from './form.tsx'

interface Choice {
  value: string
  label: string
  /** One sentence about what choosing it means. */
  help?: string
}

interface Props {
  name: string
  label: string
  help?: string
  faults?: FormFaults | null
  /** The values chosen so far, with commas. */
  value: string
}

/** The question above, help before the choices, the error beside them. */
function Group({ name, label, help, faults, children }: Omit<Props, 'value'> & { children: ReactNode }) {
  const text = useFaultText(faults)
  const error = faults?.errors[name]
  const ids = [help && `veld-${name}-uitleg`, error && `veld-${name}-fout`].filter(Boolean).join(' ')
  return (
    <fieldset className="flex max-w-[60ch] min-w-0 flex-col gap-0.5" aria-describedby={ids || undefined}>
      <legend className="font-semibold">{label}</legend>
      {help && (
        <span id={`veld-${name}-uitleg`} className="text-sm text-muted">
          {help}
        </span>
      )}
      {error && (
        <span id={`veld-${name}-fout`} className="font-semibold text-warn">
          {text(error)}
        </span>
      )}
      {children}
    </fieldset>
  )
}

function Box(props: { type: 'checkbox' | 'radio'; id: string; name: string; choice: Choice; chosen: boolean }) {
  const { type, id, name, choice, chosen } = props
  const helpId = choice.help && `${id}-uitleg`
  return (
    <div>
      <label className="flex min-h-3 items-start gap-1">
        <input
          id={id}
          type={type}
          name={name}
          value={choice.value}
          defaultChecked={chosen}
          required={type === 'radio'}
          aria-describedby={helpId}
          className="mt-0.5 size-3 shrink-0"
        />
        {choice.label}
      </label>
      {choice.help && (
        <p id={helpId} className="pl-4 text-sm text-muted">
          {choice.help}
        </p>
      )}
    </div>
  )
}

/** Any of some choices; the form has them as a list, under the name with "[]". Groups have a heading of their own. */
export function ChoicesField({ groups, ...props }: Props & { groups: { label?: string; choices: Choice[] }[] }) {
  const { name, faults, value } = props
  // A form in which no box was ticked has nothing under its name.
  const chosen = (faults ? (faults.values[`${name}[]`] ?? '') : value).split(',')
  const first = groups[0]?.choices[0]?.value
  return (
    <Group {...props}>
      {groups.map(({ label, choices }) => (
        <div key={label ?? name} className="flex flex-col">
          {label && <p className="pt-0.5 text-sm text-muted">{label}</p>}
          {choices.map((choice) => (
            <Box
              key={choice.value}
              type="checkbox"
              id={choice.value === first ? `veld-${name}` : `veld-${name}-${choice.value}`}
              name={`${name}[]`}
              choice={choice}
              chosen={chosen.includes(choice.value)}
            />
          ))}
        </div>
      ))}
    </Group>
  )
}

/** One of a few choices, each with what it means. */
export function RadioField({ choices, ...props }: Props & { choices: Choice[] }) {
  const { name, faults, value } = props
  const chosen = faults?.values[name] ?? value
  return (
    <Group {...props}>
      {choices.map((choice, at) => (
        <Box
          key={choice.value}
          type="radio"
          id={at === 0 ? `veld-${name}` : `veld-${name}-${choice.value}`}
          name={name}
          choice={choice}
          chosen={chosen === choice.value}
        />
      ))}
    </Group>
  )
}
