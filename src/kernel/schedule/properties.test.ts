import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber, dayOf } from '../civil-date.ts';
import { LINK_TYPES, Network, type NetworkLink, type NetworkTask } from './network.ts';
import { schedule } from './schedule.ts';
import { isoWeekday } from './work-calendar.ts';

const DATA_DATE: CivilDate = '2026-06-19';
const HOLIDAYS: readonly CivilDate[] = ['2026-06-22', '2026-07-03', '2026-07-06'];
const CALENDARS = {
  all: { weekdays: [1, 2, 3, 4, 5, 6, 7] },
  week: { weekdays: [1, 2, 3, 4, 5], holidays: HOLIDAYS, makeup: ['2026-06-28' as CivilDate] },
  odd: { weekdays: [1, 3, 6] },
};
type Name = keyof typeof CALENDARS;

function isWorked(name: string, day: number): boolean {
  const {
    weekdays,
    holidays = [],
    makeup = [],
  } = CALENDARS[name as Name] as { weekdays: number[]; holidays?: CivilDate[]; makeup?: CivilDate[] };
  const text = dayOf(day);
  return (weekdays.includes(isoWeekday(day)) || makeup.includes(text)) && !holidays.includes(text);
}

/** The n-th worked day after `day`, found by walking; the first on or after it for n = 0 when `inclusive`. */
function walk(name: string, day: number, { steps, inclusive }: { steps: number; inclusive: boolean }): number {
  let at = inclusive ? day : day + 1;
  while (!isWorked(name, at)) at++;
  for (let left = steps; left !== 0; left -= Math.sign(left)) {
    do at += Math.sign(left);
    while (!isWorked(name, at));
  }
  return at;
}

const finishOf = ({ calendar, days }: NetworkTask, start: number) => walk(calendar, start, { steps: days - 1, inclusive: true });

/** The definition of the four links, day by day. */
function holds(
  { type, lag }: NetworkLink,
  before: { start: number; finish: number },
  after: { task: NetworkTask; start: number },
): boolean {
  const finish = finishOf(after.task, after.start);
  const { calendar } = after.task;
  if (type === 'FS') return after.start >= walk(calendar, before.finish, { steps: lag, inclusive: false });
  if (type === 'SS') return after.start >= walk(calendar, before.start, { steps: lag, inclusive: true });
  return finish >= walk(calendar, type === 'FF' ? before.finish : before.start, { steps: lag, inclusive: true });
}

const aNetwork = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => {
    const task = (i: number) =>
      fc.record({
        id: fc.constant(`t${i}`),
        days: fc.integer({ min: 1, max: 6 }),
        calendar: fc.constantFrom(...(Object.keys(CALENDARS) as Name[])),
      });
    const link = fc
      .record({ a: fc.nat(count - 1), b: fc.nat(count - 1), type: fc.constantFrom(...LINK_TYPES), lag: fc.integer({ min: -2, max: 3 }) })
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, type, lag }) => ({ from: `t${Math.min(a, b)}`, to: `t${Math.max(a, b)}`, type, lag }));
    return fc.record({
      tasks: fc.tuple(...Array.from({ length: count }, (_, i) => task(i))),
      links: count === 1 ? fc.constant([]) : fc.array(link, { maxLength: 7 }),
      deadlines: fc.array(
        fc.record({ task: fc.nat(count - 1).map((i) => `t${i}`), on: fc.integer({ min: 5, max: 60 }).map((it) => addDays(DATA_DATE, it)) }),
        { maxLength: 2 },
      ),
    });
  })
  .map((it) => Network.parse({ dataDate: DATA_DATE, calendars: CALENDARS, ...it }));

function answer(network: Network) {
  const result = schedule(network);
  assert.ok(result.ok);
  return result.value;
}

/** Every task walks forward from the data date until its links hold, again and again until nothing moves. */
function slowEarly({ tasks, links }: Network): ReadonlyMap<string, number> {
  const starts = new Map(tasks.map(({ id, calendar }) => [id, walk(calendar, dayNumber(DATA_DATE), { steps: 0, inclusive: true })]));
  const byId = new Map(tasks.map((it) => [it.id, it]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const link of links) {
      const [from, to] = [byId.get(link.from)!, byId.get(link.to)!];
      const before = { start: starts.get(from.id)!, finish: finishOf(from, starts.get(from.id)!) };
      while (!holds(link, before, { task: to, start: starts.get(to.id)! })) {
        starts.set(to.id, walk(to.calendar, starts.get(to.id)!, { steps: 0, inclusive: false }));
        moved = true;
      }
    }
  }
  return starts;
}

test('the forward pass finds the days that walking day by day finds', () => {
  fc.assert(
    fc.property(aNetwork, (network) => {
      const slow = slowEarly(network);
      for (const { id, earlyStart, earlyFinish } of answer(network).tasks) {
        assert.equal(earlyStart, dayOf(slow.get(id)!), id);
        assert.equal(earlyFinish, dayOf(finishOf(network.tasks.find((it) => it.id === id)!, slow.get(id)!)));
      }
    }),
    { numRuns: 400 },
  );
});

