import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber } from '#/kernel/civil-date.ts';
import { NAMED_CALENDARS } from '#/kernel/schedule/china.ts';
import { workCalendar } from '#/kernel/schedule/work-calendar.ts';
import { type Bar, barsOf, lanesOf, nextOf, overrunOf } from './bar.ts';
import { anActivity, aSchedule, sewerWorks } from './fixtures.ts';
import { freeSpans, together } from './free-time.ts';

const SEWER = sewerWorks('p');

test('the sewer of the worked example has to be tendered from 22 June on, and that is what comes next', () => {
  const schedule = aSchedule(SEWER);
  const [first] = barsOf(schedule);

  assert.equal(first!.late![0], dayNumber('2026-06-22'));
  assert.equal(nextOf(barsOf(schedule), schedule)?.name, '审定、发布招标文件');
});

test('what waits for unfinished work does not come next, however little slack it has', () => {
  const works = [
    anActivity({ id: 'a', name: '设计' }),
    anActivity({ id: 'b', name: '施工', position: 2 }),
    anActivity({ id: 'c', name: '宣传', position: 3 }),
  ];
  const links = [{ from: 'a', to: 'b', type: 'FS', lag: 0, lagCalendar: null }] as const;
  const schedule = aSchedule(works, {}, links);

  assert.equal(nextOf(barsOf(schedule), schedule)?.name, '设计');
});

test('nothing comes next when everything is finished', () => {
  const schedule = aSchedule([anActivity({ startedOn: '2026-03-02', finishedOn: '2026-03-06' })]);

  assert.equal(nextOf(barsOf(schedule), schedule), null);
});

test('a plan that ends after its deadline says by how many days of the year, one that ends in time says none', () => {
  const bars = barsOf(aSchedule(SEWER));
  const last = Math.max(...bars.map((it) => it.early[1]));

  assert.deepEqual(
    [last + 4, last, last - 1, last - 30].map((deadline) => overrunOf(bars, deadline)),
    [0, 0, 1, 30],
  );
});

test('how much is done comes from what is left; where nobody said, nothing is assumed', () => {
  const shares = [
    [{}, 0],
    [{ startedOn: '2026-06-01', remainingDays: 4 }, 0.6],
    [{ startedOn: '2026-06-01' }, null],
    [{ startedOn: '2026-06-01', finishedOn: '2026-06-12' }, 1],
  ] as const;

  for (const [change, share] of shares) assert.equal(barsOf(aSchedule([anActivity({ days: 10, ...change })]))[0]!.doneShare, share);
});

test('a baseline belongs to its activity', () => {
  const [bar] = barsOf(aSchedule(SEWER, { withBaseline: true }));

  assert.deepEqual(bar!.baseline, [bar!.early[0] - 12, bar!.early[1] - 12]);
});

const aBar = (id: number, from: number, length: number, slack: number): Bar => ({
  ...{
    id: String(id),
    name: '工序',
    calendar: 'every-day',
    isMilestone: false,
    gate: null,
    baseline: null,
    doneShare: 0,
    state: 'waiting',
  },
  ...{ early: [from, from + length], late: [from + slack, from + slack + length], slack, isCritical: slack <= 0, isProvisional: false },
});

test('in one lane neither early nor late dates overlap, and every bar has its lane', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: -20, max: 60 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(some, (all) => {
      const bars = all.map(([from, length, slack], i) => aBar(i, from, length, slack));
      const lanes = lanesOf(bars);
      assert.deepEqual(
        lanes
          .flat()
          .map((it) => it.id)
          .sort(),
        bars.map((it) => it.id).sort(),
      );
      for (const lane of lanes)
        for (const [i, bar] of lane.entries()) {
          const before = lane[i - 1];
          assert.ok(before === undefined || (before.early[1] < bar.early[0] && before.late![1] < bar.late![0]));
        }
    }),
  );
});

test('the winter stop is one stretch without work, a weekend another, and stretches that touch are one', () => {
  const site = workCalendar(NAMED_CALENDARS['cn-site-apr-oct']!);
  const office = workCalendar(NAMED_CALENDARS['cn-office']!);
  const [from, to] = [dayNumber('2026-10-10'), dayNumber('2026-12-31')];

  assert.deepEqual(freeSpans(site, from, to), [[dayNumber('2026-11-01'), to]]);
  assert.deepEqual(freeSpans(office, from, from + 8), [
    [dayNumber('2026-10-11'), dayNumber('2026-10-11')],
    [dayNumber('2026-10-17'), dayNumber('2026-10-18')],
  ]);
  assert.deepEqual(freeSpans(office, from, from + 8, 2).length, 1);
  assert.deepEqual(
    together([
      [
        [5, 9],
        [20, 21],
      ],
      [[10, 12]],
      [[1, 2]],
    ]),
    [
      [1, 2],
      [5, 12],
      [20, 21],
    ],
  );
});
