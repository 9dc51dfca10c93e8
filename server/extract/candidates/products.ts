/** Products: models, and what stands behind the verbs of making and supplying or in a list with a product. */
import { isMark, isNameWord, withoutModifiers } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies, products as words } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const verbs = new Set(words.verbs)
const makers = new Set(words.makers)
const generic = new Set(words.generic)
const contexts = new Set(words.contexts)
const acronyms = new Set(words.noModels)
const fields = new Set(words.fields)
const abstract = new Set(words.abstract)
const fillers = new Set(words.fillers)
const nouns = new Set(companies.nouns)
const separators = new Set(['、', '和', '及', '以及', '与', '或'])
const inner = new Set(['-', '/', '+', '·'])
const longestProduct = 26

/** Which characters belong to names found before, other than products. */
type Taken = (offset: number) => Span | undefined

const isNumber = (token: Token): boolean => /^[\d.]+$/.test(token.text)

const isProductWord = (scene: Scene, token: Token): boolean => {
  if (isNameWord(token) || token.tag === 'eng' || /^a[dn]?$/.test(token.tag))
    return !nouns.has(token.text) && !contexts.has(token.text)
  if (token.tag === 'm' && token.text.length > 1 && !countWord.test(token.text) && !measured.test(token.text))
    return true
  if (isGrade(scene, token)) return true
  const before = scene.beside(token, -1)
  if (before !== undefined && isGrade(scene, before)) return true
  const next = scene.beside(token, 1)
  return isNumber(token) && next !== undefined && (next.tag === 'eng' || next.text === '万')
    ? true
    : token.text === '万' && next?.text === '像素'
}

/** 一台, 两款: a count with its measure. */
const measured = /^[一二两三四五六七八九十百千万几数\d]+[台辆套个件根片块条吨家种款枚颗架艘列批只座栋位]/u

/** Numbers in Chinese or digits; 多层 and 三元 are none. */
const countWord = /^[一二三四五六七八九十百千万亿两零多几余数第半\d.％%约近超]+$/u

/** A run of words that may name a product, from `start`; names found before end it. */
const runFrom = (scene: Scene, start: number, taken: Taken): Span => {
  let end = start
  for (;;) {
    const token = scene.tokenAt(end)
    if (token === undefined || taken(end) !== undefined || token.end - start > longestProduct) break
    const isInner = end > start && (inner.has(token.text) || isSpaceInside(scene, token))
    if (!isInner && !isProductWord(scene, token)) break
    if (makers.has(token.text) && end > start) break
    end = token.end
  }
  while (end > start && (/[\s]/.test(scene.text.charAt(end - 1)) || inner.has(scene.text.charAt(end - 1))))
    end--
  return { start, end }
}

/** A space between two words in Latin letters: SiC MOSFET. */
const isSpaceInside = (scene: Scene, token: Token): boolean => {
  const before = scene.beside(token, -1)
  const after = scene.beside(token, 1)
  return (
    token.text.trim() === '' &&
    before?.tag === 'eng' &&
    after !== undefined &&
    (after.tag === 'eng' || isNumber(after))
  )
}

const heads = new Set(words.heads)
const longestHead = Math.max(...words.heads.map(({ length }) => length))

const endsInHead = (text: string): boolean => {
  for (let length = 1; length <= Math.min(longestHead, text.length); length++)
    if (heads.has(text.slice(-length))) return true
  return false
}

const isProduct = (scene: Scene, { start, end }: Span): boolean => {
  const text = scene.text.slice(start, end)
  return end - start >= 2 && !generic.has(text) && endsInHead(text)
}

const quotedThing = /“(\p{Script=Han}{2,8})”/gu

/** Proposes quoted words that end in a product's head: “手撕钢”. */
const quotedThings = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedThing)].flatMap((match) => {
    const span = { start: match.index + 1, end: match.index + match[0].length - 1 }
    return isProduct(scene, span) ? [propose('product-quoted', 'Product', span)] : []
  })

const model = /^[A-Za-z]+[-A-Za-z0-9]*\d+[A-Za-z0-9]*$/

