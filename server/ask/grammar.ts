/** The grammar of questions: what each word may be, and the rules that put parts together. */
import { isLabel, labels, type Label } from '../model/model.ts'
import { stages, type Stage } from '../model/stage.ts'
import { simplified } from '../names/normalise.ts'
import { readingsOf } from '../names/pinyin.ts'
import { file, isPart, lexicon, marks, type Action, type Mark, type Part } from './lexicon.ts'
import { relationOf, type RelationName } from './relations.ts'

/** One element of a rule: a word of a class, or a slot that a part fills. */
export type Element =
  | { readonly kind: 'word'; readonly symbol: string }
  | {
      readonly kind: 'slot'
      readonly symbol: Part
      readonly role: string
      readonly labels: readonly Label[] | null
    }

/** A line of the grammar, its options spelled out. */
export interface Rule {
  readonly makes: Part
  readonly action: Action
  readonly relation: RelationName | null
  readonly elements: readonly Element[]
}

const slotPattern = /^\{(\w+)(?::(\w+))?(?::([\w,]+))?\}$/

const slotOf = (text: string, relationName: RelationName | null, line: string): Element | undefined => {
  const found = slotPattern.exec(text)
  if (!found) return undefined
  const [, role = '', part, named] = found
  const symbol = part ?? (role === 'of' || role === 'o' || role === 's' ? 'noun' : role)
  if (!isPart(symbol)) throw new Error(`${file}: ${line}: ${symbol} is no part of a question`)
  const wanted = named?.split(',').map((one) => {
    if (!isLabel(one)) throw new Error(`${file}: ${line}: ${one} is no label`)
    return one
  })
  const own = role === 'of' && relationName !== null && symbol === 'noun' ? relationOf(relationName).of : null
  return { kind: 'slot', symbol, role, labels: wanted ?? own }
}

/** The alternatives that one word of a line stands for; undefined for "nothing". */
const alternatives = (text: string): readonly (string | undefined)[] => {
  const optional = text.endsWith('?') && !text.endsWith('\\?')
  const bare = optional ? text.slice(0, -1) : text
  const several = bare.startsWith('(') && bare.endsWith(')') ? bare.slice(1, -1).split('|') : [bare]
  return optional ? [...several, undefined] : several
}

const spelledOut = (line: string): readonly (readonly string[])[] =>
  line
    .trim()
    .split(/\s+/)
    .reduce<readonly (readonly string[])[]>(
      (lists, text) =>
        lists.flatMap((list) => alternatives(text).map((one) => (one === undefined ? list : [...list, one]))),
      [[]],
    )

const rulesOf = (options: {
  readonly makes: Part
  readonly action: Action
  readonly relation: RelationName | null
  readonly line: string
}): readonly Rule[] =>
  spelledOut(options.line)
    .filter((texts) => texts.length > 0)
    .map((texts) => ({
      makes: options.makes,
      action: options.action,
      relation: options.relation,
      elements: texts.map(
        (text): Element => slotOf(text, options.relation, options.line) ?? { kind: 'word', symbol: text },
      ),
    }))

/** 甲的供应商 is also asked 甲有哪些供应商: a line that names what is found of what is known, with the question between. */
const askedBetween = (line: string): readonly string[] =>
  line.startsWith('{of} ') ? [line.replace('{of} ', '{of} 中? 有? 谁 ')] : []

/** 谁用甲的电池 is also asked 有谁用甲的电池. */
const askedWhether = (line: string): readonly string[] => (line.startsWith('谁 ') ? [`有 ${line}`] : [])

/** 甲有多少家供应商 is also asked of one place: 甲有多少家江苏供应商. */
const askedInPlace = (line: string): readonly string[] =>
  line.startsWith('{of} ')
    ? ['{place:noun:Park,Region}', '在 {place:noun:Park,Region} 中?'].map((place) =>
        line.replace('{of} ', `{of} 有? 谁 ${place} `),
      )
    : []

/** 甲的供应商 may be narrowed between: 甲在乙地的供应商, 甲在乙地有哪些供应商. */
const placedBetween = (line: string): readonly string[] =>
  line.startsWith('{of} ')
    ? [
        line.replace('{of} ', '{of} 在 {place:noun:Park,Region} '),
        line.replace('{of} ', '{of} {place:noun:Park,Region} '),
      ]
    : []

/** 甲给谁供货 is also asked without one that is known: 甲除了乙还给谁供货, 除了乙以外甲还给谁供货. */
const exceptBetween = (line: string): readonly string[] =>
  line.startsWith('{of} ')
    ? [line.replace('{of} ', '{of} 不 {x:name} 以外? (和|又)? '), `不 {x:name} 以外? (和|又)? ${line}`]
    : []

