import type * as accounts from './tables/accounts.ts'
import type * as contacts from './tables/contacts.ts'
import type * as figures from './tables/figures.ts'
import type * as introductions from './tables/introductions.ts'
import type * as matching from './tables/matching.ts'
import type * as organisations from './tables/organisations.ts'
import type * as questions from './tables/questions.ts'
import type * as reference from './tables/reference.ts'
import type * as undertakings from './tables/undertakings.ts'

/** Every table and view by its name in SQL. */
export interface Database {
  actor: reference.ActorTable
  setting: reference.SettingTable
  search_outbox: reference.SearchOutboxTable
  lexicon_word: reference.LexiconWordTable

  account: accounts.AccountTable
  account_role: accounts.AccountRoleTable
  organisation_member: accounts.OrganisationMemberTable
  member_invitation: accounts.MemberInvitationTable
  team_inbox: accounts.TeamInboxTable
  deputy: accounts.DeputyTable
  session: accounts.SessionTable
  account_identity: accounts.AccountIdentityTable
  sign_in_token: accounts.SignInTokenTable
  recovery_code: accounts.RecoveryCodeTable
  kept_form: accounts.KeptFormTable
  mail: accounts.MailTable
  writing: accounts.WritingTable
  audit_entry: accounts.AuditEntryTable

  contact_person: contacts.ContactPersonTable
  contact: contacts.ContactTable

  company_adviser: introductions.CompanyAdviserTable
  introduction: introductions.IntroductionTable
  introduction_party: introductions.IntroductionPartyTable
  introduction_event: introductions.IntroductionEventTable
  introduction_outcome: introductions.IntroductionOutcomeTable
  introduction_key: introductions.IntroductionKeyTable
  question: questions.QuestionTable
  question_event: questions.QuestionEventTable
  question_key: questions.QuestionKeyTable

  source: reference.SourceTable
  rom: reference.RomTable
  rom_identifier: reference.RomIdentifierTable
  province: reference.ProvinceTable
  service_area: reference.ServiceAreaTable
  postcode_range: reference.PostcodeRangeTable
  theme: reference.ThemeTable
  core_task: reference.CoreTaskTable
  pillar: reference.PillarTable
  technology: reference.TechnologyTable
  fact: reference.FactTable

  organisation: organisations.OrganisationTable
  organisation_identifier: organisations.OrganisationIdentifierTable
  organisation_alias: organisations.OrganisationAliasTable
  organisation_rom: organisations.OrganisationRomTable
  organisation_theme: organisations.OrganisationThemeTable
  organisation_technology: organisations.OrganisationTechnologyTable
  listing: organisations.ListingTable
  listing_theme: organisations.ListingThemeTable
  listing_code: organisations.ListingCodeTable
  listing_reminder: organisations.ListingReminderTable
  listing_reminded: organisations.ListingRemindedTable
  listing_technology: organisations.ListingTechnologyTable
  evidence: organisations.EvidenceTable
  evidence_organisation: organisations.EvidenceOrganisationTable
  evidence_theme: organisations.EvidenceThemeTable
  evidence_technology: organisations.EvidenceTechnologyTable
  organisation_duplicate: organisations.OrganisationDuplicateTable

  match_item: matching.MatchItemTable
  match_model: matching.MatchModelTable
  match_feedback: matching.MatchFeedbackTable

  undertaking: undertakings.UndertakingTable
  undertaking_identifier: undertakings.UndertakingIdentifierTable
  undertaking_theme: undertakings.UndertakingThemeTable
  undertaking_core_task: undertakings.UndertakingCoreTaskTable
  undertaking_technology: undertakings.UndertakingTechnologyTable
  undertaking_partner: undertakings.UndertakingPartnerTable
  participation: undertakings.ParticipationTable
  open_role: undertakings.OpenRoleTable
  call: undertakings.CallTable
  milestone: undertakings.MilestoneTable
  instrument: undertakings.InstrumentTable
  eligibility: undertakings.EligibilityTable

  indicator: figures.IndicatorTable
  indicator_version: figures.IndicatorVersionTable
  population: figures.PopulationTable
  population_rom: figures.PopulationRomTable
  measurement: figures.MeasurementTable
  contribution: figures.ContributionTable
  agenda_goal: figures.AgendaGoalTable

  public_organisation: organisations.OrganisationTable
  public_listing: organisations.ListingTable
  anonymous_listing: organisations.AnonymousListingView
  public_undertaking: undertakings.UndertakingTable
  public_evidence: organisations.EvidenceTable
  public_call: undertakings.CallTable
  public_instrument: undertakings.InstrumentTable
  current_measurement: figures.MeasurementTable
  current_contribution: figures.ContributionTable
  current_organisation_rom: organisations.OrganisationRomTable
}
