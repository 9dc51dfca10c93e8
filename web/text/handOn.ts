/** Words for what leaves the page: exports, saved views and what they hold. */
import type { Language } from '../state.ts'

export interface HandOnText {
  menu: string
  png: (width: number) => string
  svg: string
  csv: string
  json: string
  graphml: string
  word: string
  html: string
  print: string
  width: string
  widthHint: (least: number, most: number) => string
  apply: string
  cancel: string
  working: (format: string) => string
  done: (file: string) => string
  failed: (format: string) => string
  nothingDrawn: string
  group: string
  start: string
  type: string
  end: string
  source: string
  address: string
  /** What the table says, in one sentence. */
  sentence: (name: string, parts: readonly string[], asOf: string) => string
  pending: string
  briefing: (name: string) => string
  facts: string
  picture: string
  origin: (version: string, day: string) => string
  digest: string
  row: (file: string, row: number) => string
  otherSources: (count: number) => string
  find: string
  found: string
  noScript: string
  saved: {
    save: string
    list: string
    none: string
    copied: string
    kept: string
    clear: string
    title: string
    added: (count: number) => string
    withdrawn: (count: number) => string
    changed: (count: number) => string
    nothing: string
    unknown: string
    partly: string
    close: string
    stage: (before: string, now: string) => string
    on: (day: string) => string
    embed: string
    embedCopied: string
  }
}

const zh: HandOnText = {
  menu: '导出',
  png: (width) => `PNG 图片（宽 ${String(width)} 像素）`,
  svg: 'SVG 矢量图',
  csv: 'CSV 表格（Excel）',
  json: 'JSON 数据',
  graphml: 'GraphML 图数据',
  word: 'Word 简报（.docx）',
  html: 'HTML 离线档案',
  print: '打印',
  width: '图片宽度…',
  widthHint: (least, most) => `像素，${String(least)} 至 ${String(most)}`,
  apply: '确定',
  cancel: '取消',
  working: (format) => `正在生成 ${format}…`,
  done: (file) => `已生成 ${file}`,
  failed: (format) => `${format} 没有生成。请再试一次；图太大时可先减少层数或筛选。`,
  nothingDrawn: '图还没有画好，请稍候再导出。',
  group: '分组',
  start: '起点',
  type: '关系',
  end: '终点',
  source: '出处',
  address: '网址',
  sentence: (name, parts, asOf) =>
    parts.length === 0
      ? `截至${asOf}，图谱中没有${name}的关系记载。没有记载不等于不存在。`
      : `截至${asOf}，图谱所载${name}的关系：${parts.join('，')}。`,
  pending: '待核',
  briefing: (name) => `${name}简报`,
  facts: '关系与出处',
  picture: '关系图',
  origin: (version, day) => `链图 · 数据版本 ${version} · ${day} 导出`,
  digest: '摘要改写，非原文',
  row: (file, row) => `${file} 第 ${String(row)} 行`,
  otherSources: (count) => `另有 ${String(count)} 处证据`,
  find: '在档案中查找',
  found: '条',
  noScript: '浏览器未运行脚本，查找不可用；其余内容完整。',
  saved: {
    save: '保存视图并复制链接',
    list: '保存的视图',
    none: '还没有保存的视图。',
    copied: '链接已复制；再打开时会说明数据有何变化。',
    kept: '视图已保存。浏览器不允许复制，请从地址栏复制链接。',
    clear: '清除保存的视图',
    title: '保存之后的变化',
    added: (count) => `新增 ${String(count)} 条`,
    withdrawn: (count) => `撤回 ${String(count)} 条`,
    changed: (count) => `变化 ${String(count)} 条`,
    nothing: '图谱更新过，但这个视图里的关系没有变化。',
    unknown: '保存链接之后图谱更新过。这台电脑上没有当时内容的记录，所以说不出这个视图里变了什么。',
    partly: '视图没有全部载入，未显示的部分是否变化不得而知。',
    close: '知道了',
    stage: (before, now) => `由${before}变为${now}`,
    on: (day) => `${day} 保存`,
    embed: '复制嵌入代码（只读）',
    embedCopied: '嵌入代码已复制。对方网站须列入服务器的 EMBED_ORIGINS。',
  },
}

const en: HandOnText = {
  menu: 'Export',
  png: (width) => `PNG picture (${String(width)} pixels wide)`,
  svg: 'SVG drawing',
  csv: 'CSV table (Excel)',
  json: 'JSON data',
  graphml: 'GraphML data',
  word: 'Word briefing (.docx)',
  html: 'HTML offline dossier',
  print: 'Print',
  width: 'Width of the picture…',
  widthHint: (least, most) => `pixels, ${String(least)} to ${String(most)}`,
  apply: 'Set',
  cancel: 'Cancel',
  working: (format) => `Making ${format}…`,
  done: (file) => `${file} is ready`,
  failed: (format) =>
    `${format} was not made. Try again; where the picture is very large, use fewer tiers or filters first.`,
  nothingDrawn: 'The graph is not drawn yet; wait a moment and export then.',
  group: 'Group',
  start: 'Start',
  type: 'Relationship',
  end: 'End',
  source: 'Source',
  address: 'Address',
  sentence: (name, parts, asOf) =>
    parts.length === 0
      ? `As of ${asOf} the graph states no relationship of ${name}. What is not stated may still exist.`
      : `As of ${asOf} the graph states for ${name}: ${parts.join(', ')}.`,
  pending: 'not confirmed',
  briefing: (name) => `Briefing: ${name}`,
  facts: 'Relationships and their sources',
  picture: 'Graph',
  origin: (version, day) => `Liantu · data version ${version} · exported on ${day}`,
  digest: 'a retelling, not the original text',
  row: (file, row) => `${file}, row ${String(row)}`,
  otherSources: (count) => `and ${String(count)} more`,
  find: 'Find in this dossier',
  found: 'found',
  noScript: 'The browser runs no script, so finding does not work; everything else is here.',
  saved: {
    save: 'Save view and copy link',
    list: 'Saved views',
    none: 'No view has been saved yet.',
    copied: 'The link is copied; when it is opened again, it tells what has changed.',
    kept: 'The view is saved. The browser does not allow copying; copy the link from the address bar.',
    clear: 'Clear saved views',
    title: 'Changed since it was saved',
    added: (count) => `${String(count)} added`,
    withdrawn: (count) => `${String(count)} withdrawn`,
    changed: (count) => `${String(count)} changed`,
    nothing: 'The graph was updated, but no relationship of this view has changed.',
    unknown:
      'The graph was updated since this link was made. This computer has no record of what it held then, so what has changed in this view is not known.',
    partly: 'The view is not loaded whole; whether the rest has changed is not known.',
    close: 'Close',
    stage: (before, now) => `from ${before} to ${now}`,
    on: (day) => `saved on ${day}`,
    embed: 'Copy embed code (read-only)',
    embedCopied: 'The embed code is copied. The site must stand in the server’s EMBED_ORIGINS.',
  },
}

/** The words for what leaves the page, in a language. */
export function handOnText(language: Language): HandOnText {
  return language === 'en' ? en : zh
}
