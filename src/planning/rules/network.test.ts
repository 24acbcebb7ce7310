import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Activity, ActivityLink, ProjectNetwork } from './activity.ts';
import { BUILT_IN, specOf, yearsInForce } from './calendar.ts';
import { scheduleOf, waitingIn } from './network.ts';

const years = yearsInForce([]);
const CALENDARS = Object.fromEntries(
  BUILT_IN.map((it) => [it.key, { title: it.title, spec: specOf(it, years), quietHours: it.quietHours }]),
);

function anActivity(id: string, days: number): Activity {
  return {
    ...{ id, projectId: 'p', taskId: 't', siteId: null, position: 1, name: id, days, calendar: 'every-day', isMilestone: false },
    ...{ gate: null, notBefore: null, finishBy: null, pinnedOn: null, startedOn: null, finishedOn: null, remainingDays: null },
    ...{ evidence: [], legalMinimum: null, shorterBecause: null, version: 1 },
  };
}

function lateFinish(link: Pick<ActivityLink, 'type' | 'lag'>): string | null {
  const network: ProjectNetwork = {
    ...{ projectId: 'p', deadline: '2026-12-31', tasks: [{ id: 't', name: '排水', dueOn: null }], calendars: CALENDARS, siteCalendars: {} },
    ...{ activities: [anActivity('铺管', 100), anActivity('巡查', 5)], baseline: null, version: 1 },
    links: [{ from: '铺管', to: '巡查', lagCalendar: null, ...link }],
  };
  return scheduleOf(network, '2026-06-18').planned[0]!.dates.lateFinish;
}

test('whatever goes by its start alone, a work itself is done by the deadline', () => {
  const cases = [
    ['SS', 0, '2026-12-31'],
    ['SF', 0, '2026-12-31'],
    ['FF', 0, '2026-12-31'],
    ['FF', 10, '2026-12-21'],
    ['FF', -10, '2026-12-31'],
    ['FS', 0, '2026-12-26'],
    ['FS', -20, '2026-12-31'],
  ] as const;

  for (const [type, lag, expected] of cases) assert.equal(lateFinish({ type, lag }), expected, `${type} ${lag}`);
});

test('a work waits for what must be done before it, and for what must be begun before it only until that is begun', () => {
  const states = {
    'not begun': { isBegun: false, isDone: false },
    'under way': { isBegun: true, isDone: false },
    done: { isBegun: true, isDone: true },
  };
  const waits = (type: ActivityLink['type'], of: keyof typeof states) =>
    waitingIn([{ id: '铺管', ...states[of] }], [{ from: '铺管', to: '巡查', type }]).has('巡查');

  const table = (['FS', 'SS', 'FF', 'SF'] as const).map((type) => [
    type,
    ...(['not begun', 'under way', 'done'] as const).map((of) => waits(type, of)),
  ]);
  assert.deepEqual(table, [
    ['FS', true, true, false],
    ['SS', true, false, false],
    ['FF', false, false, false],
    ['SF', false, false, false],
  ]);
});
