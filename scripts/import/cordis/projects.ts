import type { EvidenceRole, EvidenceTable } from '#db/tables/organisations.ts'
import type { Project } from './read.ts'
import type { OrganisationRow } from './rows.ts'
import { slug, tidy } from './values.ts'

/** What CORDIS says of a project, as the portal keeps it. */
export type ProjectFacts = Omit<EvidenceTable, 'id' | 'undertaking_id' | 'created_at' | 'updated_at'>

export function evidenceId(projectId: string): string {
  return `cordis-${projectId}`
}

/** The address of a project on CORDIS. */
export function projectUrl(projectId: string): string {
  return `https://cordis.europa.eu/project/id/${projectId}`
}

/** "ai-redgio-5-0-101092069": the number keeps it apart from every other. */
export function projectSlug({ row }: Project): string {
  return [slug(row.acronym), row.id].filter((part) => part !== '').join('-')
}

const statuses = { SIGNED: 'signed', CLOSED: 'closed', TERMINATED: 'terminated' } as const

export function factsOf(project: Project): ProjectFacts {
  const { row } = project
  return {
    slug: projectSlug(project),
    kind: 'cordis',
    acronym: tidy(row.acronym) || null,
    title: tidy(row.title),
    summary: tidy(row.objective) || null,
    keywords: JSON.stringify([...new Set(project.keywords)].sort()),
    topic: project.topic,
    status: statuses[row.status],
    starts_on: row.startDate,
    ends_on: row.endDate,
    grant_cents: row.ecMaxContribution,
    url: projectUrl(row.id),
    source_id: 'cordis',
  }
}

const roles: Record<OrganisationRow['role'], EvidenceRole> = {
  coordinator: 'coordinator',
  participant: 'participant',
  associatedPartner: 'associated',
  internationalPartner: 'associated',
  thirdParty: 'third_party',
}
const strength: EvidenceRole[] = ['coordinator', 'participant', 'associated', 'third_party']

export function roleOf(row: Pick<OrganisationRow, 'role'>): EvidenceRole {
  return roles[row.role]
}

/** The stronger of two roles: who coordinates and also joins as a third party coordinates. */
export function stronger(one: EvidenceRole, other: EvidenceRole | undefined): EvidenceRole {
  return other !== undefined && strength.indexOf(other) < strength.indexOf(one) ? other : one
}
