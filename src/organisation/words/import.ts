import type { Locale } from '#/kernel/format.ts';
import type { ImportRemark } from '../rules/import.ts';
import { FIELD_HEADS } from '../rules/import-table.ts';

type Kind = ImportRemark['kind'];
type Of<K extends Kind> = Extract<ImportRemark, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const zh: Sentences = {
  missing: () => '未填写',
  'not-a-day': () => '不是日期，请写成 2026-06-18 的样子',
  'not-a-number': () => '应为 0 到 9999 的整数',
  'not-a-phone': () => '不像电话号码，请填 11 位手机号或带区号的座机',
  'not-a-username': () => '登录名用小写字母、数字和 . _ -，2 到 32 位',
  'post-without-kind': () => '写了岗位名称，还要选岗位类别',
  'person-without-post': () => '写了姓名，还要选岗位类别',
  'account-without-person': () => '开通账号须写明姓名',
  'unknown-word': ({ text, known }) => `“${text}”不在可选范围：${known.join('、')}`,
  'looks-like': ({ names }) => `将新设单位；与已有的“${names.join('”“')}”相近，如是同一单位请改成一样的名称或设为别名`,
  'post-twice': ({ otherRow }) => `与第 ${otherRow} 行是同一个岗位`,
  'username-twice': ({ otherRow }) => `与第 ${otherRow} 行的登录名相同`,
  'username-taken': ({ username }) => `登录名 ${username} 已被使用`,
  'alias-taken': ({ alias, by }) => `别名“${alias}”已属于“${by}”`,
  replaces: ({ name, fromOn }) => `自 ${fromOn} 起接替${name}，其任职到前一天为止`,
  'starts-before-holder': ({ name, fromOn }) => `该岗位自 ${fromOn} 起由${name}担任，新任职日期须晚于这一天`,
  'administrator-post': ({ title }) => `“${title}”是有管理权限的岗位，由安全管理员任免，不能导入`,
  'far-from-today': ({ day }) => `${day} 离今天太远，请核对年份`,
  'credit-code-length': ({ length }) => `统一社会信用代码应为 18 位，现为 ${length} 位（不影响导入）`,
  'credit-code-sign': ({ sign }) => `统一社会信用代码中不应有“${sign}”（不影响导入）`,
  'credit-code-check': ({ expected }) => `统一社会信用代码的校验位应为 ${expected}，请核对（不影响导入）`,
};

const en: Sentences = {
  missing: () => 'is empty',
  'not-a-day': () => 'is no day; write 2026-06-18',
  'not-a-number': () => 'should be a whole number from 0 to 9999',
  'not-a-phone': () => 'is no telephone number',
  'not-a-username': () => 'small letters, digits and . _ -, 2 to 32 of them',
  'post-without-kind': () => 'a post also needs its kind',
  'person-without-post': () => 'a person also needs the kind of post',
  'account-without-person': () => 'an account needs a person',
  'unknown-word': ({ text, known }) => `“${text}” is none of: ${known.join(', ')}`,
  'looks-like': ({ names }) => `a new unit; it looks like “${names.join('”, “')}”`,
  'post-twice': ({ otherRow }) => `the same post as in row ${otherRow}`,
  'username-twice': ({ otherRow }) => `the same user name as in row ${otherRow}`,
  'username-taken': ({ username }) => `the user name ${username} is taken`,
  'alias-taken': ({ alias, by }) => `“${alias}” is a name of “${by}”`,
  replaces: ({ name, fromOn }) => `replaces ${name} from ${fromOn} on`,
  'starts-before-holder': ({ name, fromOn }) => `${name} holds the post from ${fromOn} on; the new holder starts later`,
  'administrator-post': ({ title }) => `“${title}” is filled by the security administrator`,
  'far-from-today': ({ day }) => `${day} is far from today; check the year`,
  'credit-code-length': ({ length }) => `a credit code has 18 signs, not ${length} (a warning only)`,
  'credit-code-sign': ({ sign }) => `a credit code has no “${sign}” (a warning only)`,
  'credit-code-check': ({ expected }) => `the check sign should be ${expected} (a warning only)`,
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** What is said about one field, without its place. */
export function sentenceOfRemark<K extends Kind>(remark: Of<K>, locale: Locale = 'zh-CN'): string {
  return (SENTENCES[locale][remark.kind as K] as (facts: Of<K>) => string)(remark);
}

/** One line of the report: `第 3 行 · 手机号：不像电话号码…` */
export function wordsOfRemark<K extends Kind>(remark: Of<K>, locale: Locale = 'zh-CN'): string {
  const sentence = sentenceOfRemark(remark, locale);
  const field = FIELD_HEADS[remark.field][0];
  return locale === 'zh-CN' ? `第 ${remark.row} 行 · ${field}：${sentence}` : `Row ${remark.row}, ${field}: ${sentence}`;
}
