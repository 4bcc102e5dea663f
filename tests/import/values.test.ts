import { describe, expect, test } from 'vitest'
import { nameKey, readableName, readablePlace } from '../../scripts/import/cordis/names.ts'
import { kindOf } from '../../scripts/import/cordis/organisations.ts'
import { seats } from '../../scripts/import/cordis/seat.ts'
import { cents, postcode, slug, tidy, vat, website } from '../../scripts/import/cordis/values.ts'
import { testDatabase } from '../support/database.ts'

describe('names in capitals', () => {
  test.each([
    ['STICHTING RADBOUD UNIVERSITEIT', 'Stichting Radboud Universiteit'],
    ['STICHTING HET NIEUWE MUSEUM', 'Stichting Het Nieuwe Museum'],
    ['STICHTING VOOR DUURZAME ONTWIKKELING', 'Stichting voor Duurzame Ontwikkeling'],
    ['UNIVERSITEIT VAN AMSTERDAM', 'Universiteit van Amsterdam'],
    ['VAN DEN BERG PROJECTEN BV', 'Van den Berg Projecten BV'],
    ['VOORBEELD HOLDING B.V.', 'Voorbeeld Holding B.V.'],
    ['AMSTERDAM UMC RESEARCH BV', 'Amsterdam UMC Research BV'],
    ['TU VOORBEELD', 'TU Voorbeeld'],
    ['NV HAVENBEDRIJF', 'NV Havenbedrijf'],
    [
      'KONINKLIJKE NEDERLANDSE AKADEMIE VAN WETENSCHAPPEN - KNAW',
      'Koninklijke Nederlandse Akademie van Wetenschappen - KNAW',
    ],
    ['ONDERZOEK NAAR ALLES EN OVERAL (ONAO)', 'Onderzoek naar Alles en Overal (ONAO)'],
    ['E.C.S. INTERNATIONAL BV', 'E.C.S. International BV'],
    ['3D-PHARMA BV', '3D-Pharma BV'],
    ['PLATFORM31', 'Platform31'],
    ['H2TEC BV', 'H2tec BV'],
    ['STAAL IJMUIDEN BV', 'Staal IJmuiden BV'],
    ['E-PROCUREMENT SERVICES', 'E-Procurement Services'],
    ["ARTHUR'S LEGAL BV", "Arthur's Legal BV"],
    ['SLIMME.COM BV', 'Slimme.com BV'],
    ['GROENPOSTNL BV', 'GroenpostNL BV'],
  ])('%s becomes %s', (given, readable) => {
    expect(readableName(given)).toBe(readable)
  })

  test('a short name that tells capitals apart is followed', () => {
    expect(readableName('CYTOBOUW BV', 'CytoBouw bv')).toBe('CytoBouw BV')
    expect(readableName('CYTOBOUW BV', 'CYTOBOUW')).toBe('Cytobouw BV')
  })

  test('a name with lower case stays as it is', () => {
    expect(readableName('ECHT regie in  transitie B.V.')).toBe('ECHT regie in transitie B.V.')
  })

  test.each([
    ['CAPELLE AAN DEN IJSSEL', 'Capelle aan den IJssel'],
    ["'S-HERTOGENBOSCH", "'s-Hertogenbosch"],
    ["'s-Gravenhage", 'Den Haag'],
    ['DEN HAAG', 'Den Haag'],
    ['utrecht', 'Utrecht'],
    ['Bergen op Zoom', 'Bergen op Zoom'],
    ['  ', null],
  ])('the place %s becomes %s', (given, readable) => {
    expect(readablePlace(given)).toBe(readable)
  })

  test('two spellings of one name have one key', () => {
    expect(nameKey('Voorbeeld B.V.')).toBe(nameKey('VOORBEELD BV'))
    expect(nameKey('Voorbeeld B V')).toBe(nameKey('Voorbeeld'))
    expect(nameKey('Stichting Coöperatie Één')).toBe('een')
    expect(nameKey('Voorbeeld Holding BV')).not.toBe(nameKey('Voorbeeld BV'))
  })
})

