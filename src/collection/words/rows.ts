import type { Locale } from '#/kernel/format.ts';
import type { LockedChange, RowProblem } from '../rules/candidate.ts';
import { FORM_HEADS, nameOfPeriod } from '../rules/form.ts';
import type { FileRefusal } from '../rules/staging.ts';

type Both = readonly [zh: string, en: string];
type Problems = { readonly [Kind in RowProblem['kind']]: (it: Extract<RowProblem, { kind: Kind }>) => Both };

const problems: Problems = {
  'formula-broken': (it) => [
    `“${it.text}”是公式错误，读不出数；请改填算好的数字`,
    `“${it.text}” is the error of a formula; enter the figure itself`,
  ],
  'a-date': (it) => [
    `“${it.text}”是日期，不是数；请填数字，并把格式设为常规`,
    `“${it.text}” is a date; enter a number and set the cell to “general”`,
  ],
  negative: (it) => [`“${it.text}”是负数；报送数不能小于 0`, `“${it.text}” is negative; a figure cannot be less than 0`],
  'a-range': (it) => [`“${it.text}”是约数或范围；请填一个确定的数`, `“${it.text}” is a range or an estimate; enter one figure`],
  separators: (it) => [
    `“${it.text}”的分隔逗号位置不对，可能是手误；请核对后重填`,
    `The separators of “${it.text}” are out of place; check the figure`,
  ],
  'two-numbers': (it) => [
    `“${it.text}”里有两个数；只填一个，其余写到备注`,
    `“${it.text}” holds two numbers; enter one and put the rest into the remarks`,
  ],
  'too-large': (it) => [`“${it.text}”大得不合情理，请核对单位`, `“${it.text}” is too large to be right; check the unit`],
  'no-number': (it) => [
    `“${it.text}”读不出数；请只填数字，文字写到备注`,
    `No number can be read from “${it.text}”; enter digits and put words into the remarks`,
  ],
  'value-kind': (it) => [
    `“${it.text || '空白'}”看不出是累计数还是本期数；请选一个`,
    `“${it.text || 'blank'}” does not say whether the figure is in total or for this period; choose one`,
  ],
  'denominator-missing': () => ['比率须同时填分子和分母，分母不能为 0', 'A ratio needs its denominator, other than 0'],
  steps: (it) => [
    `“${it.text}”不是 1 到 ${it.most} 的节点序号；请填如“1、2”`,
    `“${it.text}” is no number of a step from 1 to ${it.most}; write for instance “1, 2”`,
  ],
  'too-long': (it) => [`有 ${it.length} 个字，超过 ${it.limit} 个；请压缩`, `${it.length} characters, more than ${it.limit}; shorten it`],
  'only-reason': () => [
    '只填了原因或材料，没有数、阶段或说明；请至少补一项',
    'Only a reason or evidence is given; add a figure, a stage or a remark',
  ],
  'column-gone': () => ['这一栏被删掉了；请用原表重填', 'This column is gone; fill in the form as it was sent'],
};

/** What is wrong with one cell: which column, what stands there, what to do. */
export function problemSentence(problem: RowProblem, locale: Locale = 'zh-CN'): string {
  const [zh, en] = (problems[problem.kind] as (it: RowProblem) => Both)(problem);
  return locale === 'zh-CN' ? `“${FORM_HEADS[problem.field]}”栏：${zh}` : `Column “${FORM_HEADS[problem.field]}”: ${en}`;
}

export function changeSentence({ field, was, is }: LockedChange, locale: Locale = 'zh-CN'): string {
  const name = FORM_HEADS[field];
  if (locale === 'en')
    return is === null ? `Column “${name}” is gone (it said “${was}”)` : `“${name}” was “${was}”, came back as “${is || 'blank'}”`;
  return is === null ? `“${name}”栏被删（原为“${was}”）` : `“${name}”原为“${was}”，被改为“${is || '空白'}”，不采用这处改动`;
}

type Files = { readonly [Kind in FileRefusal['kind']]: (it: Extract<FileRefusal, { kind: Kind }>) => Both };

const files: Files = {
  'other-district': (it) => [
    `这是别的区县（${it.district}）的报送表，请发回原处`,
    `A form of another district (${it.district}); send it there`,
  ],
  'other-programme': (it) => [
    `这是${it.name}另一份清单的报送表；请切换到那份清单再收`,
    `${it.name}'s form of another list; open that list and drop it there`,
  ],
  'other-period': (it) => [
    `这是${nameOfPeriod(it.period)}的报送表，不是本期；请切换到那一期再收`,
    `A form for ${it.period}, not for this period; open that period and drop it there`,
  ],
  'unknown-unit': (it) => [
    it.name === '' ? '看不出是哪个单位的表；请在此指定单位' : `“${it.name}”不在本期应报单位中；请指定单位`,
    it.name === '' ? 'The unit cannot be seen; choose it here' : `“${it.name}” is not among the units of this period; choose one`,
  ],
  'other-unit': (it) => [`这是${it.name}的报送表，只能放入本单位的表`, `This is the form of ${it.name}; only your own can be dropped here`],
  'newer-form': () => ['这份表由更新的版本生成，请升级后再收', 'This form was made by a newer version; upgrade first'],
};

export function fileSentence(refusal: FileRefusal, locale: Locale = 'zh-CN'): string {
  const [zh, en] = (files[refusal.kind] as (it: FileRefusal) => Both)(refusal);
  return locale === 'zh-CN' ? zh : en;
}
