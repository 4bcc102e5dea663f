import type { MadeUp, Said } from '../support/matching.ts'

const nl = (text: string): Said => ({ nl: text })
const en = (text: string): Said => ({ en: text })
type Rest = Omit<MadeUp, 'id' | 'rom' | 'kind' | 'themes'>
const made =
  (theme: string) =>
  (id: string, rom: string, kind: MadeUp['kind'], rest: Rest): MadeUp => ({ id, rom, kind, themes: [theme], ...rest })
const energy = made('energy')
const food = made('food')
const health = made('health')
const circular = made('circularity')

/** Made-up organisations, every sentence our own: in each corner several that resemble each other. */
export const organisations: MadeUp[] = [
  energy('stackbouwer', 'nom', 'startup', {
    summary: nl('Wij bouwen elektrolysers die groene waterstof maken uit windstroom.'),
    offers: [nl('Een elektrolyser in een container, van een halve megawatt.')],
    needs: [nl('Een membraan zonder PFAS dat lang meegaat in onze elektrolyser.')],
  }),
  energy('zoutholte', 'nom', 'corporate', {
    offers: [en('Storage of hydrogen in salt caverns, deep under the ground.')],
    needs: [en('Sensors that notice a hydrogen leak in a well within a second.')],
  }),
  energy('lekneus', 'bom', 'startup', {
    offers: [nl('Sensoren die een waterstoflek bij een put of leiding meteen ruiken.')],
  }),
  energy('folietrek', 'liof', 'scaleup', {
    summary: en('We cast thin films and membranes for electrochemistry, all free of PFAS.'),
    offers: [en('A PFAS-free ion exchange membrane for electrolysis that lasts for years.')],
  }),
  energy('stroomdeler', 'oostnl', 'sme', {
    offers: [nl('Software die op een bedrijventerrein stroom verdeelt, zodat er met netcongestie plaats blijft.')],
    needs: [nl('Een buurtbatterij om overschot van zonnepanelen in te bewaren.')],
  }),
  energy('accukist', 'horizon', 'sme', {
    offers: [en('A neighbourhood battery in a shed, charged with surplus power from solar panels.')],
    needs: [nl('Wie neemt oude accu’s terug en haalt er lithium uit?')],
  }),
  energy('dakstroom', 'impuls', 'sme', { offers: [nl('Wij leggen zonnepanelen op daken die niet veel dragen.')] }),
  energy('warmput', 'rominwest', 'scaleup', {
    offers: [nl('Aardwarmte voor kassen en wijken, uit putten van twee kilometer diep.')],
    needs: [en('A partner that lays district heating pipes through an old city.')],
  }),
  energy('buizenleg', 'romutrecht', 'sme', {
    offers: [nl('Aanleg van een warmtenet door smalle straten van een oude stad.')],
  }),
  energy('pompwarm', 'oostnl', 'sme', {
    offers: [en('A quiet heat pump for terraced houses, with a small buffer tank.')],
    needs: [nl('Een fabriek die de printplaten van onze regeling maakt.')],
  }),
  food('larvenhof', 'bom', 'scaleup', {
    summary: nl('Een kwekerij van insecten: larven eten reststromen en worden eiwit.'),
    offers: [nl('Eiwitmeel van larven als voer voor vissen en kippen.')],
    needs: [en('Side streams of breweries or vegetable processing to feed our larvae.')],
  }),
  food('brouwrest', 'liof', 'sme', {
    offers: [nl('Reststromen van onze brouwerij: elke dag twee ton bostel.')],
    needs: [nl('Wie maakt van bostel iets beters dan veevoer?')],
  }),
  food('viskweek', 'impuls', 'sme', {
    summary: en('We farm fish on land, in tanks with water that goes round.'),
    needs: [en('Fish feed with protein from insects instead of fish meal.')],
  }),
  food('gistlab', 'horizon', 'startup', {
    offers: [en('Precision fermentation: our yeast makes milk protein without a cow.')],
    needs: [en('A fermenter of ten cubic metres to scale up our yeast.')],
  }),
  food('vatenverhuur', 'rominwest', 'sme', {
    offers: [nl('Verhuur van fermentoren tot vijftien kuub, met mensen die fermentatie opschalen.')],
  }),
  food('akkeroog', 'oostnl', 'startup', {
    offers: [nl('Drones die per plant zien waar ziekte in het gewas zit: precisielandbouw voor aardappels.')],
    needs: [nl('Boeren met aardappels die een seizoen met ons willen meten.')],
  }),
  food('pieperhoeve', 'nom', 'sme', {
    summary: nl('Een akkerbouwbedrijf met aardappels en bieten op zware klei.'),
    needs: [nl('Vroeg weten waar phytophthora in onze aardappels zit, zodat we minder hoeven te spuiten.')],
  }),
  food('stalmeter', 'oostnl', 'sme', {
    offers: [nl('Een meter voor ammoniak in de stal, met een kaart op de telefoon van de boer.')],
  }),
  food('wierboot', 'horizon', 'startup', {
    offers: [en('Seaweed from farms at sea, dried and milled for food.')],
    needs: [en('A company that extracts thickener from seaweed.')],
  }),
  food('kasrobot', 'rominwest', 'scaleup', {
    offers: [en('A robot that picks tomatoes in greenhouses with soft grippers.')],
    needs: [nl('Camera’s die zien of een tomaat rijp is, ook tussen bladeren.')],
  }),
  health('hartslagpleister', 'oostnl', 'startup', {
    offers: [nl('Een pleister die thuis het hartritme meet bij mensen met hartfalen.')],
    needs: [en('A hospital that tries our patch with heart failure patients at home.')],
  }),
  health('stadsziekenhuis', 'romutrecht', 'knowledge_institution', {
    summary: nl('Een ziekenhuis met een grote afdeling voor het hart en een voor beroerte.'),
    needs: [nl('Patiënten met hartfalen thuis volgen, zodat zij minder vaak worden opgenomen.')],
  }),
  health('spraakchip', 'liof', 'startup', {
    offers: [en('A brain implant that turns thoughts into speech after a stroke.')],
    needs: [en('Biocompatible coatings for electrodes that stay in the brain.')],
  }),
  health('laagjeslab', 'bom', 'sme', {
    offers: [nl('Dunne coatings voor implantaten die het lichaam niet afstoot, ook op elektroden.')],
  }),
  health('scanlezer', 'nom', 'startup', {
    offers: [en('Artificial intelligence that reads mammograms and finds breast cancer early.')],
    needs: [en('Hospitals that share scans for training, with privacy in order.')],
  }),
  health('geheimrekenaar', 'rominwest', 'sme', {
    offers: [nl('Wij trainen AI op scans van ziekenhuizen zonder dat de gegevens het huis uit gaan.')],
  }),
  health('valmatras', 'impuls', 'sme', { offers: [nl('Een mat die merkt dat iemand in het verpleeghuis valt.')] }),
  health('pilprinter', 'horizon', 'startup', {
    offers: [en('3D-printed tablets with a dose for one patient, made in the pharmacy.')],
  }),
  health('darmbos', 'oostnl', 'startup', {
    summary: en('We study the gut microbiome and how diet changes it.'),
    needs: [en('Fibre from vegetables to test in a trial on gut health.')],
  }),
  health('vezelboer', 'impuls', 'sme', { offers: [nl('Vezels uit cichorei en ui, goed voor de darmen.')] }),
  circular('accuzeef', 'liof', 'scaleup', {
    offers: [nl('Batterijrecycling: wij winnen lithium en kobalt terug uit oude accu’s.')],
    needs: [nl('Een robot die accupakketten veilig openmaakt.')],
  }),
  circular('schroefarm', 'bom', 'sme', {
    offers: [en('Robots that take battery packs and appliances apart, screw by screw.')],
  }),
  circular('plasticoog', 'horizon', 'startup', {
    offers: [en('Cameras that sort plastic packaging on a belt by kind of polymer.')],
  }),
  circular('korrelhuis', 'nom', 'sme', {
    summary: nl('Wij maken nieuwe korrels van ingezameld plastic.'),
    needs: [nl('Verpakkingsplastic dat beter gesorteerd is op soort polymeer.')],
  }),
  circular('betonbreker', 'romutrecht', 'corporate', {
    offers: [nl('Oud beton breken tot zand, grind en cement, om opnieuw mee te bouwen.')],
  }),
  circular('bruggenbouw', 'rominwest', 'corporate', {
    needs: [en('Concrete with recycled cement for bridges, with a lower footprint.')],
  }),
  circular('draadkring', 'oostnl', 'startup', {
    offers: [nl('Van versleten kleding spinnen wij nieuw garen.')],
    needs: [en('Machines that sort used clothes by fibre.')],
  }),
  circular('vezeloog', 'iq', 'startup', {
    offers: [en('A scanner that tells cotton from polyester in used textiles.')],
  }),
  circular('schuimvrij', 'iq', 'sme', { offers: [nl('Wij halen PFAS uit water en bodem met schuim en hitte.')] }),
  circular('vlasplaat', 'iq', 'sme', { offers: [nl('Isolatie en platen van vlas en hennep voor de bouw.')] }),

  // Those who say a little of everything: they answer nothing.
  energy('adviesbreed', 'nom', 'sme', {
    summary: nl('Ons bedrijf helpt bedrijven met innovatie, subsidie en nieuwe technologie, nu en in de toekomst.'),
    offers: [nl('Wij helpen bedrijven die een partner zoeken om een nieuwe techniek samen op te schalen.')],
  }),
  food('kennisbreed', 'oostnl', 'network', {
    summary: nl('Een netwerk van bedrijven en kennisinstellingen voor innovatie in voedsel en technologie.'),
    offers: [nl('Samen met bedrijven een nieuwe techniek onderzoeken, testen en in de praktijk brengen.')],
  }),
  health('consultbreed', 'bom', 'sme', {
    summary: en('We help companies to develop new technology and to find a partner for innovation.'),
    offers: [en('Our company helps companies test a new product together with a partner in practice.')],
  }),
  circular('testbreed', 'rominwest', 'knowledge_institution', {
    offers: [en('We test and develop new products and technology together with companies.')],
    needs: [nl('Bedrijven die samen met ons een nieuw product willen testen in de praktijk.')],
  }),
]