describe('values', () => {
  test.each([
    ['1499938.5', 149993850],
    ['0.29', 29],
    ['1499938', 149993800],
    ['8.115', 812],
    ['4503599627.37', 450359962737],
    ['12,5', 1250],
    ['1.5e6', undefined],
    ['-3', undefined],
  ])('%s euros are %s cents', (euros, expected) => {
    expect(cents(euros)).toBe(expected)
  })

  test.each([
    ['5611ab', '5611 AB'],
    ['NL-5611 AB', '5611 AB'],
    ['5611', '5611'],
    ['0561 AB', null],
    ['D-52062', null],
  ])('the postcode %s becomes %s', (given, expected) => {
    expect(postcode(given)).toBe(expected)
  })

  test.each([
    ['http://www.voorbeeld.nl/', 'http://www.voorbeeld.nl'],
    ['www.voorbeeld.nl', 'https://www.voorbeeld.nl'],
    ['https://voorbeeld.nl/over ons', null],
    ['http://http://voorbeeld.nl', null],
    ['javascript:alert(1)', null],
    ['ftp://voorbeeld.nl', null],
    ['geen', null],
    ['https://voorbeeld.nl/en', 'https://voorbeeld.nl/en'],
  ])('the website %s becomes %s', (given, expected) => {
    expect(website(given)).toBe(expected)
  })

  test('other values are tidied', () => {
    expect(vat('nl 8047.35529.B02')).toBe('NL804735529B02')
    expect(vat('onbekend!')).toBeNull()
    expect(slug('Coöperatie Rond & Co. B.V.')).toBe('cooperatie-rond-co-bv')
    expect(slug("Arthur's")).toBe('arthurs')
    expect(tidy('  one \r\ntwo\u00a0 three\n\n\n\nfour ')).toBe('one\ntwo three\n\nfour')
  })

  test.each([
    ['HES', false, 'Een', 'knowledge_institution'],
    ['REC', true, 'Stichting Een', 'knowledge_institution'],
    ['REC', true, 'EEN B.V.', 'sme'],
    ['REC', true, 'GEMEENTE EEN', 'government'],
    ['PUB', true, 'Een', 'government'],
    ['PRC', true, 'Een', 'sme'],
    ['PRC', false, 'Een', 'corporate'],
    ['OTH', true, 'Een', 'sme'],
    ['OTH', false, 'Een', 'network'],
    ['', false, 'Een', 'network'],
  ] as const)('%s with SME %s, named %s, is a %s', (activityType, SME, name, kind) => {
    expect(kindOf({ activityType, SME, name })).toBe(kind)
  })
})

test('a seat follows from the postcode, or else from the NUTS code of 2021 or 2024', async () => {
  const seatOf = await seats(await testDatabase())
  expect(seatOf('5611 AB', 'NL32B')).toEqual({ province_id: 'nb', seat_rom_id: 'bom' })
  expect(seatOf('1211', '')).toEqual({ province_id: 'nh', seat_rom_id: 'romutrecht' })
  const provinces = { NL111: 'gr', NL126: 'fr', NL133: 'dr', NL213: 'ov', NL226: 'ge', NL230: 'fl', NL310: 'ut' }
  const newer = { NL350: 'ut', NL32B: 'nh', NL337: 'zh', NL366: 'zh', NL342: 'ze', NL414: 'nb', NL423: 'li' }
  for (const [nuts, province] of Object.entries({ ...provinces, ...newer })) {
    expect(seatOf(null, nuts)?.province_id, nuts).toBe(province)
  }
  expect(seatOf(null, 'NL327')).toEqual({ province_id: 'nh', seat_rom_id: 'romutrecht' })
  expect(seatOf(null, 'NL')).toBeNull()
  expect(seatOf(null, 'BE100')).toBeNull()
})
