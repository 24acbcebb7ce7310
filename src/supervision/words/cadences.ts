import type { KeptCadence } from '#/records/rules/entries/cadence.ts';
import type { BulletinPart } from '../rules/part.ts';

export type CadenceLine = KeptCadence & { readonly no: string; readonly name: string };

/** 频次核对 in a bulletin: what the year's number does not say, month by month. */
export function cadencePart(lines: readonly CadenceLine[]): BulletinPart {
  const said = lines.map(({ no, name, text, months }) => {
    const missed = months.filter(({ state }) => state === 'missed').map(({ month }) => `${Number(month.slice(5))}月`);
    const kept = months.filter(({ state }) => state === 'kept').length;
    return `第${no}件“${name}”清单写明“${text}”，${missed.length === 0 ? '' : `${missed.join('、')}没有做到，`}${kept}个月做到`;
  });
  return { heading: '频次核对', paragraphs: said.length === 0 ? [] : [`${said.join('；')}。`], isInternal: false };
}
