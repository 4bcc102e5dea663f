import { plain } from './values.ts'

/**
 * Names that the source has in capitals, made readable. Where nothing tells that a word is an abbreviation this
 * guesses by its form; a name with any lower case letter is left as it is.
 */
const legal = new Set(['BV', 'NV', 'UA', 'CV', 'SE', 'SA', 'AG', 'VOF', 'PLC', 'LLC'])
const abbreviations = new Set(
  `AIDS ASML CERN CLARIN COST EATRIS ECPAT EEIG EGTC EIFL ERIC EUCROF EUPATI GEANT HIVOS IUCN IQVIA KEMA MEMS NATO NIOZ
  NIZO OAPEN OECD ORFEUS OPRA OSCE RIVM SABIC SURF TRUMPF UMCG UNESCO UNICEF WEBO`.split(/\s+/),
)
/** Words of two or three letters that are no abbreviations. */
const short = new Set(
  `AGE AIR ALL ART BIO BOS CAR DAY DEN DEW DUO ECK ECO EYE FIT FLY FOR FUN GAS GEO GO HUB ICE JOB LAB LAM LAW LED LOW NET NEW
  ODD OFF OIL OLD ONE OOG OOR OUR PEN PET PIE PRO RED SEA SKY SUN TEA TUX TWO UP US VIA WAR WAY WE WEB WET WIJ YES YOU
  ZEE ZON`.split(/\s+/),
)
const particles = new Set(
  `aan and as at bij by de den der des die door een el en et for from fur het im in la le les met naar of off om on
  onder op over per te ten ter the to tot uit und van von voor with zonder`.split(/\s+/),
)
const articles = new Set(['de', 'het', 'the', 'een'])
/** After these a name begins anew: "Stichting Het Rijksmuseum". */
const openers = new Set(['STICHTING', 'VERENIGING', 'COOPERATIE', 'WATERSCHAP', 'GEMEENTE', 'FOUNDATION'])

const wordPattern = /['’]?[\p{L}\p{N}]+(?:['’´][\p{L}\p{N}]+)*/gu

function hasLowerCase(text: string): boolean {
  return /\p{Ll}/u.test(text)
}

function capitalised(word: string): string {
  const lower = word.toLowerCase()
  if (lower.startsWith('ij')) return `IJ${lower.slice(2)}`
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** The words of a short name that tells upper from lower case: "Agurotech B.V." knows how to write AGUROTECH. */
function spellings(shortName: string): Map<string, string> {
  const words = hasLowerCase(shortName) ? (shortName.match(wordPattern) ?? []) : []
  return new Map(words.filter((word) => /^\P{Ll}/u.test(word)).map((word) => [word.toUpperCase(), word]))
}

/** Whether a word in capitals is an abbreviation, by its form or because the rest of the name spells it out. */
function isAbbreviation(word: string, initials: string): boolean {
  if (legal.has(word) || abbreviations.has(word)) return true
  if (/^\d/.test(word) || (/\d/.test(word) && word.length <= 4)) return true
  if (!/[AEIOUYÀ-Ý]/.test(word)) return true
  if (word.length <= 3) return !short.has(word)
  return word.length <= 6 && initials.includes(word)
}

/** A name as people write it: "STICHTING RADBOUD UNIVERSITEIT" becomes "Stichting Radboud Universiteit". */
export function readableName(given: string, shortName = ''): string {
  const name = given.replace(/\s+/g, ' ').trim()
  if (hasLowerCase(name)) return name
  const known = spellings(shortName)
  const words = name.match(wordPattern) ?? []
  const initials = words
    .filter((word) => !particles.has(word.toLowerCase()))
    .map((word) => word.charAt(0))
    .join('')
  let previous = ''
  return name.replace(wordPattern, (word, offset: number) => {
    const before = name.slice(0, offset)
    const after = name.slice(offset + word.length)
    const first = previous === ''
    const opened = openers.has(previous)
    previous = word
    const lower = word.toLowerCase()
    if (/^['’]\p{L}$/u.test(word)) return lower
    // "B.V.", "E.C.S.", "A. P.P."
    if (/^\p{L}$/u.test(word)) return word
    if (before.endsWith('.') && /\p{L}{3,}\.$/u.test(before)) return lower
    const spelling = known.get(word)
    if (spelling && !legal.has(word)) return spelling
    const mayBeParticle = !first && !/[-/]$/.test(before) && !(opened && articles.has(lower))
    if (mayBeParticle && particles.has(lower)) return lower
    if (before.endsWith('(') && after.startsWith(')') && word.length <= 5) return word
    if (particles.has(lower)) return capitalised(word)
    if (isAbbreviation(word, initials)) return word
    if (word.length >= 6 && word.endsWith('NL')) return `${capitalised(word.slice(0, -2))}NL`
    return capitalised(word)
  })
}

const places: Partial<Record<string, string>> = {
  "'s-gravenhage": 'Den Haag',
  's-gravenhage': 'Den Haag',
  'the hague': 'Den Haag',
  "'s hertogenbosch": "'s-Hertogenbosch",
  's-hertogenbosch': "'s-Hertogenbosch",
  'den bosch': "'s-Hertogenbosch",
  flushing: 'Vlissingen',
}
const placeParticles = new Set(['aan', 'bij', 'de', 'den', 'der', 'en', 'het', 'in', 'op', 'onder', 'ter', 'van'])

/** A place as it is written in Dutch: "CAPELLE AAN DEN IJSSEL" becomes "Capelle aan den IJssel"; null when empty. */
export function readablePlace(given: string): string | null {
  const place = given.replace(/[’´`]/g, "'").replace(/\s+/g, ' ').trim()
  if (place === '') return null
  const known = places[place.toLowerCase()]
  if (known) return known
  if (hasLowerCase(place) && place !== place.toLowerCase()) return place
  return place.replace(wordPattern, (word, offset: number) => {
    const lower = word.toLowerCase()
    if (/^'\p{L}$/u.test(word) || (offset > 0 && placeParticles.has(lower))) return lower
    return capitalised(word)
  })
}

const legalWords = new Set('bv nv ua vof cv se stichting vereniging cooperatie cooperatief foundation'.split(' '))

/** What two spellings of one name have in common: no capitals, accents, marks and legal form. May be empty. */
export function nameKey(name: string): string {
  const words = plain(name).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !legalWords.has(word)).join(' ')
}
