import { Section } from './page.tsx'
import { PostcodeForm } from './postcode-form.tsx'

/** What an entrepreneur can do now: find the ROM that helps further. */
export function NextStep({ title, help }: { title: string; help: string }) {
  return (
    <Section id="verder" title={title}>
      <p>{help}</p>
      <PostcodeForm />
    </Section>
  )
}
