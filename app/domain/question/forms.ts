import { z } from 'zod'
import { email, personName } from '../account/forms.ts'
import { oneLine } from '../forms/texts.ts'

/** The codes for what is wrong stand under `form.fault`. */
export const longestQuestion = 2000
const longestReply = 5000
const longestNote = 2000

const said = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, 'tooLong')
const slug = z.string().max(200, 'wrong').default('')
const id = z.string().max(100, 'wrong').default('')

/** What is asked about; all but one of them are empty. */
const about = { programma: slug, initiatief: slug, oproep: slug, rol: id }

/** A question without an account. `doe` says whether it was looked over, and is sent. */
export const askForm = z.object({
  ...about,
  text: said(longestQuestion, 'askText'),
  name: personName,
  email,
  postcode: z
    .string()
    .trim()
    .max(20, 'askPostcode')
    .regex(/^[1-9]\d{3}\s*([a-zA-Z]{2})?$/, 'askPostcode'),
  organisation: oneLine.pipe(z.string().max(200, 'tooLong')).default(''),
  thema: slug,
  rom: slug,
  /** Nobody sees this field: what fills it in is a program. */
  website: z.string().max(0, 'askRobot').default(''),
  doe: z.enum(['check', 'change', 'send'], 'wrong').default('check'),
})

export type Asked = z.output<typeof askForm>

/** Where a member's organisation would join. */
export const interestForm = z.object({
  ...about,
  organisation: z.string().min(1, 'interestOrganisation').max(100, 'wrong'),
  text: said(longestQuestion, 'interestText'),
})

/** What the asker does on the page of the question. */
export const statusForm = z.discriminatedUnion('doe', [
  z.object({ doe: z.literal('write'), text: said(longestQuestion, 'askText') }),
  z.object({ doe: z.literal('forget'), sure: z.literal('ja', 'askForget') }),
])

const stand = z.coerce.number().int().min(0).catch(0)
const account = z.string().min(1, 'questionColleague').max(100, 'wrong')

export const referredTo = ['rvo', 'invest_nl', 'fund', 'rom', 'other'] as const
export const outcomes = ['helped', 'partner', 'joined', 'referred', 'nothing', 'withdrawn'] as const

/** What staff do with a question. `stand` is the number of the last event that they had seen. */
export const deskForm = z.discriminatedUnion('doe', [
  z.object({
    doe: z.literal('reply'),
    stand,
    reply: said(longestReply, 'questionReply'),
    elsewhere: z.string().max(10).default(''),
  }),
  z.object({ doe: z.literal('take'), stand }),
  z.object({ doe: z.literal('hand'), stand, colleague: account }),
  z.object({
    doe: z.literal('pass'),
    stand,
    rom: z.string().min(1, 'questionRom').max(100, 'wrong'),
    why: said(longestNote, 'questionWhy'),
  }),
  z.object({ doe: z.literal('note'), stand, note: said(longestNote, 'questionNote') }),
  z.object({ doe: z.literal('link'), stand, organisation: z.string().max(200, 'wrong').default('') }),
  z.object({
    doe: z.literal('refer'),
    stand,
    to: z.enum(referredTo, 'questionReferTo'),
    explanation: said(longestNote, 'questionReferred'),
  }),
  z.object({
    doe: z.literal('report'),
    stand,
    about: z.coerce.number('wrong').int().min(1),
    report: said(longestNote, 'questionReport'),
  }),
  z.object({
    doe: z.literal('close'),
    stand,
    outcome: z.enum(outcomes, 'questionOutcome'),
    remark: z.string().trim().max(longestNote, 'tooLong').default(''),
  }),
])

export type DeskOrder = z.output<typeof deskForm>
