import { z } from 'zod';
import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { findProgramme } from '#/programme/door.ts';
import { isLowerBetter, LightThresholds } from '../rules/lights.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import { wholeOf } from '../rules/series.ts';
import { loadBoard } from '../store/board.ts';
import { getPlace } from '../store/place.ts';
import { addAcceptance, addLightSettings, addMonthLights, getLightSettings, listAcceptances, listMonthLights } from '../store/plans.ts';
import { checkFilesKnown, holdPromise } from '../store/reports.ts';

/** 设定灯规: a new version of the thresholds, with the document it rests on; lights already frozen stay as they were. */
export const setLightSettings = command({
  name: 'delivery.set-light-settings',
  version: 1,
  input: z.object({ thresholds: LightThresholds, source: z.string().trim().min(2).max(500) }),
  permission: 'delivery.set-lights',
  subject: () => 'light-settings',
  async run(writer, { thresholds, source }): Promise<Result<{ version: number }, OtherRefusal>> {
    const isCrossed = thresholds.yellowGapPoints >= thresholds.redGapPoints || thresholds.yellowTspi >= thresholds.redTspi;
    if (isCrossed) return refuse({ kind: 'thresholds-crossed' });
    await holdPromise(writer, 'light-settings');
    const { version } = await getLightSettings(writer);
    const settings = { ...thresholds, version: version + 1 };
    await addLightSettings(writer, { settings, source, setBy: writer.actor.name, setOn: writer.today });
    return accept({ version: settings.version });
  },
});

/** 冻结月末灯: what each promise showed at the end of a month, kept for good. Doing it again adds only what is missing. */
export const freezeMonthLights = command({
  name: 'delivery.freeze-month-lights',
  version: 1,
  input: z.object({ programmeId: z.uuid(), year: z.number().int().min(2000).max(2100), month: z.number().int().min(1).max(12) }),
  permission: 'delivery.freeze-lights',
  subject: (input) => `programme:${input.programmeId}:${input.year}-${input.month}`,
  async run(writer, { programmeId, year, month }): Promise<Result<{ frozen: number }, OtherRefusal>> {
    const lastDay = endOfMonth(year, month);
    if (lastDay >= writer.today) return refuse({ kind: 'month-not-over', lastDay });
    await holdPromise(writer, programmeId);
    const stored = await findProgramme(writer, programmeId);
    if (stored === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    if (stored.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const { board, input } = await loadBoard(writer, stored, lastDay);
    const known = new Set(
      (await listMonthLights(writer, programmeId)).filter((it) => it.year === year && it.month === month).map((it) => it.promiseId),
    );
    const missing = board.projects.flatMap((it) => it.promises).filter((it) => !known.has(it.promise.id));
    const frozenOn: CivilDate = writer.today;
    await addMonthLights(writer, missing, { programmeId, year, month, settingsVersion: input.settings.version, frozenOn });
    return accept({ frozen: missing.length });
  },
});

/** 核验销号: the office accepts, on evidence, that a promise is kept; only then does its light close. */
export const acceptCompletion = command({
  name: 'delivery.accept-completion',
  version: 1,
  input: z.object({
    promiseId: z.uuid(),
    note: z.string().trim().max(1000).default(''),
    evidence: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .min(1)
      .max(30),
  }),
  permission: 'delivery.adopt',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, note, evidence }): Promise<Result<{ acceptedOn: CivilDate }, OtherRefusal>> {
    await checkFilesKnown(writer, evidence);
    const { promise, programme } = await getPlace(writer, promiseId);
    await holdPromise(writer, promiseId);
    const earlier = (await listAcceptances(writer, programme.id)).find((it) => it.promiseId === promiseId);
    if (earlier !== undefined) return refuse({ kind: 'already-accepted', acceptedOn: earlier.acceptedOn });
    const stored = await findProgramme(writer, programme.id);
    const { board } = await loadBoard(writer, stored!, writer.today);
    const standing = board.projects.flatMap((it) => it.promises).find((it) => it.promise.id === promiseId)!;
    if (standing.mismatch !== null) return refuse({ kind: 'mismatch-open', dueOn: standing.mismatch.dueOn });
    const target = wholeOf(promise);
    const isKept = standing.done !== null && (isLowerBetter(promise) ? standing.done <= target : standing.done >= target);
    if (!isKept) return refuse({ kind: 'not-at-target', done: standing.done, target });
    await addAcceptance(writer, {
      promiseId,
      programmeId: programme.id,
      acceptedOn: writer.today,
      acceptedBy: writer.actor.name,
      note,
      evidence,
    });
    return accept({ acceptedOn: writer.today });
  },
});
