import { listUnits } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { answersOf, leadUnitsOf } from '../rules/answers.ts';
import { entryEndsOn, isDueToEnd } from '../rules/entry-end.ts';
import { keysOf, periodOf, stateOf } from '../rules/period.ts';
import { loadAnswering } from '../store/answers.ts';
import { listExceptions, listKeyActs } from '../store/periods.ts';
import { getEntryEnd } from '../store/settings.ts';
import { listOf, OfPeriod, periodAsked } from './of-year.ts';

export const periodReads = [
  read({
    path: '/delivery/periods',
    permission: 'delivery.read',
    query: OfPeriod,
    summary:
      '审定与接收: how far each unit is with a month: answered, approved, received; the lock of the district, exceptions and history',
    async run(reader, { period: asked, ...query }) {
      const stored = await listOf(reader, query);
      const period = periodAsked(reader, asked);
      const answering = await loadAnswering(reader, stored, period);
      const acts = await listKeyActs(reader, stored.id, period);
      const keys = keysOf(acts);
      const setting = await getEntryEnd(reader);
      const names = new Map((await listUnits(reader)).map(({ id, name }) => [id, name]));
      const { roles, unitId: own } = reader.actor;
      const isUnitOnly = !roles.some((it) => it === 'setup' || it === 'office' || it === 'leader');
      const units = leadUnitsOf(answering.projects, answering.promises).filter((id) => !isUnitOnly || id === own);
      return {
        programmeId: stored.id,
        period,
        isClosed: keys.isClosed,
        isOver: period < periodOf(reader.today),
        isEntryEnded: keys.isEntryEnded,
        entryEndsOn: setting.on && isDueToEnd(acts) ? entryEndsOn(period, setting) : null,
        units: units.map((id) => ({ id, name: names.get(id) ?? '', state: stateOf(keys, id), ...answersOf(id, period, answering) })),
        acts: acts
          .filter((it) => it.unitId === null || units.includes(it.unitId))
          .map((it) => ({ ...it, unit: it.unitId === null ? null : (names.get(it.unitId) ?? '') })),
        exceptions: (await listExceptions(reader, stored.id, period))
          .filter((it) => units.includes(it.unitId) || !isUnitOnly)
          .map((it) => ({ ...it, unit: names.get(it.unitId) ?? '', isRunning: it.until >= reader.today })),
      };
    },
  }),
];