/** Projects that some of them did, by their title, with who took part. */
export const projects: { title: string; summary: string; by: string[] }[] = [
  { title: 'Underground hydrogen storage', summary: 'Wells and caverns that keep hydrogen.', by: ['zoutholte'] },
  { title: 'Remote care', summary: 'Following patients with heart failure at home.', by: ['stadsziekenhuis'] },
  { title: 'Grid congestion', summary: 'Sharing power on business parks with batteries.', by: ['stroomdeler'] },
  { title: 'Bridges of recycled concrete', summary: 'Cement that is used again.', by: ['betonbreker'] },
  { title: 'Geothermal greenhouses', summary: 'Heat from deep wells for growers.', by: ['warmput', 'buizenleg'] },
  { title: 'Insects for aquaculture', summary: 'Larvae as feed for fish.', by: ['larvenhof'] },
]

interface Question {
  /** An organisation by its id, or a text. */
  by?: string
  text?: string
  language?: 'nl' | 'en'
  /** Who should be among the first five. */
  wanted: string[]
}

export const questions: Question[] = [
  { by: 'stackbouwer', wanted: ['folietrek', 'zoutholte'] },
  { by: 'zoutholte', wanted: ['lekneus', 'stackbouwer'] },
  { by: 'stroomdeler', wanted: ['accukist', 'dakstroom'] },
  { by: 'accukist', wanted: ['accuzeef', 'stroomdeler'] },
  { by: 'warmput', wanted: ['pompwarm'] },
  { by: 'larvenhof', wanted: ['brouwrest', 'viskweek'] },
  { by: 'viskweek', wanted: ['larvenhof'] },
  { by: 'gistlab', wanted: ['vatenverhuur'] },
  { by: 'pieperhoeve', wanted: ['akkeroog'] },
  { by: 'hartslagpleister', wanted: ['stadsziekenhuis'] },
  { by: 'spraakchip', wanted: ['laagjeslab'] },
  { by: 'scanlezer', wanted: ['geheimrekenaar', 'stadsziekenhuis'] },
  { by: 'korrelhuis', wanted: ['plasticoog'] },
  { by: 'draadkring', wanted: ['vezeloog'] },
  { by: 'bruggenbouw', wanted: ['betonbreker'] },
  { by: 'darmbos', wanted: ['vezelboer'] },
  { text: 'Wie kan onze accupakketten met een robot uit elkaar halen?', wanted: ['schroefarm', 'accuzeef'] },
  { text: 'Who could heat our greenhouse from deep in the ground?', language: 'en', wanted: ['warmput'] },
  { text: 'Wij willen verontreinigde grond met PFAS schoonmaken', wanted: ['schuimvrij'] },
  { text: 'Rijpe tomaten plukken zonder mensen', wanted: ['kasrobot'] },
  { text: 'Measuring ammonia on livestock farms', language: 'en', wanted: ['stalmeter'] },
  { text: 'Zeewier als grondstof voor voedsel', wanted: ['wierboot'] },
  { text: 'Insulation made of plants for houses', language: 'en', wanted: ['vlasplaat'] },
  {
    text: 'Ons bedrijf zoekt een partner om samen een nieuwe techniek te testen: een pleister voor het hartritme.',
    wanted: ['hartslagpleister'],
  },
  {
    text: 'Our company would like to develop a new product together with a partner, with yarn of worn clothes.',
    language: 'en',
    wanted: ['draadkring', 'vezeloog'],
  },
  {
    text: 'Wij zijn een nieuw bedrijf en willen in de praktijk testen hoe een drone ons gewas kan helpen.',
    wanted: ['akkeroog'],
  },
  { text: 'Medicijnen op maat maken in de apotheek', wanted: ['pilprinter'] },
]
