import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { scheduleOf } from '#/planning/rules/network.ts';
import { aNetwork, anActivity, sewerWorks } from './fixtures.ts';
import { draggedTo, mayDrag, takingBack, tried } from './plan-drag.ts';

const TODAY = '2026-06-18';
const NETWORK = { ...aNetwork(sewerWorks('p')), tasks: [{ id: 'task', name: '雨污分流', dueOn: null }] };
const PIPES = 'p-4';
const startOf = (id: string, network = NETWORK) =>
  dayNumber(scheduleOf(network, TODAY).planned.find((it) => it.activity.id === id)!.dates.earlyStart);

test('a bar taken to the right begins there, and what comes after it moves along', () => {
  const day = startOf(PIPES) + 5;
  const dragged = draggedTo(NETWORK, TODAY, { activityId: PIPES, grip: 'start', day })!;
  const result = tried(NETWORK, [dragged.edit], TODAY);

  assert.deepEqual(dragged, { edit: { do: 'change', activityId: PIPES, notBefore: dayOf(day) }, rests: day, held: false });
  assert.ok(result.ok);
  assert.deepEqual(
    result.moved.map(({ name }) => name),
    ['管道敷设', '路面恢复', '验收、移交资料'],
  );
});

test('a bar taken to the left rests where the works before it let it, and says that it is held', () => {
  const dragged = draggedTo(NETWORK, TODAY, { activityId: PIPES, grip: 'start', day: dayNumber('2026-06-20') })!;

  assert.deepEqual([dragged.rests, dragged.held], [startOf(PIPES), true]);
});

test('a bar that waits by order goes back, and the order falls away', () => {
  const waiting = {
    ...NETWORK,
    activities: NETWORK.activities.map((it) => (it.id === PIPES ? { ...it, notBefore: '2026-09-01' as const } : it)),
  };
  const dragged = draggedTo(waiting, TODAY, { activityId: PIPES, grip: 'start', day: startOf(PIPES) })!;

  assert.deepEqual(dragged.edit, { do: 'change', activityId: PIPES, notBefore: null });
  assert.equal(dragged.held, false);
});

test('a bar dropped on a day without work begins on the next one with work', () => {
  const [first] = NETWORK.activities;
  const dragged = draggedTo(NETWORK, TODAY, { activityId: first!.id, grip: 'start', day: dayNumber('2026-07-04') })!;

  assert.equal(dayOf(dragged.rests), '2026-07-06');
});

test('the end of a bar says how many days of its calendar it takes, at least one', () => {
  const ends = [
    ['2026-06-24', 4],
    ['2026-06-28', 6],
    ['2026-06-01', 1],
  ] as const;
  const activityId = NETWORK.activities[0]!.id;

  for (const [end, days] of ends)
    assert.deepEqual(
      draggedTo(NETWORK, TODAY, { activityId, grip: 'end', day: dayNumber(end) })!.edit,
      { do: 'change', activityId, days },
      end,
    );
});

test('what has started keeps its start, what is finished stays as it was', () => {
  const cases = [
    [{}, true, true],
    [{ pinnedOn: '2026-07-01' }, false, true],
    [{ startedOn: '2026-06-01' }, false, true],
    [{ startedOn: '2026-06-01', remainingDays: 3 }, false, false],
    [{ startedOn: '2026-06-01', finishedOn: '2026-06-05' }, false, false],
  ] as const;

  for (const [change, start, end] of cases) {
    const network = aNetwork([anActivity(change)]);
    assert.deepEqual(
      (['start', 'end'] as const).map((grip) => mayDrag({ network, activityId: 'a', grip })),
      [start, end],
    );
  }
  assert.equal(draggedTo(NETWORK, TODAY, { activityId: 'nobody', grip: 'start', day: 1 }), null);
});

test('undoing brings back the days and the order of everything that was dragged', () => {
  const activityId = PIPES;
  const edits = [
    { do: 'change', activityId, days: 70 },
    { do: 'change', activityId, notBefore: '2026-09-01' },
  ] as const;
  const changed = tried(NETWORK, edits, TODAY);
  assert.ok(changed.ok);
  const back = tried(changed.network, takingBack(NETWORK, edits), TODAY);

  assert.ok(back.ok);
  assert.deepEqual(back.schedule.planned, scheduleOf(NETWORK, TODAY).planned);
});

test('less than the legal minimum is held, and refused without a reason', () => {
  const minimum = { days: 20, source: '招标投标法第二十四条' };
  const network = { ...aNetwork([anActivity({ days: 20, calendar: 'every-day', legalMinimum: minimum })]), tasks: NETWORK.tasks };
  const dragged = draggedTo(network, TODAY, { activityId: 'a', grip: 'end', day: dayNumber('2026-06-25') })!;
  const result = tried(network, [dragged.edit], TODAY);

  assert.equal(dragged.held, true);
  assert.equal(result.ok ? null : result.refusal.kind, 'shorter-without-reason');
});
