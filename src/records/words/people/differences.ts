import type { Locale } from '#/kernel/format.ts';
import type { FieldChange } from '../../rules/people/changes.ts';
import type { DifferingRow } from '../../rules/people/difference.ts';
import { fieldWords } from './faults.ts';

export const WHAT: Readonly<Record<Locale, Readonly<Record<DifferingRow['what'], string>>>> = {
  'zh-CN': { added: '新增', gone: '减少', changed: '改动' },
  en: { added: 'added', gone: 'gone', changed: 'changed' },
};

export const DIFFERENCE_HEADS = ['差别', '工作表', '行号', '姓名', '改了什么（减少的为原文件的行号）'] as const;

export const differenceName = (fileName: string): string => `${fileName.replace(/\.[^.]+$/, '')}-逐行差别.csv`;

const VALUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { yes: '是', no: '否', f: '女', m: '男' },
  en: { yes: 'yes', no: 'no', f: 'female', m: 'male' },
};
const UNKNOWN: Readonly<Record<Locale, string>> = { 'zh-CN': '没有写', en: 'not stated' };

/** `监护人同意：是 → 否；乡镇街道：东河乡 → 西河乡`; of a couple only that it is another. */
export function changesText(changes: readonly FieldChange[], areas: ReadonlyMap<string, string>, locale: Locale): string {
  const shown = (it: string | null) => (it === null ? UNKNOWN[locale] : (VALUES[locale][it] ?? areas.get(it) ?? it));
  const said = changes.map(({ field, was, is }) =>
    field === 'couple'
      ? fieldWords[locale].couple
      : `${fieldWords[locale][field]}${locale === 'en' ? ': ' : '：'}${shown(was)} → ${shown(is)}`,
  );
  return said.join(locale === 'en' ? '; ' : '；');
}
