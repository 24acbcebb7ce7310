import { longDate, percent } from '#/kernel/format.ts';
import type { BulletinContent } from './bulletin.ts';
import type { BulletinClass } from './classes.ts';

/** 占位项: how a figure enters a text block. The office writes {滞后承诺数}; what is printed comes from the board. */
export const FIGURES = [
  '年',
  '月',
  '截至',
  '项目总数',
  '承诺总数',
  '序时进度',
  '滞后承诺数',
  '严重滞后承诺数',
  '完成承诺数',
  '无数据承诺数',
  '无目标承诺数',
  '无计划承诺数',
  '异议天数',
] as const;
export type FigureName = (typeof FIGURES)[number];

export function figuresOf(content: BulletinContent): Readonly<Record<FigureName, string>> {
  const text = (value: number) => String(value);
  return {
    年: text(content.year),
    月: text(content.month),
    截至: longDate(content.asOf),
    项目总数: text(content.projectCount),
    承诺总数: text(content.promiseCount),
    序时进度: percent(content.periodDays === 0 ? 0 : content.elapsedDays / content.periodDays),
    滞后承诺数: text(content.behind.length),
    严重滞后承诺数: text(content.behind.filter((it) => it.light === 'red').length),
    完成承诺数: text(countOf(content, 'finished') + countOf(content, 'finished-early')),
    无数据承诺数: text(countOf(content, 'no-data')),
    无目标承诺数: text(countOf(content, 'no-target')),
    无计划承诺数: text(content.missing.noPlan.length),
    异议天数: text(content.settings.objectionDays),
  };
}

export function countOf(content: BulletinContent, key: BulletinClass): number {
  return content.promisesByClass.find((it) => it.key === key)?.count ?? 0;
}
