import type { Light, Reason } from '#/delivery/rules/standing.ts';
import type { Locale } from '#/kernel/format.ts';

export const lightWords: Readonly<Record<Locale, Readonly<Record<Light, string>>>> = {
  'zh-CN': { green: '正常', yellow: '滞后', red: '严重滞后', white: '未到节点', closed: '已完成', grey: '无数据' },
  en: { green: 'on track', yellow: 'behind', red: 'far behind', white: 'not yet due', closed: 'completed', grey: 'no data' },
};

export function reasonSentence(reason: Reason, locale: Locale): string {
  return `${reason.code}${locale === 'en' ? '' : ''}`;
}