/** A word of letters and digits, or of letters, that may be a model: i8, L7, SEV. */
const isModel = (token: Token): boolean =>
  token.tag === 'eng' && model.test(token.text) && !acronyms.has(token.text)

/** 8.5代, 12英寸: a number that is part of the product's name. */
const isGrade = (scene: Scene, token: Token): boolean =>
  isNumber(token) && /^(?:代|英寸|寸|轴|座|层|价)$/u.test(scene.beside(token, 1)?.text ?? '')

/** A number or its measure; 多层 is none. */
const isCount = (token: Token): boolean =>
  token.tag === 'q' ||
  (token.tag === 'm' && (token.text.length === 1 || countWord.test(token.text) || measured.test(token.text)))

/** The words between a verb and its object: 了, 各类, numbers with their measure, a company. */
const objectStart = (scene: Scene, verb: Token, taken: Taken): number => {
  let at = verb.end
  for (;;) {
    const token = scene.tokenAt(at)
    if (token === undefined) return at
    const name = taken(at)
    if (name !== undefined) at = name.end
    else if (isGrade(scene, token)) return token.start
    else if (fillers.has(token.text) || isCount(token) || token.text === '“') at = token.end
    else return at
    if (isProductWord(scene, token) && /^[\d.]+$/.test(token.text)) return token.start
  }
}

const deeds = new Set([
  '研发',
  '生产',
  '制造',
  '销售',
  '设计',
  '开发',
  '供应',
  '应用',
  '加工',
  '供应商',
  '制造商',
])

/** Whether 的 leads to a thing, not to what is done with the one before it: 前驱体的研发. */
const isThingAhead = (scene: Scene, particle: Token, taken: Taken): boolean => {
  const beside = scene.beside(particle, 1)
  const next = beside?.text === '“' ? scene.beside(beside, 1) : beside
  return next !== undefined && !deeds.has(next.text) && runFrom(scene, next.start, taken).end > next.start
}

/** The runs of a list that begins at `start`, one after another. */
const listFrom = (scene: Scene, start: number, taken: Taken): readonly Span[] => {
  const runs: Span[] = []
  let at = start
  for (;;) {
    const run = runFrom(scene, at, taken)
    if (run.end === run.start) return runs
    const next = scene.tokenAt(run.end)
    if (next?.text === '的' && runs.length === 0 && isThingAhead(scene, next, taken)) {
      at = next.end
      continue
    }
    runs.push(run)
    if (next === undefined || !separators.has(next.text)) return runs
    at = next.end
  }
}

const isEnd = (scene: Scene, { end }: Span): boolean => {
  const token = scene.tokenAt(end)
  return (
    token === undefined ||
    isMark(token) ||
    separators.has(token.text) ||
    /^[ucpdv]/.test(token.tag) ||
    token.text === '等'
  )
}

/** Whether a run that ends in no known head may be a product all the same: the object of making, of nouns. */
const isMade = (scene: Scene, verb: Token, run: Span): boolean => {
  const last = scene.tokenAt(run.end - 1)
  const text = scene.text.slice(run.start, run.end)
  if (last === undefined || generic.has(text)) return false
  if (last.tag === 'eng' && !acronyms.has(last.text)) return run.end - run.start >= 2
  if (!makers.has(verb.text)) return false
  if (abstract.has(last.text)) return false
  return run.end - run.start >= 2 && /^(?:n|nz|ng|eng|x)$/.test(last.tag) && isEnd(scene, run)
}

/** Whether a list names fields of work: …等领域, …产业. */
const namesFields = (scene: Scene, list: readonly Span[]): boolean => {
  const end = list.at(-1)?.end
  const last = end === undefined ? undefined : scene.tokenAt(end - 1)
  const after = end === undefined ? undefined : scene.tokenAt(end)
  const next = after !== undefined && /^[等的]$/.test(after.text) ? scene.beside(after, 1) : after
  return (last !== undefined && fields.has(last.text)) || (next !== undefined && fields.has(next.text))
}

const copulas = new Set(['为', '是', '有', '包括', '涵盖', '包含', '以'])

