/** Finding the entities a document names: known names, new names, short names, and what is no name at all. */
import { describe, expect, test } from '@jest/globals'
import type { TextDocument } from '../server/extract/document.ts'
import { buildGazetteer, type KnownName } from '../server/extract/gazetteer.ts'
import type { Mention } from '../server/extract/mention.ts'
import { findMentions } from '../server/extract/mentions.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import type { Span } from '../server/extract/span.ts'

const documentOf = (text: string, damage: readonly Span[] = []): TextDocument => ({
  header: { address: null, title: null, publisher: null, date: null },
  text,
  damage,
  sha256: '',
})

const read = (
  text: string,
  names: readonly KnownName[] = [],
  damage: readonly Span[] = [],
): readonly Mention[] => findMentions(documentOf(text, damage), splitSentences(text), buildGazetteer(names))

/** Label and text of each mention, in order. */
const found = (text: string, names: readonly KnownName[] = []): readonly string[] =>
  read(text, names).map((mention) => `${mention.label} ${mention.text}`)

const known = (
  label: KnownName['label'],
  id: string,
  name: string,
  ...aliases: string[]
): readonly KnownName[] => [name, ...aliases].map((text) => ({ text, id, label, name }))

describe('new names', () => {
  test('a trade that elsewhere ends names of projects stands inside a full name; 同 before one is no part of it', () => {
    expect(found('链上有长沙昌隆工程机械配件有限公司。')).toEqual(['Company 长沙昌隆工程机械配件有限公司'])
    expect(found('展会上分别同晶睿橡胶签下协议。')).toEqual(['Company 晶睿橡胶'])
  })

  test('a full company name begins at its place or brand, not at the verb before it', () => {
    expect(found('园区引进合肥晶睿微电子有限公司、苏州朗迅智能装备(南通)有限公司。')).toEqual([
      'Company 合肥晶睿微电子有限公司',
      'Company 苏州朗迅智能装备(南通)有限公司',
    ])
  })

  test('a park keeps the place that is part of its name', () => {
    expect(found('项目落户在西安高新区，二期位于成都天府软件园。')).toEqual([
      'Park 西安高新区',
      'Park 成都天府软件园',
    ])
  })

  test('a place before an industry is a name of its own', () => {
    expect(found('去年，芜湖新能源汽车产业实现较快增长。')).toEqual(['Region 芜湖', 'Cluster 新能源汽车产业'])
  })

  test('industries are what a sentence calls so', () => {
    expect(found('全市以生物医药、光电子信息为主导产业。')).toEqual([
      'Cluster 生物医药',
      'Cluster 光电子信息',
    ])
  })

  test('a title in book marks is a policy only with the head of one', () => {
    expect(found('市里出台《低空经济发展三年行动计划》，电影《长江七号》在此取景。')).toEqual([
      'Policy 低空经济发展三年行动计划',
    ])
  })

  test('a place and what lies in it read as one name', () => {
    expect(found('公司总部在四川宜宾，工厂建在宜宾市屏山县。')).toEqual([
      'Region 四川宜宾',
      'Region 宜宾市屏山县',
    ])
  })
})

