import { round } from '../format.ts';
import type { ShareOf } from './figure.ts';

/** Decimals of a percentage as it was printed: 2 for `92.22`. */
function decimalsOf(printed: string): number {
  return printed.split('.')[1]?.length ?? 0;
}

function prints(count: number, base: number, printed: string): boolean {
  return round((count / base) * 100, decimalsOf(printed)) === Number(printed);
}

/** Whether some whole count of this base prints as the percentage. */
export function isShareOf(printed: string, base: number): boolean {
  const { count } = nearestShare(printed, base);
  return prints(count, base, printed);
}

export function nearestShare(printed: string, base: number): ShareOf {
  return { count: Math.min(base, Math.max(0, Math.round((Number(printed) / 100) * base))), base };
}

const LARGEST = 100_000;

/** The smallest base of which a whole count prints as the percentage: 83 of 90 for 92.22 %. */
export function smallestBase(printed: string): ShareOf | null {
  for (let base = 1; base <= LARGEST; base++) if (isShareOf(printed, base)) return nearestShare(printed, base);
  return null;
}