/** 产品为, 产品包括: what a firm's products are said to be. */
const isCopula = (scene: Scene, token: Token): boolean => {
  const before = scene.beside(token, -1)
  const subject = before?.text === '主要' ? scene.beside(before, -1) : before
  return copulas.has(token.text) && subject !== undefined && subject.text.endsWith('产品')
}

const proposeRun = (scene: Scene, verb: Token, run: Span, isListed: boolean): readonly Candidate[] => {
  if (run.end <= run.start) return []
  if (isProduct(scene, run)) return [propose('product-object', 'Product', run)]
  if (isMade(scene, verb, run)) return [propose('product-made', 'Product', run)]
  const text = scene.text.slice(run.start, run.end)
  const last = scene.tokenAt(run.end - 1)
  const isPlain = generic.has(text) || text.length < 2 || last === undefined || abstract.has(last.text)
  return isListed && !isPlain && isEnd(scene, run) ? [propose('product-list', 'Product', run)] : []
}

/** Proposes products behind verbs; in such a list the neighbours of a product are products. */
const objects = (scene: Scene, taken: Taken): readonly Candidate[] =>
  scene.tokens.flatMap((verb) => {
    if (taken(verb.start) !== undefined || !(verbs.has(verb.text) || isCopula(scene, verb))) return []
    const list = listFrom(scene, objectStart(scene, verb, taken), taken)
    if (namesFields(scene, list)) return []
    const runs = list.map((run) => withoutModifiers(scene, run))
    const holdsProduct = runs.some((run) => isProduct(scene, run) || isMade(scene, verb, run))
    return runs.flatMap((run) => proposeRun(scene, verb, run, holdsProduct && runs.length > 1))
  })

/** What a list of products is called behind 等. */
const calledGoods = new Set(words.calls)

/** Proposes the items of a list that is called products: 汽车电子、动力总成等零部件. */
const called = (scene: Scene, taken: Taken): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  for (const token of scene.tokens) {
    if (token.start < at || taken(token.start) !== undefined || !isProductWord(scene, token)) continue
    const list = listFrom(scene, token.start, taken)
    const end = list.at(-1)?.end ?? token.end
    at = Math.max(end, token.end)
    const etc = scene.tokenAt(end)
    const call = etc?.text === '等' ? scene.beside(etc, 1) : undefined
    if (list.length < 2 || call === undefined || !calledGoods.has(call.text)) continue
    for (const run of list) found.push(propose('listed-product', 'Product', withoutModifiers(scene, run)))
  }
  return found.filter(({ start, end }) => end - start > 1 && !generic.has(scene.text.slice(start, end)))
}

const quotedModel = /“(\p{Script=Han}{0,2}[A-Za-z]+[-A-Za-z0-9]*\p{Script=Han}{0,2})”/gu

/** Proposes models in quotation marks: “元PLUS”. */
const quotedModels = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedModel)].flatMap((match) => {
    const text = match[1] ?? ''
    return !acronyms.has(text) && !acronyms.has(/^[A-Za-z]+/.exec(text)?.[0] ?? '')
      ? [propose('product-quoted', 'Product', { start: match.index + 1, end: match.index + 1 + text.length })]
      : []
  })

const adverbs = new Set([
  '的',
  '长期',
  '近日',
  '已',
  '则',
  '主要',
  '均',
  '都',
  '全部',
  '将',
  '也',
  '目前',
  '正',
  '仅',
])
const supplyVerbs = new Set(companies.supplies)

/** P由X供应: a verb of supply later in the clause. */
const isSupplied = (scene: Scene, by: Token): boolean => {
  for (let token = scene.beside(by, 1); token !== undefined; token = scene.beside(token, 1)) {
    if (supplyVerbs.has(token.text)) return true
    if (/^[，,。；;]$/.test(token.text)) return false
  }
  return false
}

/** Whether what follows a run shows it to be a product: its market, its supplier, its sales. */
const isInContext = (scene: Scene, { end }: Span): boolean => {
  let next = scene.tokenAt(end)
  while (next !== undefined && adverbs.has(next.text)) next = scene.beside(next, 1)
  if (next === undefined) return false
  return contexts.has(next.text) || (next.text === '由' && isSupplied(scene, next))
}

