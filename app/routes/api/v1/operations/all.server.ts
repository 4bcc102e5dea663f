import { getCall, listCalls } from './calls.server.ts'
import { listIndicators } from './indicators.server.ts'
import { getInstrument, listInstruments } from './instruments.server.ts'
import { listMatches, matchText } from './matches.server.ts'
import { getOrganisation, listOrganisations } from './organisations.server.ts'
import { listParticipations } from './participations.server.ts'
import { getProject, listProjects } from './projects.server.ts'
import { getRom, listRoms, listTechnologies, listThemes } from './reference.server.ts'
import { listInitiativeMatches, listProgrammeMatches } from './region-matches.server.ts'
import { search } from './search.server.ts'
import { getInitiative, getProgramme, listInitiatives, listProgrammes } from './undertakings.server.ts'

/** Every operation of the API, in the order in which it is documented. */
export const operations = [
  search,
  listProgrammes,
  getProgramme,
  listParticipations,
  listProgrammeMatches,
  listInitiatives,
  getInitiative,
  listInitiativeMatches,
  listOrganisations,
  getOrganisation,
  listMatches,
  matchText,
  listProjects,
  getProject,
  listCalls,
  getCall,
  listInstruments,
  getInstrument,
  listRoms,
  getRom,
  listThemes,
  listTechnologies,
  listIndicators,
] as const