/** Every task begins where only its bound stops it, and walks back until links and deadlines hold, until nothing moves. */
function slowLate({ tasks, links, deadlines }: Network, end: number): ReadonlyMap<string, number> {
  const byId = new Map(tasks.map((it) => [it.id, it]));
  const leads = new Set(deadlines.map((it) => it.task));
  for (let size = -1; size !== leads.size; ) {
    size = leads.size;
    for (const { from, to } of links) if (leads.has(to)) leads.add(from);
  }
  const bound = (id: string) => {
    const own = deadlines.filter((it) => it.task === id).map((it) => dayNumber(it.on));
    return Math.min(...own, leads.has(id) ? end + 400 : end);
  };
  const back = (task: NetworkTask, start: number) => walk(task.calendar, start, { steps: -1, inclusive: true });
  const starts = new Map(
    tasks.map((task) => {
      let start = walk(task.calendar, end + 500, { steps: 0, inclusive: true });
      while (finishOf(task, start) > bound(task.id)) start = back(task, start);
      return [task.id, start];
    }),
  );
  for (let moved = true; moved; ) {
    moved = false;
    for (const link of links) {
      const [from, to] = [byId.get(link.from)!, byId.get(link.to)!];
      const isHeld = (start: number) => holds(link, { start, finish: finishOf(from, start) }, { task: to, start: starts.get(to.id)! });
      while (!isHeld(starts.get(from.id)!)) {
        starts.set(from.id, back(from, starts.get(from.id)!));
        moved = true;
      }
    }
  }
  return starts;
}

test('the backward pass finds the days that walking back day by day finds', () => {
  fc.assert(
    fc.property(aNetwork, (network) => {
      const { tasks } = answer(network);
      const slow = slowLate(network, Math.max(...tasks.map((it) => dayNumber(it.earlyFinish))));
      for (const { id, lateStart } of tasks) assert.equal(lateStart, dayOf(slow.get(id)!), id);
    }),
    { numRuns: 400 },
  );
});

test('slack is the working days of the task’s own calendar from its early to its late start, and critical means that none is left', () => {
  fc.assert(
    fc.property(aNetwork, (network) => {
      for (const { id, earlyStart, lateStart, slack, critical } of answer(network).tasks) {
        const { calendar } = network.tasks.find((it) => it.id === id)!;
        assert.equal(lateStart, dayOf(walk(calendar, dayNumber(earlyStart), { steps: slack, inclusive: true })));
        assert.equal(critical, slack <= 0);
      }
    }),
  );
});

test('no answer depends on the order in which tasks, links and deadlines are given', () => {
  fc.assert(
    fc.property(aNetwork, (network) => {
      const turned = {
        ...network,
        tasks: network.tasks.toReversed(),
        links: network.links.toReversed(),
        deadlines: network.deadlines.toReversed(),
      };
      const [one, other] = [answer(network), answer(turned)];
      assert.deepEqual({ ...other, tasks: other.tasks.toReversed(), provisional: other.provisional.toReversed() }, one);
    }),
  );
});

test('a deadline moved by n working days moves the late dates of its chain by n', () => {
  const chain = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(chain, fc.integer({ min: 0, max: 40 }), (days, n) => {
      const tasks = days.map((it, i) => ({ id: `t${i}`, days: it, calendar: 'week' }));
      const links = days.slice(1).map((_, i) => ({ from: `t${i}`, to: `t${i + 1}` }));
      const late = (on: number) =>
        answer(
          Network.parse({
            dataDate: DATA_DATE,
            calendars: CALENDARS,
            tasks,
            links,
            deadlines: [{ task: tasks.at(-1)!.id, on: dayOf(on) }],
          }),
        ).tasks;
      const first = walk('week', dayNumber('2026-12-01'), { steps: 0, inclusive: true });
      const [before, after] = [late(first), late(walk('week', first, { steps: n, inclusive: true }))];
      for (const [i, it] of before.entries()) {
        assert.equal(after[i]!.lateStart, dayOf(walk('week', dayNumber(it.lateStart!), { steps: n, inclusive: true })));
        assert.equal(after[i]!.slack, it.slack + n);
      }
    }),
  );
});

test('a chain that misses its deadline has negative slack on every task, and is named whenever a deadline is missed', () => {
  fc.assert(
    fc.property(aNetwork, (network) => {
      const { tasks, negative } = answer(network);
      const slackOf = new Map(tasks.map((it) => [it.id, it.slack]));
      for (const chain of negative) for (const id of chain) assert.ok(slackOf.get(id)! < 0, id);
      assert.equal(
        negative.length > 0,
        tasks.some((it) => it.slack < 0),
      );
    }),
    { numRuns: 300 },
  );
});