/** Whether a run that ends in no known head may be a product where the context says so. */
const isPlainThing = (scene: Scene, run: Span): boolean => {
  const last = scene.tokenAt(run.end - 1)
  const next = scene.tokenAt(run.end)
  const text = scene.text.slice(run.start, run.end)
  const isNoun =
    last !== undefined && /^n[gz]?$/.test(last.tag) && !abstract.has(last.text) && !generic.has(text)
  return (
    isNoun && text.length >= 2 && text.length <= longestPlain && next !== undefined && sourced.has(next.text)
  )
}

const longestPlain = 6
/** Behind these words any thing is a product: 面粉采购自…, 包装由…供应. */
const sourced = new Set(['采购', '来自', '由', '则', '主要'])

/** Proposes runs of words that end in a product's head, where the context or a number in them shows one. */
const headed = (scene: Scene, taken: Taken): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  for (const token of scene.tokens) {
    if (token.start < at || taken(token.start) !== undefined || !isProductWord(scene, token)) continue
    const list = listFrom(scene, token.start, taken).map((run) => withoutModifiers(scene, run))
    const last = list.at(-1)
    if (last === undefined) continue
    at = Math.max(last.end, token.end)
    const holds =
      isInContext(scene, last) && (list.some((run) => isProduct(scene, run)) || isPlainThing(scene, last))
    for (const run of list) {
      const isThing = isProduct(scene, run)
      if (
        holds &&
        (isThing || list.length > 1 || run === last) &&
        !generic.has(scene.text.slice(run.start, run.end))
      )
        found.push(propose('product-context', 'Product', run))
      else if (isThing && /^\p{Script=Han}*[A-Za-z]+(?!.*万)/u.test(scene.text.slice(run.start, run.end)))
        found.push(propose('product-technical', 'Product', run))
    }
  }
  return found.filter(({ start, end }) => end - start > 1)
}

/** X的P: a product behind a company's name. */
const owned = (scene: Scene, found: readonly Candidate[], taken: Taken): readonly Candidate[] =>
  found.flatMap(({ label, end }) => {
    const particle = scene.tokenAt(end)
    if (label !== 'Company' || particle?.text !== '的') return []
    const run = withoutModifiers(scene, runFrom(scene, particle.end, taken))
    return isProduct(scene, run) && !fields.has(scene.tokenAt(run.end)?.text ?? '')
      ? [propose('owned-product', 'Product', run)]
      : []
  })

/** Proposes models: letters with digits by themselves, and any behind a company's name: 理想MEGA, 理想L系列. */
const models = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const companyAt = new Map(
    found.filter(({ label }) => label === 'Company').map((company) => [company.end, company]),
  )
  return scene.tokens.flatMap((token) => {
    if (token.tag !== 'eng' || acronyms.has(token.text)) return []
    const before = scene.beside(token, -1)
    if (before !== undefined && isNumber(before)) return []
    const company = companyAt.get(token.start)
    const after = scene.beside(token, 1)
    const end = after !== undefined && isNumber(after) ? after.end : token.end
    const series = scene.text.startsWith('系列', end) ? end + 2 : end
    if (company !== undefined)
      return [propose('product-model', 'Product', { start: company.start, end: series })]
    return isModel(token) || end > token.end
      ? [propose('product-code', 'Product', { start: token.start, end: series })]
      : []
  })
}

/** Proposes products, given the names found before. */
export const products = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const named = found.filter(({ label }) => label !== 'Product')
  const owner = new Int32Array(scene.text.length).fill(-1)
  for (const [index, { start, end }] of named.entries()) owner.fill(index, start, end)
  const taken: Taken = (offset) => named[owner[offset] ?? -1]
  return [
    ...objects(scene, taken),
    ...called(scene, taken),
    ...headed(scene, taken),
    ...models(scene, found),
    ...quotedModels(scene),
    ...quotedThings(scene),
    ...owned(scene, found, taken),
  ]
}