/** 甲和哪些企业合作 is also asked of one place: 甲和常州哪些企业合作. */
const placedHead = (line: string): readonly string[] =>
  line.includes('谁 {head:head')
    ? [
        line
          .replace('谁 {head:head', '{place:noun:Park,Region} 谁 {head:head')
          .replace(/(\{head:head[^}]*\})\?/, '$1'),
      ]
    : []

/** 甲在哪里 is also asked inside a place: 甲在常州的哪里. */
const placedWhere = (line: string): readonly string[] =>
  line.includes(' 在 哪里') ? [line.replace(' 在 哪里', ' 在 {place:noun:Park,Region} 中? 在? 哪里')] : []

/** 甲投资了哪些项目 is also asked of one place: 甲在常州投资了哪些项目. */
const placedVerb = (line: string): readonly string[] =>
  line.startsWith('{s} VERB ') ? [line.replace('{s} VERB ', '{s} 在 {place:noun:Park,Region} VERB ')] : []

interface Frame {
  readonly noun?: readonly string[]
  readonly clause?: readonly string[]
  readonly ask?: readonly string[]
  readonly counted?: readonly string[]
}

const framed = (frameLines: Frame, action: Action, relationName: RelationName | null): readonly Rule[] =>
  (['noun', 'clause', 'ask', 'counted'] as const).flatMap((makes) =>
    (frameLines[makes] ?? []).flatMap((line) => rulesOf({ makes, action, relation: relationName, line })),
  )

/** The frames of a verb: VERB, {o} and {s} replaced by its word and its slots. */
const verbRules = (): readonly Rule[] =>
  lexicon.verbs.flatMap(({ verb, object, subjects, objects }) => {
    const filled = (frameLines: Frame, role: '{o}' | '{s}', slot: string): Frame =>
      Object.fromEntries(
        Object.entries(frameLines).map(([makes, list]: [string, readonly string[]]) => [
          makes,
          list.map((line) => line.replaceAll('VERB', verb).replaceAll(role, slot)),
        ]),
      )
    const asked = object === 'product' ? '{of:product}' : '{of}'
    return [
      ...framed(filled(lexicon.verbFrames.subjects, '{o}', asked), 'related', subjects),
      ...framed(filled(lexicon.verbFrames.objects, '{s}', '{of}'), 'related', objects),
      ...framed(
        filled({ ask: lexicon.verbFrames.objects.ask.flatMap(placedVerb) }, '{s}', '{of}'),
        'relatedIn',
        objects,
      ),
    ]
  })

/** Every rule of the grammar. */
export const rules: readonly Rule[] = [
  ...lexicon.frames.flatMap((one) => [
    ...framed(one, 'related', one.relation),
    ...framed({ ask: one.ask.flatMap(askedWhether) }, 'related', one.relation),
    ...framed({ ask: one.noun.flatMap(askedBetween) }, 'related', one.relation),
    ...framed({ noun: one.noun.flatMap(placedBetween) }, 'relatedIn', one.relation),
    ...framed(
      {
        ask: one.noun
          .flatMap(placedBetween)
          .flatMap((line) => ['有? 谁', '有'].map((words) => line.replace('Region} ', `Region} ${words} `))),
      },
      'relatedIn',
      one.relation,
    ),
    ...framed({ ask: one.noun.flatMap(askedInPlace) }, 'relatedIn', one.relation),
    ...framed(
      { ask: [...one.ask.flatMap(placedHead), ...one.ask.flatMap(placedWhere)] },
      'relatedIn',
      one.relation,
    ),
    ...framed(
      {
        noun: one.noun.flatMap(exceptBetween),
        ask: [...one.ask, ...one.noun.flatMap(askedBetween)].flatMap(exceptBetween),
      },
      'relatedExcept',
      one.relation,
    ),
  ]),
  ...verbRules(),
  ...lexicon.sets.flatMap((one) => framed(one, one.action, null)),
  ...lexicon.questions.flatMap((one) => framed(one, one.action, null)),
]

/** What a word may be in a question. */
export type WordSense =
  | { readonly kind: 'word'; readonly symbol: string }
  /** A kind of thing; `part` is what its name must hold (医院), null for any. */
  | { readonly kind: 'head'; readonly label: Label; readonly part: string | null }
  | { readonly kind: 'stop' }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'tier'; readonly depth: number }
  | { readonly kind: 'top'; readonly first: number }
  | { readonly kind: 'founded'; readonly how: 'confidence' | 'sources' }
  | { readonly kind: 'metric'; readonly names: readonly string[] }
  | { readonly kind: 'year'; readonly back: number }
  | { readonly kind: 'yearPart'; readonly part: string }
  | { readonly kind: 'until' }
  | { readonly kind: 'countAsked' }
  | { readonly kind: 'product'; readonly name: string }
  /** Stands for the one name before it. */
  | { readonly kind: 'pronoun' }
  /** Says whose the place after it is. */
  | { readonly kind: 'possessive' }
  /** Adds nothing right behind the name of a place. */
  | { readonly kind: 'local' }

