/** A folder of news as large as asked for: the shipped digests, told of ever other firms. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildGazetteer } from '../../server/extract/gazetteer.ts'
import { namesOf } from '../../server/evaluate/known.ts'
import { projectFile } from '../../server/project.ts'

/** Digests are short; this many of them are about as long as an article. */
const perArticle = 4
/** Characters that brands are made of; two of them a firm. */
const syllables = '安邦诚达德鼎方丰福冠光广海浩恒宏华汇吉佳建杰金锦晶景君凯康科蓝力联隆美铭能宁诺鹏启'
/** How many characters of a name tell one firm from another. */
const brandLength = 2

/** Brand number `index`, the same at every run. */
const brandOf = (index: number): string =>
  [Math.floor(index / syllables.length), index].map((at) => syllables.charAt(at % syllables.length)).join('')

/** A digest with the brands of the firms that it names; its header lines taken off. */
interface Digest {
  readonly text: string
  readonly brands: readonly string[]
}

const readDigests = async (): Promise<readonly Digest[]> => {
  const folder = projectFile('data', 'sources', 'digests')
  const known = (await namesOf(projectFile('data', 'sources'))).known()
  const companies = buildGazetteer(known.filter(({ label }) => label === 'Company'))
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^(?:[A-Z]+: .*\n)+/, '')
      const brands = companies.find(text).map(({ start }) => text.slice(start, start + brandLength))
      return { text, brands: [...new Set(brands)] }
    })
}

const retold = ({ text, brands }: Digest, number: number): string =>
  brands.reduce((told, brand, index) => told.replaceAll(brand, brandOf(number + index)), text)

/** Fills a folder with .txt files of this many bytes in all, to within an article. The same at every run. */
export const writeNews = async (folder: string, bytes: number): Promise<void> => {
  const digests = await readDigests()
  mkdirSync(folder, { recursive: true })
  for (let file = 0, written = 0; written < bytes; file++) {
    const articles = Array.from({ length: perArticle }, (_, index) => file * perArticle + index).map(
      (number) => {
        const digest = digests[number % digests.length]
        return digest === undefined ? '' : retold(digest, number)
      },
    )
    const text = Buffer.from(articles.join('\n'))
    writeFileSync(join(folder, `${file.toString().padStart(5, '0')}.txt`), text)
    written += text.length
  }
}
