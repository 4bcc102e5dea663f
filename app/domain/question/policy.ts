import { deskRoms, inScope, type Visitor } from '../account/policy.ts'

interface Subject {
  romId: string
  copyRomId: string | null
}

/** Who answers a question and does all else with it: those who work at the desk of its ROM, and whoever administers all. */
export function canHandleQuestion(actor: Visitor, { romId }: Pick<Subject, 'romId'>): boolean {
  return inScope(deskRoms(actor), romId)
}

/** Who reads a question, and keeps notes for the own ROM: that of the organisation reads along. */
export function canReadQuestion(actor: Visitor, { romId, copyRomId }: Subject): boolean {
  return inScope(deskRoms(actor), romId) || (copyRomId !== null && inScope(deskRoms(actor), copyRomId))
}
