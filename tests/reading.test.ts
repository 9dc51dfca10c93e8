/** Reading a document: formats, encodings, header, and one clear sentence for what can't be read. */
import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { DocumentError, documentLimits } from '../server/extract/reading/documentError.ts'
import { readDocument } from '../server/extract/reading/readDocument.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import { projectFile } from '../server/project.ts'

const fixture = (name: string): Buffer => readFileSync(projectFile('tests', 'fixtures', 'documents', name))
const read = (content: string | Buffer, file = 'a.txt', stated = {}) =>
  readDocument(Buffer.from(content), file, stated)
const refusal = (content: string | Buffer, file = 'a.txt') =>
  read(content, file).then(
    () => null,
    (error: unknown) => (error instanceof DocumentError ? error.message : String(error)),
  )

const factory = '星河汽车有限公司二期工厂在青江高新区投产,青江曲轴股份有限公司为其供应曲轴。'

describe('formats', () => {
  test('a web page gives its main text without menus and scripts, and what its metadata state', async () => {
    const { text, header } = await read(fixture('page.html'), 'page.html')
    expect(header).toEqual({
      address: 'https://news.example.cn/2024/1008.html',
      title: '星河汽车二期工厂投产',
      publisher: '青江日报',
      date: '2024-10-08',
    })
    expect(text).toContain('青江曲轴股份有限公司为星河汽车供应曲轴')
    expect(text).not.toMatch(/首页|统计代码|网站地图/)
  })

  test('Word paragraphs are paragraphs of the text', async () => {
    const { text } = await read(fixture('report.docx'), 'report.docx')
    expect(text.split('\n')).toEqual([
      '星河汽车二期工厂投产',
      '星河汽车有限公司二期工厂10月7日在青江高新区投产,设计年产能20万辆。',
      '青江曲轴股份有限公司为星河汽车供应曲轴。',
    ])
  })

  test('lines of a PDF are joined, and radicals that stand for characters are characters', async () => {
    const { text } = await read(fixture('text.pdf'), 'text.pdf')
    expect(text).toContain('星河汽车有限公司二期工厂10月7日在青江高新区投产')
    expect(text).toContain('青江曲轴股份有限公司为星河汽车供应曲轴,双方的合作始于2019年。')
  })

  test('a PDF that is named .txt is read as a PDF', async () => {
    expect((await read(fixture('text.pdf'), 'text.txt')).text).toContain('星河汽车')
  })

  test('marks of Markdown are no words', async () => {
    const { text, header } = await read(
      '# 星河汽车投产\n\n**青江**的[星河汽车](https://example.cn/a)投产。\n',
      'a.md',
    )
    expect(text).toBe('星河汽车投产\n青江的星河汽车投产。')
    expect(header.title).toBe('星河汽车投产')
  })
})

