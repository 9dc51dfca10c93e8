/** Repairs: what is put right, what stays, what is marked as damage, and the way back to the raw text. */
import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { damageOf, mappedText, rawSpan } from '../server/extract/repair/mappedText.ts'
import { repaired } from '../server/extract/repair/repair.ts'
import { mostShiftedRuns } from '../server/extract/repair/shifted.ts'
import { shiftedRuns } from '../server/extract/repair/shiftedRun.ts'

const repair = (raw: string): string => repaired(mappedText(raw)).text
const damage = (raw: string): readonly string[] => {
  const mapped = repaired(mappedText(raw))
  return damageOf(mapped).map(({ start, end }) => mapped.text.slice(start, end))
}

describe('what is put right', () => {
  test.each([
    ['traditional characters', '太陽誘電(常州)電子', '太阳诱电(常州)电子'],
    ['corner quotes', '項目「快馬加鞭」', '项目“快马加鞭”'],
    ['full-width letters, digits and decimals', 'ＡＢ柱２０２４年１．５％', 'AB柱2024年1.5%'],
    ['radicals that stand for characters', '汽⻋⼯⼚', '汽车工厂'],
    ['notes of pronunciation', '產(chǎn)業(yè)應(yīng)用', '产业应用'],
    ['doubled marks', '签约,,投产，，在建。。', '签约,投产，在建。'],
    ['mixed marks', '签约,、投产，。开工,;', '签约、投产。开工;'],
    ['a comma before a mark after a number', '增长57.9%,。', '增长57.9%。'],
  ])('%s', (_name, raw, clean) => {
    expect(repair(raw)).toBe(clean)
  })

  test.each([
    ['a place in brackets', '天纳克(常州)减振系统'],
    ['letters in brackets after a character', '碳(c)与硅(si)'],
    ['a reading that the character does not have', '常(yè)州'],
    ['characters that simplified texts have too', '显著、原著、乾隆与瞭望'],
    ['places left empty in code', 'f(a,,b)'],
    ['marks repeated on purpose', '真的吗？！太好了！！……好。'],
    ['questions with a half-width mark', '行不行?我们试试A方案。'],
    ['a question mark and an exclamation mark', '什么?!你好A先生。为什么?!?我们不懂。'],
    ['rare characters of names after a question', '是谁?瞿颖和昊禾生物A。'],
  ])('%s stays', (_name, text) => {
    expect(repair(text)).toBe(text)
    expect(damage(text)).toEqual([])
  })
})

describe('broken lines', () => {
  const long =
    '园区今年将着力优化产业体系,除放大智电汽车产业优势外,还将支持重点企业快速发展壮大,提升机器人产业'

  test('a sentence that a column broke is whole again, with and without an empty line', () => {
    expect(repair(`${long}质\n效和产值。`)).toBe(`${long}质效和产值。`)
    expect(repair(`${long}质\n\n \n效和产值。`)).toBe(`${long}质效和产值。`)
  })

  test('a short line that ends in a comma or has several clauses goes on', () => {
    expect(repair('去年,新增中心14家,\n\n新誉集团项目通过验收。')).toBe(
      '去年,新增中心14家,新誉集团项目通过验收。',
    )
    expect(repair('聚焦开工率、达产率,抓投产\n\n率、达效率。')).toBe('聚焦开工率、达产率,抓投产率、达效率。')
  })

  test('lines as wide as the column go on in hard-wrapped text', () => {
    const wrapped =
      '星河汽车在青江高新区建设二期工厂\n并由青江曲轴股份有限公司供应曲轴\n等多种零部件今年九月已全部完成的\n建设。'
    expect(repair(wrapped)).toBe(wrapped.replaceAll('\n', ''))
  })

  test.each([
    ['headings', '产业能级提档, 打造发展新优势\n星河汽车投产。'],
    ['captions', '从关键指标到微观感受，\n星河汽车总装车间\n发展体现在速度。'],
    ['paragraphs', `${long}。\n效和产值。`],
    ['lists without sentences', `${long}\n${long}\n${long}`],
    ['numbered lists', `${long}\n1、质效。\n2、产值。`],
  ])('%s stay apart', (_name, text) => {
    expect(repair(text)).toBe(text)
  })

  test('Latin words keep a space, broken numbers and Chinese get none', () => {
    expect(repair(`${long}Node\nJS。`)).toBe(`${long}Node JS。`)
    expect(repair(`${long}20\n24年。`)).toBe(`${long}2024年。`)
  })
})

