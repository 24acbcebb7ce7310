import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import type { CivilDate } from '../civil-date.ts';
import { Network } from './network.ts';
import { schedule } from './schedule.ts';

const EXAMPLE = new URL('../../../docs/examples/sewer-network.json', import.meta.url);

type Loose = { readonly [name: string]: unknown };

function answer(network: Loose) {
  const result = schedule(Network.parse({ dataDate: '2026-06-01', ...network }));
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function refusal(network: Loose) {
  const result = schedule(Network.parse({ dataDate: '2026-06-01', ...network }));
  assert.ok(!result.ok);
  return result.refusal;
}

function dates(network: Loose): Record<string, readonly (string | null | number)[]> {
  return Object.fromEntries(
    answer(network).tasks.map(({ id, earlyStart, earlyFinish, lateStart, lateFinish, slack }) => [
      id,
      [earlyStart, earlyFinish, lateStart, lateFinish, slack],
    ]),
  );
}

test('the sewer counted back from 31 December must begin on 22 June, the next working day', () => {
  const { tasks, negative, provisional } = answer(JSON.parse(fs.readFileSync(EXAMPLE, 'utf8')) as Loose);
  assert.deepEqual(
    tasks.map(({ lateStart, lateFinish }) => [lateStart, lateFinish]),
    [
      ['2026-06-22', '2026-06-26'],
      ['2026-06-28', '2026-07-17'],
      ['2026-07-18', '2026-07-20'],
      ['2026-07-21', '2026-08-03'],
      ['2026-08-04', '2026-10-06'],
      ['2026-10-07', '2026-10-31'],
      ['2026-12-18', '2026-12-31'],
    ],
  );
  assert.deepEqual([tasks[0]!.earlyStart, tasks[0]!.slack, tasks[0]!.critical], ['2026-06-22', 0, true]);
  assert.deepEqual([negative, provisional], [[], []]);
});

test('one day later the road falls behind the winter, the deadline is missed, and the chain that misses it is named', () => {
  const sewer = JSON.parse(fs.readFileSync(EXAMPLE, 'utf8')) as Loose & { tasks: { id: string }[] };
  const { tasks, negative, provisional } = answer({ ...sewer, dataDate: '2026-06-23' });

  assert.deepEqual(
    tasks.map((it) => it.slack),
    [-1, -2, -2, -2, -2, -2, -75],
  );
  assert.deepEqual([tasks[5]!.earlyStart, tasks[5]!.earlyFinish], ['2026-10-09', '2027-04-02']);
  assert.deepEqual(negative, [sewer.tasks.map((it) => it.id)]);
  assert.deepEqual(provisional, ['路面恢复', '验收和资料归档']);
});

const two = (link: Loose, more: Loose = {}) => ({
  tasks: [
    { id: 'a', days: 3, calendar: 'every-day' },
    { id: 'b', days: 2, calendar: 'every-day' },
  ],
  links: [{ from: 'a', to: 'b', ...link }],
  deadlines: [{ task: 'b', on: '2026-06-30' }],
  ...more,
});

test('the four links, with lag, hold a successor to the day', () => {
  const early = (link: Loose) => dates(two(link)).b!.slice(0, 2);
  assert.deepEqual(early({ type: 'FS' }), ['2026-06-04', '2026-06-05']);
  assert.deepEqual(early({ type: 'FS', lag: 2 }), ['2026-06-06', '2026-06-07']);
  assert.deepEqual(early({ type: 'FS', lag: -2 }), ['2026-06-02', '2026-06-03']);
  assert.deepEqual(early({ type: 'SS', lag: 1 }), ['2026-06-02', '2026-06-03']);
  assert.deepEqual(early({ type: 'FF', lag: 1 }), ['2026-06-03', '2026-06-04']);
  assert.deepEqual(early({ type: 'SF', lag: 4 }), ['2026-06-04', '2026-06-05']);
});

test('the same links hold a predecessor on the way back', () => {
  const late = (link: Loose) => dates(two(link)).a!.slice(2, 4);
  assert.deepEqual(late({ type: 'FS' }), ['2026-06-26', '2026-06-28']);
  assert.deepEqual(late({ type: 'FS', lag: 2 }), ['2026-06-24', '2026-06-26']);
  assert.deepEqual(late({ type: 'SS', lag: 1 }), ['2026-06-28', '2026-06-30']);
  assert.deepEqual(late({ type: 'FF', lag: 1 }), ['2026-06-27', '2026-06-29']);
  assert.deepEqual(late({ type: 'SF', lag: 4 }), ['2026-06-26', '2026-06-28']);
});

test('the lag is counted in the calendar of the successor, unless another is named', () => {
  const tasks = [
    { id: 'a', days: 1, calendar: 'every-day' },
    { id: 'b', days: 1, calendar: 'week' },
  ];
  const calendars = { week: { weekdays: [1, 2, 3, 4, 5] } };
  const start = (link: Loose) =>
    dates({ dataDate: '2026-06-05', tasks, calendars, links: [{ from: 'a', to: 'b', lag: 2, ...link }] }).b![0];
  assert.equal(start({}), '2026-06-10');
  assert.equal(start({ lagCalendar: 'every-day' }), '2026-06-08');
});

test('a deadline on a day off counts as the working day before it', () => {
  const network = {
    tasks: [{ id: 'a', days: 2, calendar: 'week' }],
    calendars: { week: { weekdays: [1, 2, 3, 4, 5] } },
    deadlines: [{ task: 'a', on: '2026-06-14' }],
  };
  assert.deepEqual(dates(network).a, ['2026-06-01', '2026-06-02', '2026-06-11', '2026-06-12', 8]);
});

test('a task that leads to no deadline is held by the end of the network, and the longest path has no slack there', () => {
  const { tasks, longestPath } = answer({
    ...two({}, { deadlines: [] }),
    tasks: [...two({}).tasks, { id: 'c', days: 1, calendar: 'every-day' }],
  });
  assert.deepEqual(
    tasks.map((it) => [it.id, it.slack, it.critical]),
    [
      ['a', 0, true],
      ['b', 0, true],
      ['c', 4, false],
    ],
  );
  assert.deepEqual(longestPath, ['a', 'b']);
});

test('done work keeps its dates, work under way its remaining days, and nothing else lies before the data date', () => {
  const tasks = [
    { id: 'a', days: 3, calendar: 'every-day', startedOn: '2026-05-01', finishedOn: '2026-05-20' },
    { id: 'b', days: 9, calendar: 'every-day', startedOn: '2026-05-21', remainingDays: 4 },
    { id: 'c', days: 2, calendar: 'every-day' },
  ];
  const links = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ];
  assert.deepEqual(dates({ tasks, links, deadlines: [{ task: 'c', on: '2026-06-10' }] }), {
    a: ['2026-05-01', '2026-05-20', '2026-05-01', '2026-05-20', 0],
    b: ['2026-05-21', '2026-06-04', '2026-05-21', '2026-06-08', 4],
    c: ['2026-06-05', '2026-06-06', '2026-06-09', '2026-06-10', 4],
  });
});

