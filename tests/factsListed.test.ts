/** Who stands in a list, and who only takes part. */
import { testCases } from './factCases.ts'

testCases('lists and partners', [
  [
    '[青禾电子|C]拥有“[青芯|P]”“[禾芯|P]”两个品牌。',
    '青禾电子 PRODUCES 禾芯 ACTIVE',
    '青禾电子 PRODUCES 青芯 ACTIVE',
  ],
  [
    '[南浦机床|C]的[控制器|P]来自[青禾电子|C]和[临川市|R]的[云岭重工|C]。',
    '云岭重工 LOCATED_IN 临川市 ACTIVE',
    '云岭重工 SUPPLIES 南浦机床 控制器 ACTIVE',
    '青禾电子 SUPPLIES 南浦机床 控制器 ACTIVE',
  ],
  [
    '[临川市|R]的[青禾电子|C]，以及[湖州|R]的[云岭重工|C]主营[控制器|P]。',
    '云岭重工 LOCATED_IN 湖州 ACTIVE',
    '云岭重工 PRODUCES 控制器 ACTIVE',
    '青禾电子 LOCATED_IN 临川市 ACTIVE',
    '青禾电子 PRODUCES 控制器 ACTIVE',
  ],
  ['[青禾电子|C]则与[云岭重工|C]联合开发[控制器|P]。', '青禾电子 COOPERATES_WITH 云岭重工 ACTIVE'],
  ['[青禾电子|C]与[云岭重工|C]就建厂的合资谈判没有结果。'],
  [
    '由[青禾电子|C]投资建设的[轴承项目|J]落户[北湖高新区|K]。',
    '轴承项目 LOCATED_IN 北湖高新区 ACTIVE',
    '青禾电子 INVESTS_IN 轴承项目 ACTIVE',
  ],
  ['[青禾电子|C]替[云岭重工|C]焊接[车架|P]。', '青禾电子 SUPPLIES 云岭重工 车架 ACTIVE'],
  [
    '[青禾电子|C]在[临川市|R]，[云岭重工|C]在[湖州|R]。',
    '云岭重工 LOCATED_IN 湖州 ACTIVE',
    '青禾电子 LOCATED_IN 临川市 ACTIVE',
  ],
])