describe('companies', () => {
  test('the unknown members of a list of companies are companies', () => {
    expect(found('聚集了舜宇光学、欧菲光、德力西等龙头企业。')).toEqual([
      'Company 舜宇光学',
      'Company 欧菲光',
      'Company 德力西',
    ])
  })

  test('a name before a stock code is a company, without the code', () => {
    expect(found('阳光电源（300274）昨日公告。')).toEqual(['Company 阳光电源'])
  })

  test('brands of numerals and of characters that are words by themselves are read whole', () => {
    expect(found('长沙经开区的三一重工已投产。')).toEqual(['Park 长沙经开区', 'Company 三一重工'])
    expect(found('走进江苏道金智能制造科技股份有限公司。')).toEqual([
      'Company 江苏道金智能制造科技股份有限公司',
    ])
  })

  test('a place directly before a firm belongs to its name', () => {
    expect(found('隔膜采购自霞浦云膜科技。').at(-1)).toBe('Company 霞浦云膜科技')
  })

  test('are what fills the place of a supplier, a customer or a partner', () => {
    expect(found('电机铁芯由浙江华骏冲件独家供应，铝锭采购自沧州大化。')).toEqual([
      'Product 电机铁芯',
      'Company 浙江华骏冲件',
      'Product 铝锭',
      'Company 沧州大化',
    ])
    expect(found('粉体由本地企业供应。')).not.toContainEqual(expect.stringContaining('Company'))
  })

  test('a well-known firm is named by its short name, with its trade and its place in brackets', () => {
    expect(found('客户有格力、海信空调和西门子（中国）。')).toEqual([
      'Company 格力',
      'Company 海信空调',
      'Company 西门子（中国）',
    ])
    expect(found('产品通过宁德时代认证。')).toEqual(['Company 宁德时代'])
  })

  test('a firm called by a common word is one in a list of firms', () => {
    expect(found('客户包括比亚迪、长安和小米。')).toEqual(['Company 比亚迪', 'Company 长安', 'Company 小米'])
    expect(found('山上种了小米。')).toEqual([])
  })

  test('a firm abroad has its country and all its Latin words', () => {
    expect(found('设备来自挪威Nordfjell Marine，催化剂由荷兰Verhoeven公司供应。')).toEqual([
      'Company 挪威Nordfjell Marine',
      'Product 催化剂',
      'Company 荷兰Verhoeven公司',
    ])
  })

  test('works and firms called so have their place', () => {
    expect(found('锅炉来自哈尔滨锅炉厂，由大同市国有资本运营公司出资。')).toEqual([
      'Product 锅炉',
      'Company 哈尔滨锅炉厂',
      'Company 大同市国有资本运营公司',
    ])
    expect(found('公司计划在越南设厂。')).toEqual(['Region 越南'])
  })

  test('a branch is a company of its own', () => {
    expect(found('傲锐汽车部件(上海)有限公司常州分公司入驻。')).toEqual([
      'Company 傲锐汽车部件(上海)有限公司常州分公司',
    ])
  })
})

describe('a firm whose name goes on behind that of another', () => {
  const names = [...known('Company', 'a', '翎跃'), ...known('Company', 'b', '博世')]
  test.each([
    ['产品供给翎跃数字能源，翎跃集团参股。', ['Company 翎跃数字能源', 'Company 翎跃集团']],
    ['客户有翎跃博世，也有翎跃。', ['Company 翎跃博世', 'Company 翎跃']],
    ['与翎跃云睿签约。', ['Company 翎跃云睿']],
    ['合资设立翎跃云睿（宁夏）酒庄。', ['Company 翎跃云睿（宁夏）酒庄']],
  ])('%s', (text, mentions) => {
    expect(found(text, names)).toEqual(mentions)
  })

  test('what a firm does, makes, is called or whom it employs is no part of its name', () => {
    for (const text of [
      '翎跃投资4亿元。',
      '翎跃电池销量居前。',
      '翎跃隶属于博世。',
      '翎跃方面介绍。',
      '翎跃王军表示满意。',
    ])
      expect(found(text, names)).toContain('Company 翎跃')
  })
})

