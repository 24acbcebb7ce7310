import { dayOf } from '#/kernel/civil-date.ts';
import type { Reported } from '../figure.ts';
import type { Columns } from './columns.ts';
import type { Basis } from './selection.ts';

/** 有记录的地方: whence any line of the span and scope came, whether it counts or not. `tops` are the townships by their numbers. */
export function makeReported({ span, scope }: Basis, tops: readonly (string | null)[]) {
  const seen = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  return {
    add({ areas, areaOf, onDays, length }: Columns, topOf: readonly number[]): void {
      const isAsked = areas.map((it) => scope?.has(it) ?? true);
      const isSeen = new Uint8Array(areas.length);
      for (let i = 0; i < length; i++) {
        const on = onDays[i]!;
        const area = areaOf[i]!;
        if (on < span.from || on > span.until || !isAsked[area]) continue;
        isSeen[area] = 1;
        if (on > last) last = on;
      }
      for (const [area, no] of topOf.entries()) if (isSeen[area] === 1) seen.add(no);
    },
    end: (): Reported => ({
      places: [...seen].map((no) => tops[no]!),
      lastMonth: seen.size === 0 ? null : dayOf(last).slice(0, 7),
    }),
  };
}
