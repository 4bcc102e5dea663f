import { rounded, type Times, timesOf } from './times.ts'

/** The most a page may take of the server, in milliseconds. */
export const pageLimit = 200
/** The most that suggestions may take, while somebody types. */
export const suggestionLimit = 50

const catalogue = [
  '/',
  '/themas/energie',
  '/programmas',
  '/programmas/energiehubs',
  '/initiatieven?weergave=tabel',
  '/organisaties',
  '/organisaties?thema=energie&weergave=tabel',
  '/organisaties?q=techno&pagina=2',
  '/organisaties/technische-universiteit-delft',
  '/organisaties/technische-universiteit-delft/partners',
  '/organisaties/accuherleef-voorbeeld/partners',
  '/partners?q=wij+zoeken+een+partij+die+onze+opslag+van+waterstof+kan+testen',
  '/roms/bom',
  '/matrix',
  '/agenda',
  '/kalender',
  '/cijfers',
  '/zoeken',
  '/zoeken?q=energie',
  '/zoeken?q=groene+waterstof&thema=energie',
  '/zoeken?q=kunstmatige+intelligentie&soort=project&sorteer=nieuw',
  '/bronnen',
  '/api',
  '/api/v1/organisations',
  '/api/v1/programmes/energiehubs',
  '/kalender.ics',
  '/nieuws.rss',
  '/sitemap.xml',
  '/sitemap-1.xml',
  '/programmas.csv',
  '/programmas.xlsx',
]

/** The pages that are measured. @param imported whether there are projects too */
export function pages(imported: boolean): string[] {
  return imported ? [...catalogue, '/projecten', '/projecten?q=hydrogen&weergave=tabel'] : catalogue
}

/** Downloads of every organisation: they take as long as there are many, so that each is asked for once. */
export async function measureDownloads(url: string): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {}
  for (const path of ['/organisaties.csv', '/organisaties.xlsx']) {
    seconds[path] = Math.round((await serverTime(url + path)) / 10) / 100
  }
  return seconds
}

/** As somebody types three words, letter by letter. */
const typed = ['waterstofopslag', 'technische universiteit', 'robotics'].flatMap((text) =>
  Array.from({ length: text.length - 1 }, (_, index) => text.slice(0, index + 2)),
)

/** What the server says itself that it took for an address, in milliseconds. */
async function serverTime(url: string): Promise<number> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1])
}

/** Asks for every page a number of times, one at a time. */
export async function measurePages(
  url: string,
  paths: string[],
  rounds: number,
): Promise<Record<string, Times & { ofLimit: number }>> {
  const results: Record<string, Times & { ofLimit: number }> = {}
  for (const path of paths) {
    const first = await serverTime(url + path)
    const rest: number[] = []
    for (let round = 0; round < rounds; round++) rest.push(await serverTime(url + path))
    const times = timesOf(first, rest)
    results[path] = { ...rounded(times), ofLimit: Math.round((times.p95 / pageLimit) * 100) / 100 }
  }
  return results
}

/** Asks for suggestions at every letter of what is typed. */
export async function measureSuggestions(url: string): Promise<Times> {
  const ask = (q: string) => serverTime(`${url}/api/suggest?${new URLSearchParams({ q })}`)
  const first = await ask(typed[0] ?? '')
  const rest: number[] = []
  for (let round = 0; round < 3; round++) for (const q of typed) rest.push(await ask(q))
  return rounded(timesOf(first, rest))
}
