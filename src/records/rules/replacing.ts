import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** The version of today that a new one takes the place of; null where a new one begins after it. */
export const Replaces = z.number().int().positive().nullable().default(null);

export type ReplaceRefusal = {
  readonly kind: 'version-not-of-today';
  readonly versionNo: number;
  readonly setOn: CivilDate | null;
  readonly today: CivilDate;
};

type Version = { readonly versionNo: number; readonly setOn: CivilDate };

/** 当天更正: only the newest version, and only on the day on which it was set, for until then nothing was long counted by it. Answers with what is left. */
export function leftWithout<V extends Version>(
  versions: readonly V[],
  replaces: number | null,
  today: CivilDate,
): Result<{ readonly left: readonly V[]; readonly replaced: V | null }, ReplaceRefusal> {
  if (replaces === null) return accept({ left: versions, replaced: null });
  const last = versions.at(-1);
  if (last === undefined || last.versionNo !== replaces || last.setOn !== today) {
    const setOn = versions.find((it) => it.versionNo === replaces)?.setOn ?? null;
    return refuse({ kind: 'version-not-of-today', versionNo: replaces, setOn, today });
  }
  return accept({ left: versions.slice(0, -1), replaced: last });
}
