import type { CivilDate } from '#/kernel/civil-date.ts';
import { checkDigitOf } from './identity.ts';

/** Area codes beginning with 99 belong to no province (GB/T 2260): whoever has such a number is nobody. */
export const FICTIONAL_AREA = '990001';

/** 虚构的证件号码: sound by its check digit, and plainly nobody's; for demo, tests and measurements. */
export function fictionalIdentity(serial: number, birthOn: CivilDate, sex: 'f' | 'm'): string {
  const order = String(Math.floor(serial % 500) * 2 + (sex === 'm' ? 1 : 0)).padStart(3, '0');
  const first17 = `${FICTIONAL_AREA}${birthOn.replaceAll('-', '')}${order}`;
  return `${first17}${checkDigitOf(first17)}`;
}