/** GBK text decoded one byte too early; its first byte and, where it is no letter, its last one are lost. */
const shifted = (text: string): string => {
  const bytes = iconv.encode(text, 'gbk')
  const last = bytes.at(-1) ?? 0
  return `?${iconv.decode(bytes.subarray(1, -1), 'gbk')}${last < 0x80 ? String.fromCharCode(last) : '?'}`
}

describe('text that was shifted by one byte', () => {
  test('is repaired where words confirm it', () => {
    const text = `“項目今年投產,可生產設備500臺${shifted('。”該集團')}副總裁介紹。`
    expect(text).not.toContain('集')
    expect(repair(text)).toBe('“项目今年投产,可生产设备500台。”该集团副总裁介绍。')
    expect(damage(text)).toEqual([])
  })

  test('a note that survived decides, and one that disagrees forbids', () => {
    const run = '“項目將投產,我們很高興?！痹摷瘓F'
    expect(repair(`${run}(tuán)副總裁說。`)).toBe('“项目将投产,我们很高兴。”该集团副总裁说。')
    expect(repair(`${run}(mǎ)副總裁說。`)).toContain('痹')
    expect(damage(`${run}(mǎ)副總裁說。`)).toHaveLength(1)
  })

  test('a run that no words confirm is left and marked', () => {
    const raw = '工厂投产?倓眲摷摴靖睆。'
    expect(repair(raw)).toBe(raw)
    expect(damage(raw)).toEqual(['?倓眲摷摴靖睆'])
  })

  test('a character beside something unknown is given up rather than guessed', () => {
    const raw = `“企業首次參展,收穫不少訂單${shifted('。”剛剛參加完第')}36屆展會的負責人說。`
    expect(repair(raw)).toBe('“企业首次参展,收获不少订单。”刚刚参加完\uFFFD36届展会的负责人说。')
    expect(damage(raw)).toEqual(['\uFFFD'])
  })

  test('a rare word or a name is no evidence for a byte that is lost', () => {
    const raw = `“新車今年將在常州投產,產能很大。”副總裁${shifted('李冠')}，華東總部說。`
    expect(repair(raw)).not.toMatch(/李广|李冠/)
    expect(damage(raw)).toHaveLength(1)
  })

  test('a pair of bytes that a decoder dropped is found where a word needs it', () => {
    const dropped = iconv.encode('。”該公司副廠', 'gbk')
    const run = `?${iconv.decode(Buffer.concat([dropped.subarray(1, 7), dropped.subarray(9, -1)]), 'gbk')}S`
    expect(repair(`“產品可滿足30萬臺車的配套,前景很好${run}長介紹。`)).toContain('。”该公司副厂长介绍。')
  })

  test('runs over the limit are left and marked', () => {
    const line = '“項目將投產,我們很高興?！痹摷瘓F副總裁說。'
    const mapped = repaired(mappedText(Array.from({ length: mostShiftedRuns + 1 }, () => line).join('\n')))
    expect(mapped.text.split('\n').filter((one) => one.includes('该集团'))).toHaveLength(mostShiftedRuns)
    expect(damageOf(mapped)).toHaveLength(1)
  })

  test('every shape is found once, in order', () => {
    const runs = shiftedRuns('套?！痹摷瘓F(tuán)。出?！?，行?！眱?yōu)咔')
    expect(runs.map(({ hasBody, closingNote }) => [hasBody, closingNote])).toEqual([
      [true, 'tuán'],
      [false, null],
      [true, 'yōu'],
    ])
  })
})

/** The five newspaper texts are not part of the project; NEWS_TEXTS names the folder that holds them. */
const newsTexts = process.env['NEWS_TEXTS']
const withNews = newsTexts === undefined ? describe.skip : describe

