/** Words of the pages of companies, parks, clusters and policies. */
import type { Position } from '../portrait/chain.ts'
import type { PartKey } from '../portrait/parts.ts'
import type { Language } from '../state.ts'

export interface PortraitText {
  graph: string
  parts: Record<PartKey, string>
  /** Parts of which nothing is stated. */
  missing: (parts: readonly string[]) => string
  /** What that means, and what can be done. */
  nothing: string
  more: (count: number) => string
  less: string
  open: (name: string) => string
  omitted: (count: number) => string
  figures: string
  /** Where a figure is planned, its bar is hollow. */
  plannedBars: string
  changes: string
  chart: (title: string, items: string) => string
  allFigures: (count: number) => string
  timeline: string
  timelineHint: string
  noDates: string
  documents: (count: number) => string
  moreDocuments: (count: number) => string
  noDocuments: string
  chain: string
  chainHint: Record<'PARK' | 'CLUSTER', string>
  cutMembers: (asked: number, all: number) => string
  noChain: string
  product: string
  here: Record<'PARK' | 'CLUSTER', string>
  elsewhere: string
  positions: Record<Position, string>
  gap: string
  gaps: (count: number) => string
  reason: string
  evidenceHint: string
  announce: (kind: string, name: string, facts: number) => string
  selected: string
  unknownTitle: string
  unknownHint: string
  otherKind: (kind: string) => string
  otherKindHint: string
}

const zh: PortraitText = {
  graph: '看关系图',
  parts: {
    suppliers: '供应商',
    customers: '客户',
    products: '产品',
    projects: '项目与所处阶段',
    places: '所在地',
    clusters: '所属产业集群',
    parents: '母公司与投资方',
    holdings: '子公司、投资与运营',
    partners: '合作方',
    policies: '相关政策',
    members: '成员企业',
    parks: '园区',
    institutions: '机构与平台',
    operators: '运营方',
    issuers: '出台方',
    supportedCompanies: '惠及的企业',
    supportedParks: '惠及的园区',
    supportedClusters: '支持的产业',
    supportedProjects: '支持的项目',
    supportedRegions: '覆盖的地区',
    others: '其他关系',
  },
  missing: (parts) => `资料没有写明：${parts.join('、')}。`,
  nothing: '没有写明不等于没有；装入表格或新闻（npm run load）后会补上。',
  more: (count) => `再看 ${String(count)} 条`,
  less: '收起',
  open: (name) => `打开 ${name}`,
  omitted: (count) => `关系太多，还有 ${String(count)} 条没有列在这一页；关系图里可以按类型展开。`,
  figures: '数据',
  plannedBars: '虚线空心的柱是计划或目标，不是已实现的数。',
  changes: '增减幅度（%）',
  chart: (title, items) => `${title}：${items}`,
  allFigures: (count) => `全部数据 ${String(count)} 项，点开看出处`,
  timeline: '大事记',
  timelineHint: '按资料所述日期，由近及远；点一条看证据。',
  noDates: '资料没有写明日期。',
  documents: (count) => `资料 ${String(count)}`,
  moreDocuments: (count) => `只列出最近的，还有 ${String(count)} 份。`,
  noDocuments: '没有资料提到它。装入表格或新闻（npm run load）后会出现在这里。',
  chain: '产业链上的位置',
  chainHint: {
    PARK: '园内企业做什么产品，别处谁也做，上下游有没有写明的生产者。',
    CLUSTER: '集群内企业做什么产品，别处谁也做，上下游有没有写明的生产者。',
  },
  cutMembers: (asked, all) => `只看证据最多的 ${String(asked)} 家，共 ${String(all)} 家。`,
  noChain: '资料没有写明成员企业做什么产品。装入产品表或供应表后，这里列出产品、生产者和缺口。',
  product: '产品',
  here: { PARK: '园内谁做', CLUSTER: '集群内谁做' },
  elsewhere: '别处谁做',
  positions: {
    UPSTREAM: '上游：部件与材料',
    OWN: '这里做的',
    DOWNSTREAM: '下游：用到它的产品',
    NAMED: '归入本产业的产品',
  },
  gap: '未见生产者',
  gaps: (count) => `${String(count)} 种产品未见生产者`,
  reason: '依据',
  evidenceHint: '点任意一条，这里显示它的证据：原句或表格的行、发布者、日期与可信度。',
  announce: (kind, name, facts) => `${kind} ${name}，${String(facts)} 条关系。`,
  selected: '已选中，证据在详情栏。',
  unknownTitle: '没有这个实体',
  unknownHint: '链接里的标识不存在；它的来源可能已被撤回。请用上面的搜索框查找。',
  otherKind: (kind) => `${kind}没有这样的专页`,
  otherKindHint: '它的关系图里有全部内容。',
}

