/** Whom sentences mean that name nobody. */
import { testCases } from './factCases.ts'

testCases('antecedents', [
  ['[青禾电子|C]扩产。[云岭重工|C]是其稳定客户。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
  [
    '[云岭重工|C]和[南浦机床|C]都试用过[控制器|P]，前者向[青禾电子|C]采购，后者是[东海客车|C]的子公司。',
    '南浦机床 SUBSIDIARY_OF 东海客车 ACTIVE',
    '青禾电子 SUPPLIES 云岭重工 ACTIVE',
  ],
  [
    '[青禾电子|C]位于[北湖高新区|K]。公司主营[控制器|P]。',
    '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
    '青禾电子 PRODUCES 控制器 ACTIVE',
  ],
  ['[青禾电子|C]总经理介绍。该公司为[云岭重工|C]供货。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
  ['[青禾电子|C]与[云岭重工|C]交流。公司主营[控制器|P]。'],
  ['[青禾电子|C]开业。\n[云岭重工|C]扩产，主营[叉车|P]。', '云岭重工 PRODUCES 叉车 ACTIVE'],
  [
    '[云岭重工|C]设立子公司[青禾电子|C]，生产[控制器|P]。',
    '青禾电子 PRODUCES 控制器 ACTIVE',
    '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE',
  ],
  ['[青禾电子|C]开业。\n\n中小企业生产[控制器|P]。'],
  [
    '[青禾电子|C]位于[北湖高新区|K]。[青禾电子|C]营收5亿元，[青禾电子|C]员工300人。[云岭重工|C]位于[临川市|R]。公司主营[控制器|P]。',
    '云岭重工 LOCATED_IN 临川市 ACTIVE',
    '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
    '青禾电子 PRODUCES 控制器 ACTIVE',
  ],
  ['[临川市|R]的企业向[北湖县|R]采购。全市[食品产业|L]产值60亿元。', '食品产业 LOCATED_IN 临川市 ACTIVE'],
  [
    '[云岭集团|C]由[青禾电子|C]和[南浦机床|C]参股。集团在[北湖高新区|K]建有工厂。',
    '云岭集团 LOCATED_IN 北湖高新区 ACTIVE',
    '青禾电子 INVESTS_IN 云岭集团 ACTIVE',
    '南浦机床 INVESTS_IN 云岭集团 ACTIVE',
  ],
  [
    '[青禾电子|C]与[云岭重工|C]合资组建[禾岭公司|C]，前者出资七成。新公司生产[控制器|P]。',
    '禾岭公司 PRODUCES 控制器 ACTIVE',
    '云岭重工 INVESTS_IN 禾岭公司 ACTIVE',
    '青禾电子 COOPERATES_WITH 云岭重工 ACTIVE',
    '青禾电子 INVESTS_IN 禾岭公司 ACTIVE',
  ],
  ['给茶杯“穿衣”的[青禾电子|C]，主营[瓷器包装|P]。', '青禾电子 PRODUCES 瓷器包装 ACTIVE'],
])