test('a pinned task stays on its day, and the link that contradicts it is reported', () => {
  const pinned = two({}, { tasks: [two({}).tasks[0], { id: 'b', days: 2, calendar: 'every-day', pinnedOn: '2026-06-02' }] });
  const { tasks, pinConflicts } = answer(pinned);
  assert.equal(tasks[1]!.earlyStart, '2026-06-02');
  assert.deepEqual(pinConflicts, [{ task: 'b', pinnedOn: '2026-06-02', possibleFrom: '2026-06-04' }]);
  assert.equal(tasks[0]!.slack, -2);
});

test('what cannot be scheduled is refused with its names', () => {
  const [a, b] = two({}).tasks;
  const cases: readonly (readonly [Loose, Loose])[] = [
    [
      {
        tasks: [b, a],
        links: [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ],
      },
      { kind: 'cycle', tasks: ['a', 'b'] },
    ],
    [
      { tasks: [a], links: [{ from: 'a', to: 'a' }] },
      { kind: 'cycle', tasks: ['a'] },
    ],
    [{ tasks: [a, a] }, { kind: 'duplicate-task', task: 'a' }],
    [
      { tasks: [a], links: [{ from: 'x', to: 'a' }] },
      { kind: 'unknown-task', task: 'x', where: 'link' },
    ],
    [
      { tasks: [a], deadlines: [{ task: 'x', on: '2026-06-30' }] },
      { kind: 'unknown-task', task: 'x', where: 'deadline' },
    ],
    [{ tasks: [{ ...a, calendar: 'none' }] }, { kind: 'unknown-calendar', calendar: 'none', task: 'a' }],
    [
      {
        tasks: [{ ...a, calendar: 'short' }],
        calendars: { short: { weekdays: [1, 2, 3, 4, 5, 6, 7], windows: [['2026-06-01', '2026-06-02']] } },
      },
      { kind: 'no-working-day-left', task: 'a', calendar: 'short', days: 3 },
    ],
    [{ tasks: [{ ...a, startedOn: '2026-06-02', finishedOn: '2026-06-01' }] }, { kind: 'finished-before-started', task: 'a' }],
  ];
  for (const [network, expected] of cases) assert.deepEqual(refusal(network), expected);
});

test('a late date before the calendar begins is no date, and its slack says how many days are missing', () => {
  const network = {
    tasks: [{ id: 'a', days: 3, calendar: 'season' }],
    calendars: { season: { weekdays: [1, 2, 3, 4, 5, 6, 7], windows: [['2026-06-10', '2026-06-30']] } },
    deadlines: [{ task: 'a', on: '2026-06-11' }],
  };
  assert.deepEqual(dates(network).a, ['2026-06-10', '2026-06-12', null, '2026-06-11', -1]);
});

test('an empty network is a schedule without tasks', () => {
  assert.deepEqual(answer({ tasks: [] }), { tasks: [], negative: [], longestPath: [], provisional: [], pinConflicts: [] });
});

test('the winter stop pushes what does not fit before it to the spring', () => {
  const winter = { tasks: [{ id: 'a', days: 5, calendar: 'cn-site-no-winter' }], dataDate: '2026-11-12' as CivilDate };
  const { tasks, provisional } = answer(winter);
  assert.deepEqual([tasks[0]!.earlyStart, tasks[0]!.earlyFinish], ['2026-11-12', '2027-03-17']);
  assert.deepEqual(provisional, ['a']);
});
