import type { ReactNode } from 'react'
import type { PersonIntent } from '../../../domain/account/people-forms.ts'
import { Submit } from '../../../ui/form.tsx'

/** One thing that can be done to a person, as a form of one button or of some fields. */
export function OrderForm(props: {
  intent: PersonIntent
  /** What goes along without being seen. */
  hidden?: Record<string, string>
  button: ReactNode
  quiet?: boolean
  children?: ReactNode
}) {
  return (
    <form method="post" className="flex flex-col gap-2">
      <input type="hidden" name="intent" value={props.intent} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <Submit quiet={props.quiet}>{props.button}</Submit>
    </form>
  )
}

/** What one should read about before doing it: it opens first. */
export function Considered({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="max-w-[60ch] rounded-sm border border-line px-2 py-1">
      <summary className="font-semibold text-action">{title}</summary>
      <div className="flex flex-col gap-1 py-1">{children}</div>
    </details>
  )
}
