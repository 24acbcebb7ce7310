import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import { BUILT_IN, specOf, yearsInForce } from './calendar.ts';
import { CREW_HOURS, freeHours, type LaneInput, type LaneWork, placeInLanes } from './lanes.ts';

const years = yearsInForce([]);
const calendars: LaneInput['calendars'] = Object.fromEntries(
  BUILT_IN.map((it) => [it.key, { spec: specOf(it, years), quietHours: it.quietHours }]),
);

function aWork(change: Partial<LaneWork> = {}): LaneWork {
  return { id: 'a', days: 5, slack: 0, priority: 1, from: '2026-06-01', by: null, calendar: 'every-day', ...change };
}
const placed = (works: readonly LaneWork[], crews = 1) =>
  placeInLanes({ crews, works, calendars, hours: CREW_HOURS }).map(({ id, lane, start, finish }) => [id, lane, start, finish]);

test('the estate with the least slack goes first, then the one with priority; two crews share them', () => {
  const works = [aWork({ id: '甲', slack: 9 }), aWork({ id: '乙', slack: 2, priority: 2 }), aWork({ id: '丙', slack: 2, priority: 1 })];

  assert.deepEqual(placed(works), [
    ['丙', 1, '2026-06-01', '2026-06-05'],
    ['乙', 1, '2026-06-06', '2026-06-10'],
    ['甲', 1, '2026-06-11', '2026-06-15'],
  ]);
  assert.deepEqual(placed(works, 2), [
    ['丙', 1, '2026-06-01', '2026-06-05'],
    ['乙', 2, '2026-06-01', '2026-06-05'],
    ['甲', 1, '2026-06-06', '2026-06-10'],
  ]);
});

test('nothing is worked on the days of the gaokao, and quiet hours make a day shorter', () => {
  assert.deepEqual(placed([aWork({ from: '2026-06-06', calendar: 'school-quiet', days: 2 })]), [['a', 1, '2026-06-06', '2026-06-10']]);
  assert.equal(
    freeHours(CREW_HOURS, [
      ['12:00', '14:30'],
      ['20:00', '08:00'],
    ]),
    7.5,
  );
  assert.deepEqual(placed([aWork({ calendar: 'quiet-hours', days: 15 })])[0]!.slice(2), ['2026-06-01', '2026-06-16']);
  assert.deepEqual(
    placeInLanes({
      crews: 1,
      works: [aWork()],
      hours: CREW_HOURS,
      calendars: { 'every-day': { ...calendars['every-day']!, quietHours: [['00:00', '23:59']] } },
    }),
    [],
  );
});

const work = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  slack: fc.integer({ min: -20, max: 60 }),
  priority: fc.integer({ min: 1, max: 5 }),
  from: fc.integer({ min: 0, max: 200 }).map((it): CivilDate => addDays('2026-03-01', it)),
  calendar: fc.constantFrom(...BUILT_IN.map(({ key }) => key)),
});
const some = fc.array(work, { maxLength: 14 }).map((rows) => rows.map((it, i): LaneWork => ({ ...it, id: `w${i}`, by: null })));

test('no crew is at two places at once, nothing begins before its time or on a free day, and the order of input changes nothing', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 4 }), (works, crews) => {
      const all = placeInLanes({ crews, works, calendars, hours: CREW_HOURS });
      assert.equal(all.length, works.length);
      for (const lane of Map.groupBy(all, (it) => it.lane).values()) {
        const byStart = lane.toSorted((a, b) => (a.start < b.start ? -1 : 1));
        assert.ok(byStart.slice(1).every((it, i) => it.start > byStart[i]!.finish));
      }
      for (const it of all) {
        const { from, calendar } = works.find(({ id }) => id === it.id)!;
        const days = workCalendar(calendars[calendar]!.spec);
        assert.ok(it.start >= from && it.finish >= it.start && it.lane >= 1 && it.lane <= crews);
        for (const day of [it.start, it.finish]) assert.equal(days.dayAt(days.indexFrom(dayNumber(day))), dayNumber(day));
      }
      assert.deepEqual(placeInLanes({ crews, works: works.toReversed(), calendars, hours: CREW_HOURS }), all);
    }),
    { numRuns: 60 },
  );
});
