import { bigNumber, type Locale, number } from '#/kernel/format.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';

/** `57,000名`, in English `57,000 名`: the unit is the list's own word and is not translated. From a hundred on a tenth says nothing. */
export function quantity(value: number, measureUnit: string, locale: Locale): string {
  const figure = number(value, Math.abs(value) >= 100 ? 0 : 1);
  return locale === 'zh-CN' ? `${figure}${measureUnit}` : `${figure} ${measureUnit}`.trim();
}

/** `约40万名`, `至少1个`, `10—12场`. */
export function targetText({ target, targetMax, approx, bound, measureUnit }: TargetFacts, locale: Locale): string | null {
  if (target === null) return null;
  const zh = locale === 'zh-CN';
  const limits = { exact: '', at_least: zh ? '至少' : 'at least ', at_most: zh ? '至多' : 'at most ' };
  const about = approx ? (zh ? '约' : 'about ') : '';
  const upper = targetMax === null ? '' : `${zh ? '至' : ' to '}${bigNumber(targetMax, locale)}`;
  return `${limits[bound]}${about}${bigNumber(target, locale)}${upper}${zh ? '' : ' '}${measureUnit}`.trim();
}

type TargetFacts = Pick<BulletinItem, 'target' | 'targetMax' | 'approx' | 'bound' | 'measureUnit'>;

/** `10.0%` from tenths of a per cent. */
export function tenths(value: number): string {
  return `${(value / 10).toFixed(1)}%`;
}