describe('encodings', () => {
  const bytes = (encoding: string): Buffer => iconv.encode(factory, encoding)

  test.each(['utf-8', 'gb18030'])('%s without a BOM', async (encoding) => {
    expect((await read(bytes(encoding))).text).toBe(factory)
  })

  test.each([
    ['UTF-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['UTF-16 little endian', [0xff, 0xfe], 'utf-16le'],
    ['UTF-16 big endian', [0xfe, 0xff], 'utf-16be'],
  ])('%s with a BOM', async (_name, bom, encoding) => {
    expect((await read(Buffer.concat([Buffer.from(bom), bytes(encoding)]))).text).toBe(factory)
  })

  test('Big5 is told from GB18030, which reads its bytes as rare characters', async () => {
    const traditional = '星河汽車有限公司二期工廠在青江高新區投產,青江曲軸股份有限公司為其供應曲軸。'
    expect((await read(iconv.encode(traditional, 'big5'))).text).toBe(factory)
  })

  test.each([
    ['a piece of a page', `<p>${factory}`],
    ['a body alone', `<body><div>${factory}</div>`],
    ['words alone', factory],
  ])('%s is read as a page', async (_what, source) => {
    expect((await read(source, 'a.html')).text).toBe(factory)
  })

  test.each(['<!DOCTYPE html>', '<html>', '<p></p>'])('%s has no text, and that is said', async (source) => {
    expect(await refusal(source, 'a.html')).toContain('a.html has no text')
  })

  test('a page with any piece cut out is read, or refused in one sentence', async () => {
    const page = fixture('page.html')
    for (let at = 0; at < page.length; at += 41) {
      const cut = Buffer.concat([page.subarray(0, at), page.subarray(at + (at % 60) + 1)])
      await read(cut, 'a.html').catch((error: unknown) => {
        expect(error).toBeInstanceOf(DocumentError)
      })
    }
  })

  test('a page in GBK is read as it declares', async () => {
    const page = `<html><head><meta charset="gbk"><title>投产</title></head><body><p>${factory}</p></body></html>`
    expect((await read(iconv.encode(page, 'gbk'), 'a.html')).text).toContain(factory)
  })
})

describe('header', () => {
  test('header lines are taken off the text, and offsets still address the file', async () => {
    const raw = `SOURCE: https://example.cn/a\nTITLE: 投产\nDATE: 2025-07\n\n${factory}\n`
    const document = await read(raw)
    expect(document.header).toEqual({
      address: 'https://example.cn/a',
      title: '投产',
      publisher: null,
      date: '2025-07',
    })
    expect(document.text).toBe(factory)
    const { start, end } = document.rawSpan({ start: 0, end: factory.length })
    expect(raw.slice(start, end)).toBe(factory)
  })

  test('a source that is no address is the publisher, unless the manifest names one', async () => {
    const raw = `SOURCE: 青江高新区\nTITLE: 投产\nDATE: unknown\n\n${factory}`
    expect((await read(raw)).header).toEqual({
      address: null,
      title: '投产',
      publisher: '青江高新区',
      date: null,
    })
    expect((await read(raw, 'a.txt', { publisher: '青江日报' })).header.publisher).toBe('青江日报')
  })

  test('the header wins over the manifest where it says something, the manifest over what the text shows', async () => {
    const stated = { address: 'https://example.cn/b', title: '清单标题', date: '2020' }
    expect((await read(`TITLE: 投产\nDATE: unknown\n\n${factory}`, 'a.txt', stated)).header).toMatchObject({
      address: 'https://example.cn/b',
      title: '投产',
      date: '2020',
    })
    expect((await read(`投产新闻\n2024-10-08\n${factory}`, 'a.txt', stated)).header).toMatchObject({
      title: '清单标题',
      date: '2020',
    })
  })

  test('a headline and a date line are read and stay in the text', async () => {
    const { header, text } = await read(`星河汽车二期投产\n2024年10月8日 来源:青江日报\n${factory}`)
    expect(header).toMatchObject({ title: '星河汽车二期投产', date: '2024-10-08' })
    expect(text.startsWith('星河汽车二期投产\n2024年')).toBe(true)
  })

  test.each([
    ['a first sentence is no title', `${factory}\n第二段。`],
    ['a date in a sentence is not that of the document', `2024年10月8日,${factory}\n第二段。`],
  ])('%s', async (_name, raw) => {
    expect((await read(raw)).header).toMatchObject({ title: null, date: null })
  })

  test('a date that is not in the calendar says nothing', async () => {
    expect((await read(`DATE: 2024-02-30\n\n${factory}`)).header.date).toBeNull()
  })
})

describe('what can not be read is told in one sentence', () => {
  test.each([
    ['binary', Buffer.from([1, 2, 0, 3, 255]), 'a.txt', /a\.txt is binary, not text; give/],
    ['empty', Buffer.alloc(0), 'a.txt', /a\.txt is empty; leave it out/],
    ['blank', Buffer.from(' \n\u3000\n'), 'a.txt', /a\.txt has no text; leave it out/],
    [
      'no encoding',
      Buffer.from([0x80, 0xff, 0x80, 0xff]),
      'a.txt',
      /is in none of UTF-8.*; save it as UTF-8/,
    ],
    ['no Word file', Buffer.from('text'), 'a.docx', /a\.docx is no readable \.docx; open it/],
    ['no PDF', Buffer.from('text'), 'a.pdf', /a\.pdf is no readable PDF; open it/],
    ['an unknown ending', Buffer.from('text'), 'a.rtf', /a\.rtf ends in \.rtf; give \.txt/],
  ])('%s', async (_name, bytes, file, message) => {
    expect(await refusal(bytes, file)).toMatch(message)
  })

  test('a PDF with a password and one without text', async () => {
    expect(await refusal(fixture('locked.pdf'), 'locked.pdf')).toMatch(
      /locked\.pdf is protected by a password/,
    )
    expect(await refusal(fixture('scan.pdf'), 'scan.pdf')).toMatch(
      /scan\.pdf holds pictures of pages but no text/,
    )
  })

  test('a file of exactly the limit is read, one byte more is not', async () => {
    const full = Buffer.alloc(documentLimits.bytes, 'a')
    expect((await read(full)).text).toHaveLength(documentLimits.bytes)
    expect(await refusal(Buffer.concat([full, Buffer.from('a')]))).toMatch(/has 20971521 bytes.*; split it/)
  })
})

describe('sentences', () => {
  const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['ends at 。！？； and ……', '甲。乙！丙？丁；戊……己。', ['甲。', '乙！', '丙？', '丁；', '戊……', '己。']],
    ['keeps closing quotes and brackets', '他说:“好。”再说。(完。)', ['他说:“好。”', '再说。', '(完。)']],
    ['does not split inside quotes, titles and brackets', '入选“甲；乙”和《丙；丁》（戊；己）名单。', null],
    ['splits speech of several sentences', '“甲来了。乙走了。”丙说。', ['“甲来了。', '乙走了。”', '丙说。']],
    ['keeps decimals and Latin text whole', '增长3.5%,见a.b?c=1;d=2与Node.js。', null],
    ['takes half-width marks after Chinese', '甲开工;乙投产!丙呢?', ['甲开工;', '乙投产!', '丙呢?']],
    ['an ellipsis before a comma is a pause', '甲……，乙。', null],
    ['trims white space', '  甲。 乙。\u3000', ['甲。', '乙。']],
    ['a bracket that never closes holds nothing together', '甲（乙。丙。', ['甲（乙。', '丙。']],
  ])('%s', (_name, text, expected) => {
    expect(split(text)).toEqual(expected ?? [text])
  })

  test('paragraphs are numbered without gaps', () => {
    expect(splitSentences('甲。乙。\n\n丙。').map(({ paragraph }) => paragraph)).toEqual([0, 0, 1])
  })

  test('a text without any mark is one sentence, an empty one has none', () => {
    expect(split('星河汽车')).toEqual(['星河汽车'])
    expect(split('')).toEqual([])
  })
})
