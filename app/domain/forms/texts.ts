import { z } from 'zod'

/** A text on one line: blanks of any kind are one space, and letters with marks have one form. Pipe it into what it must be. */
export const oneLine = z.string().transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
