/** Whether a project runs on a day, by its dates; unknown when it may have ended, but no source says when. */
export const evidenceStates = ['running', 'upcoming', 'ended', 'unknown'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** The language its title, keywords and objective are in, for the `lang` attribute: CORDIS is in English. */
export function evidenceLanguage(evidence: { kind: 'cordis' | 'rom_project' }): 'en' | undefined {
  return evidence.kind === 'cordis' ? 'en' : undefined
}
