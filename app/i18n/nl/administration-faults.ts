export const administrationFaults = {
  role: 'Kies een rol.',
  romOfRole: 'Kies een ROM bij business developer en coördinator, en alleen dan.',
  blocked: 'Dit account is geblokkeerd. Hef eerst de blokkade op.',
  deputy: 'Kies een vervanger uit de lijst.',
  day: 'Vul een dag in.',
  dayPast: 'Kies vandaag of een latere dag.',
  untilBeforeFrom: 'De laatste dag ligt voor de eerste.',
  word: 'Vul een woord in van letters, cijfers en spaties. Een koppelteken, punt, apostrof, schuine streep, & of + mag ook.',
  wordSkipped: 'Begin niet met een woord als “de” of “voor”: dat slaat Schakel in teksten over.',
  wordTaken: 'Dit woord hoort al bij het begrip “{{taken}}”.',
  wordLanguage: 'Kies Nederlands of Engels.',
}
