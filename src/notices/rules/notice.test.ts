import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { NAMED_CALENDARS } from '#/kernel/schedule/china.ts';
import { type HeldPost, isOwedBy, personsToTell } from './bearer.ts';
import { eveningOf, isWorkingDay } from './calendar.ts';
import { tellingOf } from './notice.ts';
import { byUrgency, timeOf } from './order.ts';

const OFFICE_DAYS = NAMED_CALENDARS['cn-office']!;

const aDuty = (change: Partial<Duty> = {}): Duty => ({
  kind: 'delivery.report',
  key: 'p1 2026-06',
  facts: {},
  unitId: 'housing',
  postId: null,
  roles: ['liaison', 'unit-head'],
  since: '2026-06-01',
  dueOn: '2026-06-30',
  urgency: 'ordinary',
  link: 'promises/p1/report',
  ...change,
});
const aPost = (change: Partial<HeldPost> = {}): HeldPost => ({
  id: 'post-liaison',
  unitId: 'housing',
  roles: ['liaison'],
  isActive: true,
  standInPostId: null,
  personId: 'wang',
  ...change,
});

test('an evening tells of all days up to the next working day, and nobody is disturbed on a day off', () => {
  const evenings: readonly (readonly [CivilDate, CivilDate | null, string])[] = [
    ['2026-06-17', '2026-06-18', 'an ordinary Wednesday'],
    ['2026-06-18', '2026-06-22', 'before the Dragon Boat holiday: to the Monday after it'],
    ['2026-06-19', null, 'the holiday itself'],
    ['2026-06-21', null, 'its Sunday'],
    ['2026-09-18', '2026-09-20', 'a Friday before a Sunday that is worked'],
    ['2026-09-19', null, 'the Saturday between'],
    ['2026-09-20', '2026-09-21', 'the Sunday that is worked'],
    ['2026-02-13', '2026-02-14', 'a Friday before a Saturday that is worked'],
    ['2026-02-14', '2026-02-24', 'the Saturday that is worked, before the Spring Festival'],
    ['2026-09-30', '2026-10-08', 'before the National Day'],
    ['2025-12-31', '2026-01-04', 'before New Year, to the Sunday that is worked'],
    ['2027-01-04', '2027-01-05', 'a Monday of a year that is not announced yet'],
  ];

  assert.deepEqual(
    evenings.map(([day]) => [day, eveningOf(day, OFFICE_DAYS)?.until ?? null]),
    evenings.map(([day, until]) => [day, until]),
  );
});

test('between two evenings no day is left out, and none is told of before the evening it belongs to', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('2024-01-02'), max: dayNumber('2026-12-01') }), (number) => {
      const day = dayOf(number);
      const evening = eveningOf(day, OFFICE_DAYS);
      if (evening === null) return !isWorkingDay(day, OFFICE_DAYS);
      for (let it = addDays(day, 1); it < evening.until; it = addDays(it, 1)) if (isWorkingDay(it, OFFICE_DAYS)) return false;
      return isWorkingDay(evening.until, OFFICE_DAYS) && evening.until > day;
    }),
  );
});

test('a duty of a unit is told to the first role that anybody holds, and seen by the others', () => {
  const head = aPost({ id: 'post-head', roles: ['unit-head'], personId: 'li' });

  assert.deepEqual(personsToTell(aDuty(), [aPost(), head]), ['wang']);
  assert.deepEqual(personsToTell(aDuty(), [aPost({ personId: null }), head]), ['li'], 'the liaison’s post is vacant');
  assert.equal(isOwedBy(aDuty(), { postId: 'post-head', unitId: 'housing', roles: ['unit-head'] }), true);
  assert.equal(isOwedBy(aDuty(), { postId: 'x', unitId: 'schools', roles: ['unit-head'] }), false);
});

test('a duty of a post goes to its holder alone; a vacant post is answered for by its stand-in; where nobody is left, nobody is told', () => {
  const duty = aDuty({ postId: 'post-head', roles: [] });
  const standIn = aPost({ id: 'post-deputy', roles: ['deputy-head'], personId: 'zhao' });
  const vacant = aPost({ id: 'post-head', roles: ['unit-head'], personId: null, standInPostId: 'post-deputy' });

  assert.deepEqual(personsToTell(duty, [aPost({ id: 'post-head', personId: 'li' }), standIn]), ['li']);
  assert.deepEqual(personsToTell(duty, [vacant, standIn]), ['zhao']);
  assert.deepEqual(personsToTell(duty, [{ ...vacant, standInPostId: null }, standIn]), []);
  assert.deepEqual(personsToTell(duty, [aPost({ id: 'post-head', isActive: false })]), [], 'a post that was closed');
});

test('each matter stands once in a reminder, what is overdue first, and what is not due yet not at all', () => {
  const duties = [
    aDuty({ key: 'b', dueOn: '2026-06-18' }),
    aDuty({ key: 'b', dueOn: '2026-06-18' }),
    aDuty({ key: 'a', dueOn: '2026-06-15' }),
    aDuty({ key: 'c', dueOn: '2026-06-23' }),
    aDuty({ key: 'd', dueOn: '2026-06-22', unitId: 'nobody' }),
  ];

  const { persons, unreached, all } = tellingOf(duties, [aPost()], '2026-06-22');

  assert.deepEqual(
    persons.get('wang')?.map(({ key }) => key),
    ['a', 'b'],
  );
  assert.deepEqual(
    unreached.map(({ key }) => key),
    ['d'],
    'the office sees whom nobody could tell',
  );
  assert.equal(all.length, 3);
});

test('what cannot wait stands first, then the days in their order', () => {
  const at = (dueOn: CivilDate, urgency: Duty['urgency'] = 'ordinary') => aDuty({ dueOn, urgency, key: `${dueOn} ${urgency}` });
  const when = { today: '2026-06-18', next: '2026-06-22', reach: '2026-07-02' } as const;
  const days = ['2026-06-17', '2026-06-18', '2026-06-22', '2026-06-23', '2026-07-02', '2026-07-03'] as const;

  assert.deepEqual(
    [at('2026-06-30'), at('2026-06-17'), at('2026-07-01', 'at-once')].toSorted(byUrgency).map(({ dueOn }) => dueOn),
    ['2026-07-01', '2026-06-17', '2026-06-30'],
  );
  const alike = ['p9 2026-06', 'p1 2026-06', 'p5 2026-06'].map((key) => aDuty({ key }));
  assert.deepEqual(alike.toSorted(byUrgency), alike, 'what is as urgent stands in the order of the list');
  assert.deepEqual(
    days.map((day) => timeOf(day, when)),
    ['overdue', 'next', 'next', 'fortnight', 'fortnight', 'later'],
  );
});
