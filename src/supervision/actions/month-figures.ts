import { z } from 'zod';
import { hasEntryEnded } from '#/delivery/door.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { findProgramme } from '#/programme/door.ts';
import { freezeMonthFigures } from '../content/month-figures.ts';
import { monthPeriod } from '../rules/month.ts';
import type { FreezeRefusal } from '../rules/month-figures.ts';

/** 固定月度数字: of a month whose entry is over. Done by the calendar each night; a second time changes nothing. */
export const freezeMonth = command({
  name: 'supervision.freeze-month',
  version: 1,
  input: z.object({ programmeId: z.uuid(), month: z.number().int().min(1).max(12) }),
  permission: 'supervision.bulletin',
  subject: ({ programmeId, month }) => `month-figures:${programmeId}-${month}`,
  async run(writer, { programmeId, month }): Promise<Result<{ readonly isNew: boolean }, FreezeRefusal>> {
    const list = await findProgramme(writer, programmeId);
    if (list === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    if (list.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const which = { year: list.year, month };
    if (!(await hasEntryEnded(writer, programmeId, monthPeriod(which)))) return refuse({ kind: 'entry-still-open', ...which });
    return accept({ isNew: await freezeMonthFigures(writer, list, month, 'entry-close') });
  },
});
