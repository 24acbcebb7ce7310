import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { getProgrammeOf, listProjectRows } from '#/programme/door.ts';
import { type DifficultyRefusal, SetDifficulty } from '../rules/difficulty.ts';
import { checkPriorities, type PriorityRefusal, SetPriorities } from '../rules/priorities.ts';
import { checkSheet, ScoreSheet, type SheetRefusal } from '../rules/sheet.ts';
import { getProject } from '../store/projects.ts';
import { addDifficulty, addPriorities, addSheet, getPriorities, getSheet, holdSettings, listDifficulties } from '../store/sheets.ts';

const why = z.string().trim().min(2).max(200);

/** 设定评分表: a new version for a year; quarters that went before the units keep the one they were counted by. */
export const setSheet = command({
  name: 'assessment.set-sheet',
  version: 1,
  input: z.object({ year: z.number().int().min(2000).max(2100), sheet: ScoreSheet, reason: why }),
  permission: 'assessment.set-sheet',
  subject: ({ year }) => `sheet:${year}`,
  async run(writer, { year, sheet, reason }): Promise<Result<{ readonly version: number }, SheetRefusal>> {
    await holdSettings(writer, `sheet ${year}`);
    const before = await getSheet(writer, year);
    const checked = checkSheet(sheet, before.sheet);
    if (!checked.ok) return checked;
    await addSheet(writer, { year, version: before.version + 1, sheet, reason });
    return accept({ version: before.version + 1 });
  },
});

/** 设定难度系数 of a project, from the next counting on. */
export const setDifficulty = command({
  name: 'assessment.set-difficulty',
  version: 1,
  input: SetDifficulty,
  permission: 'assessment.set-sheet',
  subject: ({ projectId }) => `difficulty:${projectId}`,
  async run(writer, { projectId, coefficient, reason }): Promise<Result<{ readonly no: number }, DifficultyRefusal>> {
    const { programmeId } = await getProject(writer, projectId);
    await holdSettings(writer, `difficulty ${projectId}`);
    const before = (await listDifficulties(writer, programmeId)).find((it) => it.projectId === projectId);
    if ((before?.coefficient ?? 1) === coefficient) return refuse({ kind: 'difficulty-unchanged', coefficient });
    const no = (before?.no ?? 0) + 1;
    await addDifficulty(writer, { projectId, no, coefficient, reason });
    return accept({ no });
  },
});

/** 设定工作报告重点, and which project serves which. */
export const setPriorities = command({
  name: 'assessment.set-priorities',
  version: 1,
  input: SetPriorities,
  permission: 'assessment.set-priorities',
  subject: ({ kind, year }) => `priorities:${kind}:${year}`,
  async run(writer, input): Promise<Result<{ readonly version: number }, PriorityRefusal>> {
    const list = await getProgrammeOf(writer, input);
    await holdSettings(writer, `priorities ${list.id}`);
    const projects = await listProjectRows(writer, list.id);
    const checked = checkPriorities(
      input,
      projects.map(({ id }) => id),
    );
    if (!checked.ok) return checked;
    const version = (await getPriorities(writer, list.id)).version + 1;
    await addPriorities(writer, list.id, { ...checked.value, version }, input.reason);
    return accept({ version });
  },
});
