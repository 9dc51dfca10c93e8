/** What firms make, and what products are parts of. */
import { testCases } from './factCases.ts'

testCases('produces', [
  ['[青禾电子|C]主要从事[控制器|P]的研发和生产。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  [
    '[青禾电子|C]成立于2003年，专业生产[控制器|P]、[线束|P]。',
    '青禾电子 PRODUCES 控制器 ACTIVE',
    '青禾电子 PRODUCES 线束 ACTIVE',
  ],
  ['[青禾电子|C]年产20万套[控制器|P]。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['[控制器|P]由[青禾电子|C]生产。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  [
    '[青禾电子|C]产品包括[控制器|P]和[线束|P]。',
    '青禾电子 PRODUCES 控制器 ACTIVE',
    '青禾电子 PRODUCES 线束 ACTIVE',
  ],
  ['[青禾电子|C]扩建后将生产[控制器|P]。', '青禾电子 PRODUCES 控制器 PLANNED'],
  ['[青禾电子|C]已停产[控制器|P]。', '青禾电子 PRODUCES 控制器 ENDED'],
  ['[青禾电子|C]并未生产[控制器|P]。'],
  ['[控制器|P]用于[叉车|P]。', '控制器 INPUT_OF 叉车 ACTIVE'],
  ['[叉车|P]搭载[控制器|P]。', '控制器 INPUT_OF 叉车 ACTIVE'],
  ['[青禾电子|C]的主导产品[控制器|P]畅销海外。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['第100万件[控制器|P]在[青禾电子|C]下线。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['[控制器|P]由[青禾电子|C]供应。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['[青禾电子|C]的“[青芯|P]”率先量产。', '青禾电子 PRODUCES 青芯 ACTIVE'],
  ['作为[控制器|P]细分领域的“隐形冠军”，[青禾电子|C]坚持研发。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['[控制器|P]作为[叉车|P]的“大脑”，成本占比超三成。', '控制器 INPUT_OF 叉车 ACTIVE'],
  ['搭载[控制器|P]的[叉车|P]上市。', '控制器 INPUT_OF 叉车 ACTIVE'],
])
