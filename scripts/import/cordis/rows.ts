import { z } from 'zod'
import { cents } from './values.ts'

/** The rows of the official download, as far as they are used. A message says what a value should have been. */
const number = z.string().regex(/^\d{1,15}$/, 'a number')
const filled = z.string().trim().min(1, 'filled in')
const text = z.string().trim()
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `one of ${values.filter((value) => value !== '').join(', ')}`)
const flag = oneOf(['true', 'false', '']).transform((value) => value === 'true')

export const organisationRow = z.object({
  projectID: number,
  organisationID: number,
  vatNumber: text,
  name: filled,
  shortName: text,
  SME: flag,
  activityType: oneOf(['HES', 'REC', 'PUB', 'PRC', 'OTH', '']),
  postCode: text,
  city: text,
  country: text,
  nutsCode: text,
  organizationURL: text,
  role: oneOf(['coordinator', 'participant', 'associatedPartner', 'internationalPartner', 'thirdParty']),
  endOfParticipation: flag,
})
export type OrganisationRow = z.infer<typeof organisationRow>

const dayOrNothing = z
  .string()
  .refine((value) => value === '' || z.iso.date().safeParse(value).success, 'a day such as 2024-01-31')
  .transform((value) => value || null)

export const projectRow = z.object({
  id: number,
  acronym: text,
  status: oneOf(['SIGNED', 'CLOSED', 'TERMINATED']),
  title: filled,
  startDate: dayOrNothing,
  endDate: dayOrNothing,
  ecMaxContribution: text.transform((value, context) => {
    const amount = value === '' ? null : cents(value)
    if (amount === undefined) context.addIssue({ code: 'custom', message: 'an amount such as 1499938.50' })
    return amount ?? null
  }),
  topics: text,
  objective: text,
})
export type ProjectRow = z.infer<typeof projectRow>

export const keywordRow = z.object({ projectID: number, euroSciVocTitle: text })
export const topicRow = z.object({ projectID: number, topic: text })
