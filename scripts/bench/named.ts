/** Made industries with names as firms have them: place, brand, trade and legal form, so that looking them up is what it is. */
import type { Industry, IndustryEntity } from './industry.ts'
import { randomFrom } from './random.ts'

const places = '常州 苏州 无锡 南京 上海 江苏 浙江 宁波 深圳 武汉 合肥 长沙 成都 重庆 天津 青岛'.split(' ')
const characters = '恒立星宇天瑞博润华诚远景中科新誉泰和金源世纪启明凯达东方嘉盛正宏安信亿纬康泽佳德'
const trades =
  '汽车零部件 精密机械 新能源科技 智能装备 电子 新材料 半导体 生物科技 传感技术 模具 动力科技 轨道交通设备'.split(
    ' ',
  )
const forms = ['有限公司', '股份有限公司', '科技有限公司', '集团有限公司']

/** The industry with its companies named so, and filled up with companies nobody deals with to so many entities. */
export const withNames = (industry: Industry, entityCount: number): Industry => {
  const random = randomFrom(7)
  const pick = (list: ArrayLike<string>): string => list[Math.floor(random() * list.length)] ?? ''
  const used = new Set<string>()
  const company = (): IndustryEntity => {
    for (;;) {
      const brand = Array.from({ length: random() < 0.3 ? 3 : 2 }, () => pick(characters)).join('')
      const name = pick(places) + brand + pick(trades) + pick(forms)
      if (used.has(name)) continue
      used.add(name)
      return { label: 'Company', name }
    }
  }
  const entities = industry.entities.map((entity) => (entity.label === 'Company' ? company() : entity))
  while (entities.length < entityCount) entities.push(company())
  return { ...industry, entities }
}
