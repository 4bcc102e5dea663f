/** What would make an organisation better found. */
export const advice = {
  title: 'Beter gevonden worden',
  intro:
    'Schakel vergelijkt wat organisaties openbaar over zichzelf zeggen. Hiermee wordt {{name}} beter gevonden; het belangrijkste staat bovenaan.',
  more_one: 'Nog {{count}} mogelijkheid',
  more_other: 'Nog {{count}} mogelijkheden',
  offer: 'Er staat nog geen openbaar aanbod. Met een aanbod komt de organisatie naar voren bij wie dat zoekt.',
  need: 'Er staat nog geen openbare vraag. Met een vraag komen organisaties naar voren die dat bieden.',
  summary: 'Er staat nog geen samenvatting: een paar zinnen over wat de organisatie doet.',
  themes: 'Er staan geen thema’s bij. Een gedeeld thema telt mee in de volgorde.',
  expires: '{{text}} loopt op {{date}} af en telt daarna niet meer mee.',
  vague: '{{text}} noemt geen onderwerp dat Schakel herkent. Noem de techniek, het materiaal of de toepassing.',
  languageNl: '{{text}} staat er nog niet in het Nederlands, de taal van de meeste vragen en aanbiedingen.',
  languageEn: '{{text}} staat er nog niet in het Engels, de taal van Europese projecten.',
  concept_one: 'Past “{{term}}” bij het werk? Noem het dan: {{count}} verwante vraag in andere regio’s noemt het.',
  concept_other:
    'Past “{{term}}” bij het werk? Noem het dan: {{count}} verwante vragen in andere regio’s noemen het.',
  look: 'Zoek organisaties met “{{term}}”',
  trl: 'Bij {{unknown}} van de {{of}} beste matches is de TRL niet te vergelijken, doordat dit profiel die niet noemt.',
  kinds:
    'Bij {{unknown}} van de {{of}} beste matches is niet bekend of de soort organisatie past, doordat dit profiel niet zegt wie er gezocht wordt.',
  agreement:
    'Bij {{unknown}} van de {{of}} beste matches is de vorm van samenwerking niet te vergelijken, doordat dit profiel die niet noemt.',
  text: { offer: 'Het aanbod “{{words}}”', need: 'De vraag “{{words}}”', field: 'De samenvatting' },
}
