import { z } from 'zod'

/** A text on one line: blanks of any kind are one space, and letters with marks have one form. Pipe it into what it must be. */
export const oneLine = z.string().transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())

/** A text of several lines, or null when there is none: line ends have one form, and nothing stands there that cannot be seen. */
export const paragraphs = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .transform((text) => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ').trim())
    .pipe(z.string().max(most, 'tooLong'))
    .transform((text) => text || null)

/** What a form showed when it was opened, see `versionOf`. */
export const version = z.string().max(40, 'wrong').default('')
