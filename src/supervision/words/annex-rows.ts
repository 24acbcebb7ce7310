import { LIGHT_SHAPES } from '#/delivery/rules/charts.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { type Locale, number, round } from '#/kernel/format.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import { words } from './labels.ts';
import { quantity, targetText } from './quantity.ts';

const NONE = '—';

/** 附表: one line for each promise; null continues the cell above, so that a row of the list is printed once. */
export function annexRows(content: BulletinContent, locale: Locale): readonly (readonly (string | null)[])[] {
  const items = printed(content, content.items);
  const listed = items.map((item, i) => lineOf(item, items[i - 1], locale));
  const empty = content.emptyProjects.map(({ no, name, leadUnit }) => ({
    no,
    line: [no, name, NONE, NONE, NONE, NONE, lightText('grey', locale), NONE, leadUnit ?? NONE, NONE],
  }));
  const all = [...items.map((item, i) => ({ no: item.no, line: listed[i]! })), ...empty];
  return all.sort((a, b) => compareNo(a.no, b.no)).map(({ line }) => line);
}

/** `10` stands behind `9`, `10.1` behind `10`. */
function compareNo(a: string, b: string): number {
  const [left, right] = [a, b].map((it) => it.split('.').map(Number));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? 0) - (right![i] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

function lineOf(item: BulletinItem, above: BulletinItem | undefined, locale: Locale): readonly (string | null)[] {
  const again = above?.no === item.no;
  const { done, expected, behindDays, measureUnit, light, leadUnit, doneOn } = item;
  return [
    again ? null : item.no,
    again ? null : item.project,
    item.promise,
    targetText(item, locale) ?? words[locale].classes['no-target'],
    done === null ? NONE : quantity(done, measureUnit, locale),
    expected === null ? NONE : quantity(expected, measureUnit, locale),
    lightText(light, locale),
    behindDays === null || behindDays <= 0 ? NONE : number(round(behindDays)),
    again ? null : (leadUnit ?? NONE),
    doneOn ?? NONE,
  ];
}

function lightText(light: BulletinItem['light'], locale: Locale): string {
  return `${LIGHT_SHAPES[light]} ${lightWords[locale][light]}`;
}
