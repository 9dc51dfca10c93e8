/** Short names that mean something only where their place or owner is spoken of. */
import { expect, test } from '@jest/globals'
import { isMeantIn } from '../server/load/relativeName.ts'
import type { Label } from '../server/model/model.ts'

const cases: readonly (readonly [
  text: string,
  written: string,
  label: Label,
  name: string,
  meant: boolean,
])[] = [
  ['乙市机器人产业集聚发展', '机器人产业', 'Cluster', '机器人产业(甲区)', false],
  ['甲区机器人产业集聚发展', '机器人产业', 'Cluster', '机器人产业(甲区)', true],
  ['机器人产业(甲区)', '机器人产业(甲区)', 'Cluster', '机器人产业(甲区)', true],
  ['区工信局介绍', '区工信局', 'Institution', '远山区工信局', false],
  ['远山企业，区工信局介绍', '区工信局', 'Institution', '远山区工信局', true],
  ['白云集团乙市基地启用', '乙市基地', 'Project', '星河汽车乙市智能制造基地', false],
  ['星河的乙市基地启用', '乙市基地', 'Project', '星河汽车乙市智能制造基地', true],
  ['星河发布', '星河', 'Company', '星河汽车', true],
  ['丙园发布', '丙园', 'Park', '乙市丙园区', true],
]

test.each(cases)('in %s, %s means the %s %s: %s', (text, written, label, name, meant) => {
  expect(isMeantIn(text, written, { label, name })).toBe(meant)
})
