import { PageHeader, Section } from './page.tsx'

/** A page of plain text in parts. */
export function ProsePage(props: {
  title: string
  intro: string
  ignored: string[]
  parts: { id: string; title: string; text: string | string[] }[]
}) {
  return (
    <article>
      <PageHeader title={props.title} intro={props.intro} crumbs={[]} ignored={props.ignored} />
      {props.parts.map(({ id, title, text }) => (
        <Section key={id} id={id} title={title}>
          {Array.isArray(text) ? (
            <ul className="flex list-disc flex-col gap-0.5 pl-3">
              {text.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : (
            <p>{text}</p>
          )}
        </Section>
      ))}
    </article>
  )
}