const senses = new Map<string, WordSense[]>()

const add = (word: string, sense: WordSense): void => {
  const key = simplified(word.normalize('NFKC').toLowerCase())
  const known = senses.get(key)
  if (known) known.push(sense)
  else senses.set(key, [sense])
}

for (const word of lexicon.pronouns) add(word, { kind: 'pronoun' })
for (const word of lexicon.possessives) add(word, { kind: 'possessive' })
for (const word of lexicon.local) add(word, { kind: 'local' })
for (const word of lexicon.stop.flat()) add(word, { kind: 'stop' })
for (const mark of marks) for (const word of lexicon.marks[mark]) add(word, { kind: 'mark', mark })
for (const word of lexicon.asking.count) {
  add(word, { kind: 'countAsked' })
  add(word, { kind: 'word', symbol: '谁' })
}
for (const stage of stages) for (const word of lexicon.stages[stage]) add(word, { kind: 'stage', stage })
for (const [depth, list] of Object.entries(lexicon.tiers))
  for (const word of list) add(word, { kind: 'tier', depth: Number(depth) })
for (const [first, list] of Object.entries(lexicon.tops))
  for (const word of list) add(word, { kind: 'top', first: Number(first) })
for (const how of ['confidence', 'sources'] as const)
  for (const word of lexicon.founded[how]) add(word, { kind: 'founded', how })
for (const one of labels) {
  for (const word of lexicon.heads[one]) add(word, { kind: 'head', label: one, part: null })
  for (const [part, words] of one === 'Region' ? Object.entries(lexicon.regionKinds) : [])
    for (const word of words) add(word, { kind: 'head', label: one, part })
  for (const word of lexicon.narrowHeads[one] ?? []) add(word, { kind: 'head', label: one, part: word })
}
for (const [name, list] of Object.entries(lexicon.metrics))
  for (const word of [name, ...list]) add(word, { kind: 'metric', names: [name, ...list] })
for (const [back, list] of Object.entries(lexicon.time.years))
  for (const word of list) add(word, { kind: 'year', back: Number(back) })
for (const [name, list] of Object.entries(lexicon.productNames))
  for (const word of [name, ...list]) add(word, { kind: 'product', name })
for (const part of lexicon.time.parts) add(part, { kind: 'yearPart', part })
for (const word of lexicon.time.until) add(word, { kind: 'until' })
for (const [symbol, list] of Object.entries(lexicon.words))
  for (const word of new Set([symbol, ...list])) add(word, { kind: 'word', symbol })
// A word that only a frame names is a class of its own.
const wordsOfFrames = rules.flatMap(({ elements }) =>
  elements.flatMap((element) => (element.kind === 'word' ? [element.symbol] : [])),
)
for (const symbol of new Set(wordsOfFrames))
  if (lexicon.words[symbol] === undefined && symbol !== '谁') add(symbol, { kind: 'word', symbol })

/** Words by how they are spelled in pinyin: gongyingshang, kehu. */
const spelled = new Map<string, string[]>()
for (const word of senses.keys()) {
  const [reading] = /^\p{Script=Han}{2,}$/u.test(word) ? readingsOf(word) : []
  if (reading !== undefined) spelled.set(reading.full, [...(spelled.get(reading.full) ?? []), word])
}

const spellings = new Set<string>()
const addSpelled = (spelling: string, list: readonly WordSense[]): void => {
  spellings.add(spelling)
  for (const sense of list) add(spelling, sense)
}

// A spelling that is an English word, or that words of several classes share, says nothing.
for (const [spelling, words] of spelled) {
  const [first, ...others] = words.map((word) => senses.get(word) ?? [])
  const isClear = others.every((one) => JSON.stringify(one) === JSON.stringify(first))
  if (first !== undefined && isClear && !senses.has(spelling)) addSpelled(spelling, first)
}
for (const [symbol, list] of Object.entries(lexicon.spelledWords))
  for (const word of list) addSpelled(word, [{ kind: 'word', symbol }])

/** Whether a word is Chinese, spelled in pinyin. */
export const isSpelled = (word: string): boolean => spellings.has(word)

/** What each word may be, by its spelling. */
export const wordSenses: ReadonlyMap<string, readonly WordSense[]> = senses

/** The length of the longest word. */
export const longestWord = Math.max(...[...senses.keys()].map((word) => word.length))
