import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import { type Actor, add, addMany, type Writer } from '#/platform/db.ts';
import { askedNow, loadAskedOf } from '../content/weeks.ts';
import { type CheckRefusal, FileCheck, fileCheck, isOver, mayFileFor } from '../rules/file-check.ts';
import { type IsoWeek, isoWeekOf, weekBefore } from '../rules/iso-week.ts';
import { RhythmSettings } from '../rules/settings.ts';
import { findClosedWeek, hasClosedWeeks, holdCheck, saveCheck } from '../store/checks.ts';
import { addSettings, getRhythmSettings } from '../store/settings.ts';

const isOffice = ({ roles }: Actor) => roles.includes('office') || roles.includes('setup');

/** The unit that somebody speaks for: his own, or for the office any that it names. */
export function spokenFor(actor: Actor, named: string | undefined): string {
  const unitId = named ?? actor.unitId;
  if (unitId === null) throw new Problem(400, 'no-unit', {});
  if (unitId !== actor.unitId && !isOffice(actor)) throw new Problem(403, 'not-your-unit', { unitId });
  return unitId;
}

/** 报周碰头: what a unit says this week of everything it is asked about. */
export const fileWeeklyCheck = command({
  name: 'rhythm.file-check',
  version: 1,
  input: FileCheck,
  permission: 'rhythm.check',
  subject: (input) => `check:${input.unitId ?? ''}:${input.year}-${input.week}`,
  async run(writer, input): Promise<Result<{ readonly isLate: boolean; readonly version: number }, CheckRefusal>> {
    const unitId = spokenFor(writer.actor, input.unitId);
    const allowed = mayFileFor(input, writer.today);
    if (!allowed.ok) return allowed;
    const known = await holdCheck(writer, unitId, input);
    if (known !== null) checkBase(writer, `check:${unitId}:${input.year}-${input.week}`, known.version);
    const settings = await getRhythmSettings(writer);
    const asked = (await loadAskedOf(writer, input, settings)).filter((it) => it.unitId === unitId);
    const by = { unitId, filedBy: writer.actor.name, filedPost: writer.actor.postTitle, onBehalf: writer.actor.unitId !== unitId };
    const filed = fileCheck(input, { asked, known, settings, by, today: writer.today, at: writer.now.toISOString() });
    if (!filed.ok) return filed;
    await saveCheck(writer, filed.value);
    return accept({ isLate: filed.value.filedOn > filed.value.dueOn, version: filed.value.version });
  },
});

/** 周结: who was asked in the weeks that are over; from then on silence is a fact. Run again it changes nothing; weeks before the first run asked nobody. */
export const closeWeeks = command({
  name: 'rhythm.close-weeks',
  version: 1,
  input: z.object({ back: z.number().int().min(1).max(60).default(4) }),
  permission: 'rhythm.set',
  subject: () => 'weeks',
  async run(writer, { back }): Promise<Result<{ readonly closed: readonly IsoWeek[] }, never>> {
    await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rhythm.weeks ${writer.district}`]);
    const isFirst = !(await hasClosedWeeks(writer));
    const closed: IsoWeek[] = [];
    let week = weekBefore(isoWeekOf(writer.today));
    for (let i = 0; i < back; i++, week = weekBefore(week)) {
      if (isOver(week, writer.today) && (await closeWeek(writer, week, isFirst))) closed.push(week);
    }
    return accept({ closed });
  },
});

async function closeWeek(writer: Writer, week: IsoWeek, isFirst: boolean): Promise<boolean> {
  if ((await findClosedWeek(writer, week)) !== null) return false;
  const key = { iso_year: week.year, iso_week: week.week };
  const asked = isFirst ? [] : await askedNow(writer, week, await getRhythmSettings(writer));
  await add(writer, 'rhythm.closed_week', { ...key, closed_on: writer.today });
  const rows = asked.map(({ unitId, projects, dueOn }) => ({ ...key, unit_id: unitId, projects, due_on: dueOn, closed_on: writer.today }));
  await addMany(writer, 'rhythm.week_asked', rows);
  return true;
}

/** 设定周碰头: from now on; weeks that are closed stay as they were asked. */
export const setRhythm = command({
  name: 'rhythm.set-rhythm',
  version: 1,
  input: RhythmSettings.extend({ reason: z.string().trim().min(2).max(300) }),
  permission: 'rhythm.set',
  subject: () => 'settings',
  async run(writer, { reason, ...value }): Promise<Result<{ readonly version: number }, never>> {
    return accept({ version: await addSettings(writer, value, reason) });
  },
});
