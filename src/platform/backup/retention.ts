import { type CivilDate, dayInChina, dayNumber } from '#/kernel/civil-date.ts';

/** 保留: of how many days, weeks and months the newest backup stays. 来源: 待核实 (a usual choice; each office sets its own). */
export type Keep = { readonly daily: number; readonly weekly: number; readonly monthly: number };
export const DEFAULT_KEEP: Keep = { daily: 7, weekly: 4, monthly: 12 };

/**
 * The moments of the backups that stay: the newest of each of the last days, weeks (from Monday) and months that have one at all, by the
 * calendar in China. Days without a backup use up no place, so that a machine that stood still forgets nothing. The newest always stays.
 */
export function keptOf(moments: readonly string[], { daily, weekly, monthly }: Keep): readonly string[] {
  const newestFirst = [...moments].sort().reverse();
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [count, spanOf] of [
    [daily, dayInChina],
    [weekly, (at: Date) => weekOf(dayInChina(at))],
    [monthly, (at: Date) => dayInChina(at).slice(0, 7)],
  ] as const) {
    const spans = new Set<string>();
    for (const moment of newestFirst) {
      const span = spanOf(new Date(moment));
      if (spans.has(span) || spans.size >= count) continue;
      spans.add(span);
      kept.add(moment);
    }
  }
  return newestFirst.filter((it) => kept.has(it));
}

/** Some Monday has a number that 7 divides, once this is added. */
const MONDAY = 7 - (dayNumber('2026-06-15') % 7);

function weekOf(day: CivilDate): string {
  return String(Math.floor((dayNumber(day) + MONDAY) / 7));
}

/** `7,4,12`: days, weeks, months; null when it does not read so. */
export function readKeep(text: string): Keep | null {
  const found = /^(\d{1,3}),(\d{1,3}),(\d{1,3})$/.exec(text);
  return found === null ? null : { daily: Number(found[1]), weekly: Number(found[2]), monthly: Number(found[3]) };
}
