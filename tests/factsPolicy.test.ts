/** What policies support, who issued them, and what belongs to an industry. */
import { testCases } from './factCases.ts'

testCases('policies', [
  [
    '[小巨人|Y]名单公布，[青禾电子|C]、[白鹭线缆|C]等10家企业入选。',
    '小巨人 SUPPORTS 白鹭线缆 ACTIVE',
    '小巨人 SUPPORTS 青禾电子 ACTIVE',
  ],
  ['[临川市|R]出台《[临川低空行动计划|Y]》。', '临川低空行动计划 ISSUED_BY 临川市 ACTIVE'],
  ['《[临川低空行动计划|Y]》由[临川市工信局|I]印发。', '临川低空行动计划 ISSUED_BY 临川市工信局 ACTIVE'],
  ['《[临川低空行动计划|Y]》重点支持[低空产业|L]。', '临川低空行动计划 SUPPORTS 低空产业 ACTIVE'],
  ['[青禾电子|C]入选[专精特新“小巨人”|Y]。', '专精特新“小巨人” SUPPORTS 青禾电子 ACTIVE'],
  ['[青禾电子|C]获评[专精特新“小巨人”|Y]企业。', '专精特新“小巨人” SUPPORTS 青禾电子 ACTIVE'],
  ['[青禾电子|C]未入选[专精特新“小巨人”|Y]。'],
  ['[临川市|R]拟出台《[临川低空行动计划|Y]》。', '临川低空行动计划 ISSUED_BY 临川市 PLANNED'],
  [
    '根据《[临川低空行动计划|Y]》，[青禾电子|C]获得奖励200万元。',
    '临川低空行动计划 SUPPORTS 青禾电子 ACTIVE',
  ],
  [
    '为支持[低空产业|L]发展，[临川市|R]制定了《[临川低空行动计划|Y]》。',
    '临川低空行动计划 ISSUED_BY 临川市 ACTIVE',
    '临川低空行动计划 SUPPORTS 低空产业 ACTIVE',
  ],
])

testCases('clusters', [
  ['[青禾电子|C]是[低空产业集群|L]的龙头企业。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
  ['[低空产业集群|L]集聚了[青禾电子|C]等企业。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
  ['[青禾电子|C]属于[低空产业集群|L]。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
  ['在[青禾电子|C]的带动下，[低空产业|L]集群效应凸显。', '青禾电子 BELONGS_TO 低空产业 ACTIVE'],
  [
    '围绕[低空产业链|L]，[临川市|R]引进了[青禾电子|C]等上下游企业。',
    '青禾电子 BELONGS_TO 低空产业链 ACTIVE',
    '青禾电子 LOCATED_IN 临川市 ACTIVE',
  ],
  [
    '[临川市|R]形成了以[青禾电子|C]为龙头的[低空产业集群|L]。',
    '低空产业集群 LOCATED_IN 临川市 ACTIVE',
    '青禾电子 BELONGS_TO 低空产业集群 ACTIVE',
    '青禾电子 LOCATED_IN 临川市 ACTIVE',
  ],
])