describe('projects, parks and bodies', () => {
  test('behind a full legal name a project is a name of its own', () => {
    expect(found('湖北中航精机科技有限公司汽车座椅调节机构项目日前开工。')).toEqual([
      'Company 湖北中航精机科技有限公司',
      'Project 汽车座椅调节机构项目',
    ])
  })

  test('what stands inside a project is no name', () => {
    expect(found('包头基地二期项目已建成。')).toEqual(['Project 包头基地二期项目'])
  })

  test('a place by its full name stays outside a park', () => {
    expect(found('永川区凤凰湖产业园内一片忙碌。')).toEqual(['Region 永川区', 'Park 凤凰湖产业园'])
  })

  test('a zone named by its kind means the one named before', () => {
    const mentions = read('西安高新区发展迅速。今年，高新区产值增长较快。')
    expect(mentions.map(({ name }) => name)).toEqual(['西安高新区', '西安高新区'])
  })

  test('a zone named by its kind alone may be any that is known', () => {
    const zones = [...known('Park', 'p1', '甲地高新区'), ...known('Park', 'p2', '乙地高新区')]
    expect(read('今年，高新区产值增长较快。', zones).map(({ known: ids }) => ids)).toEqual([['p1', 'p2']])
  })

  test('a project is named by what is built or done, without its capacity; a counted kind is none', () => {
    expect(found('投资2亿元的年产5万吨废旧轮胎回收项目已开工。')).toEqual(['Project 废旧轮胎回收项目'])
    expect(found('第8.6代OLED生产线点亮。')).toEqual(['Project 第8.6代OLED生产线'])
    expect(found('全市新签锂电池项目12个。')).not.toContainEqual(expect.stringContaining('Project'))
  })

  test('a park that only its industry names has the full name of its place', () => {
    expect(found('位于内乡县农产品加工园。')).toEqual(['Park 内乡县农产品加工园'])
  })

  test('a zone is the one named before by its long name', () => {
    const mentions = read('太仓经济技术开发区发展迅速。今年，经开区产值增长较快。')
    expect(mentions.map(({ name }) => name)).toEqual(['太仓经济技术开发区', '太仓经济技术开发区'])
  })

  test('an honour is a policy where someone is chosen for it, without its level', () => {
    expect(found('企业入选国家先进制造业集群。')).toEqual(['Policy 国家先进制造业集群'])
    expect(found('新增省级专精特新企业9家。')).toEqual(['Policy 专精特新'])
  })

  test('towns and divisions abroad belong to the place before them', () => {
    expect(found('总部在湖州吴兴区织里镇，工厂在越南海防市。')).toEqual([
      'Region 湖州吴兴区织里镇',
      'Region 越南海防市',
    ])
  })

  test('a county is meant by its short name where its full name stands too', () => {
    expect(found('全椒县加快发展，企业看好全椒。')).toEqual(['Region 全椒县', 'Region 全椒'])
  })

  test('a body joined to another is a name of its own', () => {
    expect(found('利欧集团与浙江工业大学共建泵业研究院。')).toEqual([
      'Company 利欧集团',
      'Institution 浙江工业大学',
      'Institution 泵业研究院',
    ])
  })

  test('a public body has its place, also before a role', () => {
    expect(found('襄阳市发改委主任介绍。')).toEqual(['Institution 襄阳市发改委'])
  })
})

describe('products', () => {
  test('are the objects of making, each part of a list by itself', () => {
    expect(found('公司主要生产滚珠丝杠、谐波减速器和伺服电机。')).toEqual([
      'Product 滚珠丝杠',
      'Product 谐波减速器',
      'Product 伺服电机',
    ])
  })

  test('keep their technical words and lose numbers and praise', () => {
    expect(found('公司推出新一代光伏逆变器。')).toEqual(['Product 光伏逆变器'])
  })

  test('are what someone supplies, buys or uses, whatever they end in', () => {
    expect(found('公司所需环氧丙烷从烟台购入，包装膜由青岛塑华供应。')).toEqual([
      'Product 环氧丙烷',
      'Region 烟台',
      'Product 包装膜',
      'Company 青岛塑华',
    ])
  })

  test('each has its amount in a list', () => {
    expect(found('去年生产叶片1875套、塔筒21.6万吨。')).toEqual(['Product 叶片', 'Product 塔筒'])
  })

  test('quoted brands are called so or stand behind a product', () => {
    expect(found('拥有“岭南红”“翠谷”两个品牌，交付散货船“海能8”。')).toEqual([
      'Product 岭南红',
      'Product 翠谷',
      'Product 散货船',
      'Product 海能8',
    ])
  })

  test('fields of work are none', () => {
    expect(found('产品广泛应用于汽车、电子、光伏等领域。')).toEqual([])
  })
})

describe('products with a quoted name or a model in front', () => {
  test.each([
    ['公司推出“岚影”系列办公椅。', 'Product “岚影”系列办公椅'],
    ['公司的QX-T7倾转旋翼机还在试飞。', 'Product QX-T7倾转旋翼机'],
  ])('%s', (text, product) => {
    expect(found(text)).toContain(product)
  })
})