const en: PortraitText = {
  graph: 'Graph',
  parts: {
    suppliers: 'Suppliers',
    customers: 'Customers',
    products: 'Products',
    projects: 'Projects and their stage',
    places: 'Places',
    clusters: 'Clusters',
    parents: 'Parents and investors',
    holdings: 'Subsidiaries, investments, operations',
    partners: 'Partners',
    policies: 'Policies',
    members: 'Member companies',
    parks: 'Parks',
    institutions: 'Institutions',
    operators: 'Operators',
    issuers: 'Issued by',
    supportedCompanies: 'Companies supported',
    supportedParks: 'Parks supported',
    supportedClusters: 'Industries supported',
    supportedProjects: 'Projects supported',
    supportedRegions: 'Regions covered',
    others: 'Other relationships',
  },
  missing: (parts) => `Not stated: ${parts.join(', ').toLowerCase()}.`,
  nothing: 'That does not mean there is none. Load tables or news (npm run load) to fill it in.',
  more: (count) => `${String(count)} more`,
  less: 'Fewer',
  open: (name) => `Open ${name}`,
  omitted: (count) => `${String(count)} more relationships are not on this page; the graph expands by type.`,
  figures: 'Figures',
  plannedBars: 'A hollow, dashed bar is a plan or target, not what has been reached.',
  changes: 'Changes (%)',
  chart: (title, items) => `${title}: ${items}`,
  allFigures: (count) => `All figures (${String(count)}); open one for its source`,
  timeline: 'Timeline',
  timelineHint: 'By the dates that the sources state, latest first; choose one for its evidence.',
  noDates: 'The sources state no dates.',
  documents: (count) => `Documents ${String(count)}`,
  moreDocuments: (count) => `Only the latest; there are ${String(count)} more.`,
  noDocuments: 'No document tells of it. Load tables or news (npm run load) and they appear here.',
  chain: 'Position in the chain',
  chainHint: {
    PARK: 'What companies in the park make, who makes it elsewhere, and whether what comes before and after has a maker on record.',
    CLUSTER:
      'What companies of the cluster make, who makes it elsewhere, and whether what comes before and after has a maker on record.',
  },
  cutMembers: (asked, all) => `Only the ${String(asked)} best evidenced of ${String(all)} companies.`,
  noChain:
    'The sources do not state what members make. Load a table of products or supplies and products, makers and gaps appear here.',
  product: 'Product',
  here: { PARK: 'Made in the park by', CLUSTER: 'Made in the cluster by' },
  elsewhere: 'Made elsewhere by',
  positions: {
    UPSTREAM: 'Upstream: parts and materials',
    OWN: 'Made here',
    DOWNSTREAM: 'Downstream: made with it',
    NAMED: 'Counted to this industry',
  },
  gap: 'no maker on record',
  gaps: (count) =>
    count === 1
      ? '1 product without a maker on record'
      : `${String(count)} products without a maker on record`,
  reason: 'Evidence',
  evidenceHint:
    'Choose any line to see its evidence here: the words or table row, publisher, date and confidence.',
  announce: (kind, name, facts) => `${kind} ${name}: ${String(facts)} relationships.`,
  selected: 'Selected; its evidence is in the details.',
  unknownTitle: 'There is no such entity',
  unknownHint: 'The id in the link is unknown; its source may have been withdrawn. Search above.',
  otherKind: (kind) => `There is no such page for a ${kind.toLowerCase()}`,
  otherKindHint: 'Its graph holds everything.',
}

/** The words in a language. */
export function portraitText(language: Language): PortraitText {
  return language === 'en' ? en : zh
}
