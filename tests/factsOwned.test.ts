/** Whose a firm is, who gave money, and who works with whom. */
import { testCases } from './factCases.ts'

testCases('owned', [
  [
    '[青禾电子|C]完成融资，由[东海创投|C]领投，[南浦基金|C]跟投。',
    '东海创投 INVESTS_IN 青禾电子 ACTIVE',
    '南浦基金 INVESTS_IN 青禾电子 ACTIVE',
  ],
  ['[青禾电子|C]是[云岭重工|C]的全资子公司。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[云岭重工|C]旗下[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[云岭重工|C]旗下的[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[青禾电子|C]的母公司[云岭重工|C]上市。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['隶属于[云岭重工|C]的[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[云岭重工|C]控股子公司[青禾电子|C]上市。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[云岭重工|C]参股[青禾电子|C]。', '云岭重工 INVESTS_IN 青禾电子 ACTIVE'],
  ['[云岭重工|C]持有[青禾电子|C]12%的股份。', '云岭重工 INVESTS_IN 青禾电子 ACTIVE'],
  ['[云岭重工|C]拟收购[青禾电子|C]。', '云岭重工 INVESTS_IN 青禾电子 PLANNED'],
  ['[云岭重工|C]投资20亿元建设[云岭叉车项目|J]。', '云岭重工 INVESTS_IN 云岭叉车项目 ACTIVE'],
  [
    '[云岭重工|C]与[青禾电子|C]共同出资设立[云禾智能|C]。',
    '云岭重工 COOPERATES_WITH 青禾电子 ACTIVE',
    '云岭重工 INVESTS_IN 云禾智能 ACTIVE',
    '青禾电子 INVESTS_IN 云禾智能 ACTIVE',
  ],
  ['[云岭重工|C]不是[青禾电子|C]的母公司。'],
  ['[青禾电子|C]（[云岭重工|C]控股）营收5亿元。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[青禾电子|C]（系[云岭重工|C]全资子公司）营收5亿元。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
  ['[青禾电子|C]（2012年由[云岭重工|C]收购）正在扩产。', '云岭重工 INVESTS_IN 青禾电子 ACTIVE'],
  ['[云岭重工|C]放弃收购[青禾电子|C]。'],
  ['由[云岭重工|C]和[青禾电子|C]共同出资的仓库启用。'],
  [
    '[云岭重工|C]拥有[青禾电子|C]、[白鹭线缆|C]等5家子公司。',
    '白鹭线缆 SUBSIDIARY_OF 云岭重工 ACTIVE',
    '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE',
  ],
])

testCases('cooperates', [
  ['[云岭重工|C]与[临川大学|I]共建研究院。', '云岭重工 COOPERATES_WITH 临川大学 ACTIVE'],
  ['[云岭重工|C]与[青禾电子|C]签署战略合作协议。', '云岭重工 COOPERATES_WITH 青禾电子 SIGNED'],
  ['[云岭重工|C]携手[青禾电子|C]联合研发[控制器|P]。', '云岭重工 COOPERATES_WITH 青禾电子 ACTIVE'],
  ['[云岭重工|C]与[青禾电子|C]没有合作。'],
  [
    '[云岭重工|C]和[青禾电子|C]位于[北湖高新区|K]。',
    '云岭重工 LOCATED_IN 北湖高新区 ACTIVE',
    '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
  ],
  ['[北湖大学|I]建成[检测平台|I]，平台的运营方是[青禾电子|C]。', '青禾电子 OPERATES 检测平台 ACTIVE'],
])
