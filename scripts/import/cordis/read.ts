import { readRows } from '../csv.ts'
import type { InputFile } from '../files.ts'
import type { Progress } from '../progress.ts'
import type { Tally } from '../tally.ts'
import { keywordRow, type OrganisationRow, organisationRow, type ProjectRow, projectRow, topicRow } from './rows.ts'

export const fileNames = ['organization.csv', 'project.csv', 'euroSciVoc.csv', 'topics.csv'] as const
export type CordisFiles = Record<(typeof fileNames)[number], InputFile>

export interface Project {
  row: ProjectRow
  keywords: string[]
  topic: string | null
  /** Its Dutch participants, the ROMs among them. */
  participants: OrganisationRow[]
}

/** What concerns the Netherlands in a download. */
export interface Download {
  projects: Project[]
  /** One row per organisation, by PIC: that of the project which started last. */
  organisations: OrganisationRow[]
}

/**
 * Reads the four files row by row and keeps the organisations in the Netherlands and their projects. All is read and
 * checked before anything is written: a wrong file leaves the portal as it was.
 * @throws WrongInput naming file, line and column
 */
export async function readCordis(files: CordisFiles, tally: Tally, progress: Progress): Promise<Download> {
  const total = Object.values(files).reduce((sum, { size }) => sum + size, 0)
  let read = 0
  const onBytes = (bytes: number) => {
    read += bytes
    progress.step('reading', read, total)
  }

  const participants = new Map<string, OrganisationRow[]>()
  const dutch = (row: Record<string, string>) => row.country === 'NL'
  for await (const row of readRows(files['organization.csv'], organisationRow, { keep: dutch, onBytes })) {
    const those = participants.get(row.projectID)
    if (those) those.push(row)
    else participants.set(row.projectID, [row])
  }

  const projects = new Map<string, Project>()
  const known = (row: Record<string, string>) => participants.has(row.id ?? '')
  for await (const row of readRows(files['project.csv'], projectRow, { keep: known, onBytes })) {
    if (projects.has(row.id)) tally.leaveOut('project: a second row of the same project', row.id)
    else projects.set(row.id, { row, keywords: [], topic: row.topics || null, participants: [] })
  }
  for (const [id, rows] of participants) {
    const project = projects.get(id)
    if (project) project.participants = rows
    else for (const row of rows) tally.leaveOut('link: the project is not in project.csv', `${row.name} in ${id}`)
  }

  const ours = (row: Record<string, string>) => projects.has(row.projectID ?? '')
  for await (const row of readRows(files['euroSciVoc.csv'], keywordRow, { keep: ours, onBytes })) {
    if (row.euroSciVocTitle) projects.get(row.projectID)?.keywords.push(row.euroSciVocTitle)
  }
  const topics = new Set<string>()
  for await (const row of readRows(files['topics.csv'], topicRow, { keep: ours, onBytes })) {
    const project = projects.get(row.projectID)
    if (!project || !row.topic || topics.has(row.projectID)) continue
    topics.add(row.projectID)
    project.topic = row.topic
  }
  const sorted = [...projects.values()].sort((a, b) => Number(a.row.id) - Number(b.row.id))
  return { projects: sorted, organisations: newestRows(sorted) }
}

/** The row of each organisation from the project that started last; of two such, from the one with the higher number. */
export function newestRows(projects: Project[]): OrganisationRow[] {
  const newest = new Map<string, { start: string; row: OrganisationRow }>()
  for (const { row: project, participants } of projects) {
    const start = project.startDate ?? ''
    for (const row of participants) {
      const known = newest.get(row.organisationID)
      if (!known || start >= known.start) newest.set(row.organisationID, { start, row })
    }
  }
  const rows = [...newest.values()].map(({ row }) => row)
  return rows.sort((a, b) => Number(a.organisationID) - Number(b.organisationID))
}