describe('what is no name', () => {
  test.each([
    '该企业是上市公司，也是高新技术企业。',
    '重点项目加快建设，新能源项目集中开工。',
    '园区内头部企业不断增加。',
    '今年前三季度，主导产业增长较快。',
    '总经理李强介绍，订单已排到明年。',
    '2024世界动力电池大会日前举行。',
    '论文发表于《自然·通讯》。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('known names', () => {
  const names = [
    ...known('Company', 'c1', '苏州汇川联合动力系统股份有限公司', '汇川'),
    ...known('Company', 'c2', '深圳市汇川技术股份有限公司', '汇川'),
    ...known('Company', 'c3', '理想汽车', '理想'),
    ...known('Project', 'p1', '理想汽车常州智能制造基地'),
    ...known('Policy', 'y1', '532发展战略'),
  ]

  test('carry their ids; a name of two firms carries both', () => {
    expect(read('汇川与理想汽车合作。', names).map(({ known: ids }) => ids)).toEqual([['c1', 'c2'], ['c3']])
  })

  test('the longer name wins over the names inside it', () => {
    expect(found('走进理想汽车常州智能制造基地。', names)).toEqual(['Project 理想汽车常州智能制造基地'])
  })

  test('a common word is a name only where the document or its neighbours show it', () => {
    expect(found('人人都有自己的理想。', names)).toEqual([])
    expect(found('理想汽车发布财报，理想交付量上升。', names)).toEqual(['Company 理想汽车', 'Company 理想'])
  })

  test('are found across quotation marks inside them', () => {
    expect(found('全面实施“532”发展战略。', names)).toEqual(['Policy “532”发展战略'])
  })
})

describe('short names', () => {
  test('a brand after its full name means the same firm', () => {
    const mentions = read('江苏铭纳阳智能装备有限公司专注扁线电机。去年，铭纳阳订单翻番。')
    expect(mentions.filter(({ label }) => label === 'Company').map(({ name }) => name)).toEqual([
      '江苏铭纳阳智能装备有限公司',
      '江苏铭纳阳智能装备有限公司',
    ])
  })

  test('a stated short name means the firm before it', () => {
    const mentions = read('宁波拓维精密机械有限公司（以下简称“拓维”）昨日开业。目前拓维已有三条产线。')
    expect(mentions.filter(({ text }) => text === '拓维').map(({ name }) => name)).toContain(
      '宁波拓维精密机械有限公司',
    )
  })

  test('the brand of a firm with its place behind it, and a national name without its trade, may be the parent', () => {
    const meant = (text: string, short: string): readonly string[] =>
      read(text).flatMap((mention) => (mention.text === short ? [mention.name] : []))
    expect(meant('远山重工（荣成）有限公司投产。远山重工增资。', '远山重工')).toEqual(['远山重工'])
    expect(meant('中国海川重工集团有限公司投产。中国海川增资。', '中国海川')).toEqual(['中国海川'])
    expect(meant('中国海川重工集团有限公司投产。海川重工增资。', '海川重工')).toEqual([
      '中国海川重工集团有限公司',
    ])
    expect(meant('宁波拓维精密机械有限公司投产。拓维精密增资。', '拓维精密')).toEqual([
      '宁波拓维精密机械有限公司',
    ])
  })

  test('a name used before a longer one with a place, a group that stands beside a member, a well-known brand: not joined', () => {
    const meant = (text: string, short: string): readonly string[] => [
      ...new Set(read(text).flatMap((mention) => (mention.text === short ? [mention.name] : []))),
    ]
    const used = '开业。\n拓维精密增资。\n宁波拓维精密机械有限公司投产。拓维精密扩产。'
    expect(meant(used, '拓维精密')).toEqual(['拓维精密'])
    expect(meant('铭纳阳集团签约。江苏铭纳阳酒股份有限公司投产。铭纳阳增资。', '铭纳阳')).toEqual(['铭纳阳'])
    expect(meant('襄阳格力实业有限公司投产。格力增资。', '格力')).toEqual(['格力'])
    expect(meant('珠海格力电器股份有限公司投产。格力电器增资。', '格力电器')).toEqual([
      '珠海格力电器股份有限公司',
    ])
  })
})

test('nothing that touches damaged text is named', () => {
  const text = '位于合肥的晶睿微电子有限公司开业。'
  const at = text.indexOf('睿')
  expect(read(text, [], [{ start: at, end: at + 1 }]).map(({ label }) => label)).toEqual(['Region'])
})

test('mentions are in order and do not overlap', () => {
  const mentions = read('长沙三安半导体产业园由湖南三安半导体有限责任公司建设，服务比亚迪、蔚来等车企。')
  for (const [index, mention] of mentions.entries())
    expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0)
})