withNews('the newspaper texts', () => {
  const news = (number: string): string => {
    const folder = newsTexts ?? ''
    const name = readdirSync(folder).find((one) => one.startsWith(number)) ?? ''
    return readFileSync(join(folder, name), 'utf8')
  }

  test.each([
    ...['。”该公司副厂长', '。总投资10', '。“预计12', '。”该集团副', '。”优咔(常州)', '驾驶融合应用'],
    ...['。”刚刚参加完\uFFFD36届', '“出\uFFFD”', '。“今年'],
  ])('the shifted run of %s is repaired', (repairedRun) => {
    // Compared without the text, which a failure would print.
    expect(repair(news('004')).includes(repairedRun)).toBe(true)
  })

  test('of nine shifted runs two characters stay lost, and no note is left', () => {
    expect(shiftedRuns(news('004'))).toHaveLength(9)
    expect(damage(news('004'))).toEqual(['\uFFFD', '\uFFFD'])
    expect(/[?!]|[āáǎàēéěèīíǐìōóǒòūúǔù]|[,，][,，、。]/.test(repair(news('004')))).toBe(false)
  })

  test('the other four are not damaged', () => {
    for (const number of ['000', '001', '002', '003']) expect(damage(news(number))).toEqual([])
  })
})

describe('what is lost is marked', () => {
  test.each([
    ['characters that a decoder gave up', '星河\uFFFD汽车', ['\uFFFD']],
    ['private characters', '星河\uE123汽车', ['\uE123']],
    ['traces of a wrong encoding', '锟斤拷锟斤拷汽车', ['锟斤拷锟斤拷']],
    ['UTF-8 read as Latin letters', 'ä¸­å›½汽车', ['ä¸­å›½']],
    ['a question mark in a number', '第?36届,增长1?3%', ['?', '?']],
  ])('%s', (_name, raw, marked) => {
    expect(damage(raw)).toEqual(marked)
  })

  test('marks move with the text through later repairs', () => {
    expect(damage('產(chǎn)業(yè)，，\n\n星\uFFFD車')).toEqual(['\uFFFD'])
  })
})

const pieces = [
  ...[
    '星河汽车',
    '產(chǎn)業(yè)',
    '「',
    '」',
    '，，',
    ',。',
    '。',
    '、',
    '\n',
    '\n\n',
    '２０２４',
    '?',
    '?！',
    '痹摷瘓F',
  ],
  ...[
    '(tuán)',
    '**',
    '# ',
    '[甲](https://a.cn)',
    '\uFFFD',
    '⻋',
    ' ',
    'AB',
    '，',
    '青江曲轴股份有限公司',
    '𠮷',
  ],
]
const broken = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))
const clauses = [
  '星河汽车在青江高新区投产',
  '项目总投资30亿元',
  '二期工厂(青江)今年开工',
  '“十四五”期间增长3.5%',
  '公司为整车配套曲轴、齿轮和GB/T标准件',
]
const healthy = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('。', '！', '？', '；', '……', '?', '!'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((sentences) => sentences.map(([parts, end]) => parts.join('，') + end).join(''))

describe('for any text', () => {
  test('every span maps to raw text inside its bounds, later spans to later text', () => {
    fc.assert(
      fc.property(broken, (raw) => {
        const mapped = repaired(mappedText(raw))
        let last = 0
        for (let index = 0; index < mapped.text.length; index++) {
          const { start, end } = rawSpan(mapped, { start: index, end: index + 1 })
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(raw.length)
          last = start
        }
        for (const { start, end } of damageOf(mapped)) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(mapped.text.length)
        }
      }),
    )
  })

  test('characters that no repair touched are the raw ones they map to', () => {
    fc.assert(
      fc.property(broken, (raw) => {
        const mapped = repaired(mappedText(raw))
        for (
          let index = mapped.text.indexOf('青');
          index >= 0;
          index = mapped.text.indexOf('青', index + 1)
        ) {
          const { start, end } = rawSpan(mapped, { start: index, end: index + 1 })
          expect(raw.slice(start, end)).toBe('青')
        }
      }),
    )
  })

  test('healthy text comes through unchanged', () => {
    fc.assert(
      fc.property(healthy, (text) => {
        expect(repair(text)).toBe(text)
        expect(damage(text)).toEqual([])
      }),
    )
  })

  test('repairing twice changes nothing more', () => {
    fc.assert(
      fc.property(healthy, (text) => {
        expect(repair(repair(text))).toBe(repair(text))
      }),
    )
  })
})
