import { z } from 'zod'
import { oneLine } from '../forms/texts.ts'

const line = (fault: string, most: number) =>
  oneLine.pipe(
    z
      .string()
      .min(1, fault)
      .max(most, 'tooLong')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
      .regex(/^[^\u0000-\u001f\u007f-\u009f<>]*$/, fault),
  )
const name = line('name', 100)
const summary = line('summary', 400)

const technologyForm = z.strictObject({ name_nl: name, name_en: name })
const themeForm = technologyForm.extend({ summary_nl: summary, summary_en: summary })

/** What can be edited of a theme and of a technology; never how it is known in addresses. */
export const termForms = { theme: themeForm, technology: technologyForm }
export type TermTexts = z.output<typeof technologyForm> & Partial<z.output<typeof themeForm>>
