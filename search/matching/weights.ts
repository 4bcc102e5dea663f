/**
 * Every constant of matching, in one place. They were tuned on CORDIS projects from before July 2024 only (see "Tuning" in the
 * README); what each of them is worth is in the ablation table there.
 */

/** How much more a word of a title counts than one of the text below it. */
export const titleWeight = 3
/** What two neighbouring words count for beside the words themselves: "heart failure" says more than "heart" and "failure". */
export const pairWeight = 0.5
/** What a concept counts for each time a text names it, and what each broader concept then counts for. */
export const conceptWeight = 1
export const broaderWeight = 0.5
/** What a part of a compound counts for beside the whole. */
export const partWeight = 0.5

/** The share of a similarity that comes from the meaning of the descriptions as a whole, the rest from shared words and concepts. */
export const meaningShare = 0.5
/** Descriptions resemble each other more than their words do: this brings both to one scale. */
export const meaningScale = 0.5

/**
 * An organisation's pieces of text (offers, needs, projects, what it says of itself) answer a question in the order of how well they
 * do so: the first counts whole, the n-th for 1/n to this power. A question is answered by the best few; what an organisation is
 * about in general shows in its whole record, so that the power is lower when a whole profile asks.
 */
export const questionDepth = 0.85
export const profileDepth = 0.5

export type Side = 'offer' | 'need' | 'field'

/** What a piece of text of the candidate counts for, by what the asker's piece is: complementary goes before alike. */
export const complement: Record<Side, Record<Side, number>> = {
  need: { offer: 1, field: 0.8, need: 0 },
  offer: { offer: 0, field: 0.3, need: 1 },
  field: { offer: 0.8, field: 1, need: 0.4 },
}
/** What the three questions of an organisation count for: what it needs, what it offers, what it is about. */
export const sideWeight: Record<Side, number> = { need: 1, offer: 0.8, field: 0.4 }

/** Of what an organisation is about, its latest pieces ask: those of a university would be thousands. */
export const mostAsks = 24
/** How many pieces of text the search server gives by tags. */
export const mostTagged = 500
/**
 * How many it gives by meaning, of which each takes it longer: 300 where the model was learned from many texts. Where there are few,
 * most are projects, of which each speaks for several organisations: 500 of those gave .003 to .007 more nDCG@10.
 */
export const mostNear = { few: 500, many: 300 } as const
export const manyTexts = 10_000
/** How many questions by tags are put to it at most. */
export const mostQuestions = 4
/** Meilisearch gives its answers by whether all of some tags are there, then fewer: of these many tags, the rarest that count. */
export const mostTags = 12
/** How many of a text's own words are kept as tags beside its concepts. */
export const wordTags = 24

/** Each criterion that fits raises a score by this share, each that is known not to fit lowers it by as much. */
export const criterionWeight = { themes: 0.05, kind: 0.1, trl: 0.1, agreement: 0.05 } as const

/** What feedback makes of a score; the last that was given counts. */
export const feedbackWeight = { shortlisted: 1.1, introduced: 1.05, cooperating: 1.1, declined: 0.5 } as const

/** Below this share of the best score, nothing is shown: it would share the commonest words only. */
export const leastShare = 0.15

/**
 * Programmes, calls and instruments are all compared, not only what an index thought near: an opportunity of which no piece of text
 * answers any by this much is as near as any other. Their themes were given by people and they are few, so that those say more than
 * the themes of an organisation; and somebody who says what help is wanted means it.
 */
export const leastAnswer = 0.055
export const opportunityWeight = { themes: 0.4, help: 0.25 } as const

/**
 * What is next best to an opportunity shares a concept with it that this rare a share of texts has at most (of 300 texts one in 23), and
 * is looked for among so many of those whose words are most alike.
 */
export const likeness = { rarity: 0.55, compared: 5 } as const

/** Numbers in a description of a text's meaning. */
export const dimensions = 100
/** The meaning of words is learned from at most this many texts and words: more adds minutes and no better matches. */
export const mostLearned = 20_000
export const mostVocabulary = 20_000

/** What is worth advising about a profile: see advice.ts. Rarity is a share of that of a word which one text has. */
export const advising = {
  /** From here on a concept or word says what a text is about. */
  rarity: 0.4,
  /** A text without a concept that does so, and with fewer of such words, is vague. */
  words: 2,
  /** So many needs are read, by tags and by meaning each. */
  read: 150,
  /** Of this many needs that lie nearest the concepts are looked at, when they share one that is this rare. */
  needs: 50,
  shared: 0.5,
  /** A concept is worth naming when this many organisations ask for it. */
  askers: 2,
  /** As many concepts are named, and as many of the best matches are looked at. */
  concepts: 5,
  matches: 20,
} as const
