import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CivilDate, dayNumber, dayOf } from '../civil-date.ts';
import { EVERY_DAY, HOLIDAY_YEARS, NAMED_CALENDARS, officeCalendar, siteCalendar } from './china.ts';
import { type CalendarSpec, isoWeekday, LONG_AGO, NEVER, workCalendar } from './work-calendar.ts';

const day = (text: string) => dayNumber(text as CivilDate);

function workedDays(spec: CalendarSpec, from: string, to: string): number {
  const calendar = workCalendar(spec);
  return calendar.indexAfter(day(to)) - calendar.indexFrom(day(from));
}

test('an office works 251 days in 2024, 248 in 2025 and 248 in 2026', () => {
  const counts = HOLIDAY_YEARS.map(({ year }) => workedDays(officeCalendar(), `${year}-01-01`, `${year}-12-31`));
  assert.deepEqual(counts, [251, 248, 248]);
});

test('every announced make-up day is a weekend day and is worked; every announced day off is not', () => {
  const calendar = workCalendar(officeCalendar());
  const isWorked = (it: number) => calendar.dayAt(calendar.indexFrom(it)) === it;
  for (const { off, makeup, statutory } of HOLIDAY_YEARS) {
    for (const it of makeup) assert.ok(isoWeekday(day(it)) > 5 && isWorked(day(it)), it);
    for (const [first, last] of off) for (let at = day(first); at <= day(last); at++) assert.ok(!isWorked(at), dayOf(at));
    for (const it of statutory)
      assert.ok(
        off.some(([first, last]) => first <= it && it <= last),
        it,
      );
  }
});

test('days of a year that is not announced are provisional, and its New Year is still no working day', () => {
  const calendar = workCalendar(officeCalendar());
  assert.deepEqual([day('2026-12-31'), day('2027-01-01'), day('2023-12-29')].map(calendar.isProvisional), [false, true, true]);
  assert.equal(dayOf(calendar.dayAt(calendar.indexFrom(day('2027-01-01')))), '2027-01-04');
});

test('the building site rests in winter and on statutory holidays proper, not on the days off around them', () => {
  const calendar = workCalendar(siteCalendar());
  const next = (text: string) => dayOf(calendar.dayAt(calendar.indexFrom(day(text))));
  assert.deepEqual(['2026-03-31', '2026-09-25', '2026-09-26', '2026-10-01', '2026-10-31', '2026-11-01'].map(next), [
    '2026-04-01',
    '2026-09-26',
    '2026-09-26',
    '2026-10-04',
    '2026-10-31',
    '2027-04-01',
  ]);
});

test('a calendar that runs out says so in both directions', () => {
  const calendar = workCalendar({ ...EVERY_DAY, windows: [['2026-04-01', '2026-04-10']] });
  const first = calendar.indexFrom(day('2020-01-01'));
  assert.deepEqual([first, first + 9, first + 10, first - 1].map(calendar.dayAt), [day('2026-04-01'), day('2026-04-10'), NEVER, LONG_AGO]);
  assert.equal(calendar.indexFrom(day('2099-01-01')), first + 10);
  assert.equal(workCalendar({ weekdays: [] }).dayAt(0), NEVER);
});

const aDay = fc.integer({ min: day('1990-01-01'), max: day('2060-12-31') });

test('stepping to a day and asking for its index are inverse, in every calendar and however far away', () => {
  for (const spec of Object.values(NAMED_CALENDARS)) {
    const calendar = workCalendar(spec);
    fc.assert(
      fc.property(aDay, (it) => {
        const index = calendar.indexFrom(it);
        const worked = calendar.dayAt(index);
        assert.ok(worked >= it && calendar.indexFrom(worked) === index && calendar.indexAfter(worked) === index + 1);
        assert.ok(calendar.dayAt(index - 1) < it);
      }),
      { numRuns: 300 },
    );
  }
});
