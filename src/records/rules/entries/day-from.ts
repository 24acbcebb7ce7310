import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';

/** A day as offices write it: 2026-06-18, 2026.6.18, 2026/6/18, 2026年6月18日, 20260618. */
export function dayFrom(text: string): CivilDate | null {
  const found = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return null;
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
  return isCivilDate(day) ? day : null;
}
