import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../http/form.server.ts'
import { Notice } from './page.tsx'

const Scope = createContext('')

/** Around a form on a page of more of them, whose fields may have the same names: a label must lead to its own. */
export const FormScope = Scope.Provider

/** The id of a field, in the form that it is in. */
function useFieldId(name: string): string {
  const scope = useContext(Scope)
  return scope ? `veld-${scope}-${name}` : `veld-${name}`
}

/** A text by its code, which may name what was typed; what has no text of its own still says that something is wrong. */
export function useFaultText(faults?: FormFaults | null) {
  const { t, i18n } = useTranslation()
  const known = (code: string) => (i18n.exists(`form.fault.${code}`) ? code : 'wrong')
  return (code: string) => t(`form.fault.${known(code)}` as 'form.fault.wrong', { replace: faults?.values })
}

/**
 * What there is to say of a form, on top of it: what is wrong, with a link to each field; or that it was kept while its sender had
 * to sign in. The reader's focus goes there.
 * @param props.kept as `keptForm` gives it
 */
export function FormNotes(props: {
  faults?: FormFaults | null
  kept?: FormFaults | null
  labels: Record<string, string>
}) {
  const { faults, kept, labels } = props
  const { t } = useTranslation()
  const text = useFaultText(faults)
  const start = useFieldId('')
  if (!faults) return kept ? <KeptNotice /> : null
  return (
    <div
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page was made anew because of this, and starts here
      autoFocus
      className="flex max-w-[60ch] flex-col gap-1 border-l-4 border-warn bg-warn-tint p-2"
    >
      <p className="font-semibold">{t('form.faults')}</p>
      <ul>
        {Object.entries(faults.errors).map(([field, code]) => (
          <li key={field}>
            {field && labels[field] ? (
              <a href={`#${start}${field}`} className="underlined">
                {labels[field]}: {text(code)}
              </a>
            ) : (
              text(code)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function KeptNotice() {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noAutofocus: this is why the reader is on this page again
    <div tabIndex={-1} autoFocus className="max-w-[80ch]">
      <Notice>{t('form.kept')}</Notice>
    </div>
  )
}

interface FieldProps {
  name: string
  label: string
  help?: ReactNode
  faults?: FormFaults | null
  /** What stands in it when nothing was typed yet. */
  value?: string
  /** `sometimes`: its label tells when. */
  required?: boolean | 'sometimes'
}

/** The label above, help before the field, the error beside it. */
function Labelled({ name, label, help, faults, required, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation()
  const text = useFaultText(faults)
  const id = useFieldId(name)
  const error = faults?.errors[name]
  return (
    <div className="flex max-w-[60ch] flex-col gap-0.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {required === false && <span className="font-normal text-muted"> ({t('form.optional')})</span>}
      </label>
      {help && (
        <span id={`${id}-uitleg`} className="text-sm text-muted">
          {help}
        </span>
      )}
      {error && (
        <span id={`${id}-fout`} className="font-semibold text-warn">
          {text(error)}
        </span>
      )}
      {children}
    </div>
  )
}

/** What tells a field from others, and what is said of it. */
function useOwn({ name, help, faults }: FieldProps) {
  const id = useFieldId(name)
  const error = faults?.errors[name]
  const ids = [help && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? (true as const) : undefined }
}

/** A field of one line. */
export function Field(
  props: FieldProps & {
    type?: 'text' | 'email' | 'password' | 'date'
    autoComplete?: string
    inputMode?: 'numeric'
    maxLength?: number
    /** The id of a list of what may be meant. */
    list?: string
    /** Whether the name of an organisation is typed: a script then suggests some. */
    pick?: boolean
  },
) {
  const { name, faults, value, required = true, type = 'text', autoComplete, inputMode, maxLength = 200 } = props
  const { list, pick } = props
  const own = useOwn(props)
  return (
    <Labelled {...props}>
      <input
        name={name}
        type={type}
        required={required === true}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        list={list}
        data-pick-organisation={pick || undefined}
        defaultValue={type === 'password' ? undefined : (faults?.values[name] ?? value)}
        {...own}
        className="field"
      />
    </Labelled>
  )
}

/** A field of more lines. */
export function TextField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { name, faults, value, required = true, rows = 4, maxLength = 5000 } = props
  const own = useOwn(props)
  return (
    <Labelled {...props}>
      <textarea
        name={name}
        rows={rows}
        required={required === true}
        maxLength={maxLength}
        defaultValue={faults?.values[name] ?? value}
        {...own}
        className="field"
      />
    </Labelled>
  )
}

/** One choice of a list. */
export function SelectField(props: FieldProps & { options: { value: string; label: string }[]; none?: string }) {
  const { name, faults, value, required = true, options, none } = props
  const own = useOwn(props)
  return (
    <Labelled {...props}>
      <select
        name={name}
        required={required === true}
        defaultValue={faults?.values[name] ?? value ?? ''}
        {...own}
        className="field"
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** One box to tick; when it is, the form has `ja` under its name. */
export function CheckField(props: Omit<FieldProps, 'help' | 'value'>) {
  const { name, label, faults, required = true } = props
  const text = useFaultText()
  const own = useOwn(props)
  const error = faults?.errors[name]
  return (
    <div className="flex max-w-[60ch] flex-col gap-0.5">
      {error && (
        <span id={`${own.id}-fout`} className="font-semibold text-warn">
          {text(error)}
        </span>
      )}
      <label className="flex min-h-3 items-start gap-1">
        <input
          type="checkbox"
          name={name}
          value="ja"
          required={required === true}
          defaultChecked={faults?.values[name] === 'ja'}
          {...own}
          className="mt-0.5 size-3 shrink-0"
        />
        {label}
      </label>
    </div>
  )
}

/** The one thing a form does, or one of two: then each has a name and a value. */
export function Submit({
  children,
  quiet = false,
  ...own
}: {
  children: ReactNode
  quiet?: boolean
  name?: string
  value?: string
}) {
  return (
    <button type="submit" {...own} className={quiet ? 'button button-quiet self-start' : 'button self-start'}>
      {children}
    </button>
  )
}
