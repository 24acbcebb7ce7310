import type { ImportTemplate } from '#/platform/documents/import-template.ts';
import { CANDIDATE_HEADS } from '../rules/candidate.ts';
import { ROLL_HEADS } from '../rules/roll.ts';
import type { Heads } from '../rules/table.ts';

const headsOf = (heads: Heads<string>, required: readonly string[]) =>
  Object.entries(heads).map(([field, [name]]) => (required.includes(field) ? `${name}*` : name));

/** 名册和候选项目的导入模板: filled in by the office, read back and reported on row by row. */
export const TEMPLATES = {
  roll: {
    name: '代表名册导入模板',
    heads: headsOf(ROLL_HEADS, ['name', 'delegation']),
    notes: [
      ['一行一名代表', '本次会议的全体代表都要在名册上，法定人数和通过线按名册人数计算。'],
      ['姓名', '必填，30 个字以内。两个代表团有同名代表的，导入时提醒，请确认是两个人。'],
      ['代表团', '必填，40 个字以内；同一个代表团写法要一致，发票和到会按它分列。'],
      ['工作单位', '选填，80 个字以内，只用来核对监票人、计票人是否来自候选项目牵头单位。'],
      ['再次导入', '新名册整份替换旧名册；有一处错误则整份不导入。开始票决以后不再改动。'],
    ],
    examples: [
      ['张示例', '示例镇代表团', '示例镇中心小学'],
      ['李示例', '示例街道代表团', ''],
    ],
  },
  candidates: {
    name: '候选项目导入模板',
    heads: headsOf(CANDIDATE_HEADS, ['name']),
    notes: [
      ['一行一个候选项目', '表决票上的次序就是表里的次序。'],
      ['项目名称', '必填，2 至 100 个字，印在表决票上。'],
      ['提出依据、建设内容和目标', '分别不超过 1000 字、2000 字，印进候选项目汇编。'],
      ['投资、资金来源、实施地点', '选填，分别不超过 200、200、300 个字。'],
      ['完成时限、牵头单位', '选填，60 个字以内。牵头单位的人不能监票、计票。'],
      ['空着的栏目', '导入时提醒，可以导入后再补；有一处错误则整份不导入。'],
      ['再次导入', '名称相同的项目不会重复添加，也不会改动已有的内容。'],
    ],
    examples: [
      ['示例社区口袋公园', '代表建议第 1 号', '新建口袋公园 2 处', '120 万元', '区级财政', '示例社区', '10 月底前', '示例区住建局'],
    ],
  },
} as const satisfies Readonly<Record<string, ImportTemplate>>;
