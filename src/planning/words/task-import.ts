import type { Locale } from '#/kernel/format.ts';
import type { TaskRefusal } from '../rules/task.ts';
import type { TaskRemark } from '../rules/task-import.ts';
import { taskSentences } from './tasks.ts';

type Kind = TaskRemark['kind'];
type Sentences = { readonly [K in Kind]: (facts: Extract<TaskRemark, { kind: K }>) => string };

const refused = (refusal: TaskRefusal, locale: Locale) => (taskSentences[locale][refusal.kind] as (facts: TaskRefusal) => string)(refusal);

const zh: Sentences = {
  missing: () => '这一栏必填，请补上。',
  'project-unknown': ({ text }) => `清单里没有序号“${text}”的实事，请核对。`,
  'code-unknown': ({ text }) => `没有编号“${text}”的任务，可能已删除；新任务请把编号留空。`,
  'not-a-day': ({ text }) => `“${text}”不是日期，请写成 2026-06-30。`,
  'not-money': ({ text }) => `“${text}”不是金额，请填数字，单位万元。`,
  'unit-unknown': ({ text }) => `没有名为“${text}”的单位，请按单位名册填写。`,
  'post-unknown': ({ text }) => `没有名为“${text}”的在用岗位，请按岗位名册填写，责任岗位应属于牵头单位。`,
  'post-ambiguous': ({ text }) => `有几个岗位都叫“${text}”，请在页面上选定。`,
  'site-unknown': ({ text }) => `这件实事没有点位“${text}”，请先登记点位。`,
  'row-twice': ({ otherRow }) => `与第 ${otherRow} 行是同一项任务，请合并。`,
  overlaid: ({ now }) => `下载之后别人已把这一栏改为“${now}”，确认后以表中的为准。`,
  refused: ({ refusal }) => refused(refusal, 'zh-CN'),
};
const en: Sentences = {
  missing: () => 'This column needs something.',
  'project-unknown': ({ text }) => `The list has no project ${text}.`,
  'code-unknown': ({ text }) => `No task has the code ${text}; leave it empty for a new task.`,
  'not-a-day': ({ text }) => `“${text}” is no day; write 2026-06-30.`,
  'not-money': ({ text }) => `“${text}” is no sum of money.`,
  'unit-unknown': ({ text }) => `No unit is called “${text}”.`,
  'post-unknown': ({ text }) => `No post in use is called “${text}”; it belongs to the lead unit.`,
  'post-ambiguous': ({ text }) => `Several posts are called “${text}”; choose on the page.`,
  'site-unknown': ({ text }) => `This project has no site “${text}”.`,
  'row-twice': ({ otherRow }) => `The same task as in row ${otherRow}.`,
  overlaid: ({ now }) => `Somebody wrote “${now}” here after the download; the table goes first once confirmed.`,
  refused: ({ refusal }) => refused(refusal, 'en'),
};

/** One sentence for each remark on a filled-in table. */
export function sentenceOfTaskRemark<K extends Kind>(it: Extract<TaskRemark, { kind: K }>, locale: Locale): string {
  const sentences = locale === 'zh-CN' ? zh : en;
  return (sentences[it.kind as K] as (facts: Extract<TaskRemark, { kind: K }>) => string)(it);
}
