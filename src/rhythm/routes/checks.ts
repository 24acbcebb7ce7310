import { z } from 'zod';
import { addDays } from '#/kernel/civil-date.ts';
import { listUnits } from '#/organisation/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { read } from '#/platform/module.ts';
import { loadPrefilled } from '../content/prefill.ts';
import { loadAskedOf, loadUnitWeeks, loadUnled } from '../content/weeks.ts';
import { dueDayOf, IsoWeek, isoWeekOf, isSameWeek, mondayOf, sundayOf, weekBefore } from '../rules/iso-week.ts';
import { listChecks } from '../store/checks.ts';
import { getRhythmSettings, listSettings } from '../store/settings.ts';

const ThisWeek = IsoWeek.partial();
const weekIn = ({ today }: ActingReader, { year, week }: z.output<typeof ThisWeek>): IsoWeek =>
  year === undefined || week === undefined ? isoWeekOf(today) : { year, week };
const seesAll = ({ roles }: ActingReader['actor']) => roles.some((it) => it === 'office' || it === 'setup' || it === 'leader');

export const checkReads = [
  read({
    path: '/rhythm/check',
    permission: 'rhythm.read',
    query: ThisWeek.extend({ unitId: z.uuid().optional() }),
    summary: '周碰头: what one unit is asked in a week, with the lines filled in beforehand, and what it said',
    async run(reader, { unitId: named, ...query }) {
      const week = weekIn(reader, query);
      const unitId = seesAll(reader.actor) ? (named ?? reader.actor.unitId) : reader.actor.unitId;
      const settings = await getRhythmSettings(reader);
      const facts = {
        week,
        from: mondayOf(week),
        to: sundayOf(week),
        dueOn: dueDayOf(week, settings.dueWeekday),
        isAsked: settings.isAsked,
      };
      if (unitId === null) return { ...facts, unitId, asked: [], lines: [], check: null };
      const asked = (await loadAskedOf(reader, week, settings)).filter((it) => it.unitId === unitId);
      const check = (await listChecks(reader, week)).find((it) => it.unitId === unitId) ?? null;
      return { ...facts, unitId, asked, lines: await loadPrefilled(reader, { asked, week, unitId, settings }), check };
    },
  }),
  read({
    path: '/rhythm/week',
    permission: 'rhythm.read',
    query: ThisWeek,
    summary: '各单位周碰头: who was asked in a week, who answered, late or not, and what they said; a unit sees its own',
    async run(reader, query) {
      const week = weekIn(reader, query);
      const settings = await getRhythmSettings(reader);
      const isMine = (it: { readonly unitId: string }) => seesAll(reader.actor) || it.unitId === reader.actor.unitId;
      const units = await listUnits(reader);
      return {
        ...{ week, before: weekBefore(week), after: isoWeekOf(addDays(mondayOf(week), 7)), from: mondayOf(week), to: sundayOf(week) },
        ...{ dueOn: dueDayOf(week, settings.dueWeekday), isAsked: settings.isAsked, seesAll: seesAll(reader.actor) },
        units: (await loadUnitWeeks(reader, week)).filter(isMine),
        checks: (await listChecks(reader, week)).filter(isMine),
        asked: (await loadAskedOf(reader, week, settings)).filter(isMine),
        unled: seesAll(reader.actor) && isSameWeek(week, isoWeekOf(reader.today)) ? await loadUnled(reader) : [],
        unitNames: Object.fromEntries(units.map(({ id, name }) => [id, name])),
      };
    },
  }),
  read({
    path: '/rhythm/settings',
    permission: 'rhythm.read',
    query: z.object({}),
    summary: '碰头设置, with every version',
    run: async (reader) => ({ settings: await getRhythmSettings(reader), history: await listSettings(reader) }),
  }),
];
