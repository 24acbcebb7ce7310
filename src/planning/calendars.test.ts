import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarVersion, DistrictCalendar, HolidayEntry } from './rules/calendar.ts';
import { aSewer } from './test-network.ts';
import { refusalOf, valueIn } from './test-places.ts';

type Shown = {
  readonly calendars: readonly DistrictCalendar[];
  readonly versions: readonly CalendarVersion[];
  readonly entries: readonly HolidayEntry[];
  readonly coveredUntil: string;
};

/** A made-up year: the real one is entered by the district once it is announced. */
const NEXT_YEAR = {
  year: 2027,
  document: '示例文号〔2026〕1号',
  off: [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-12'],
  ],
  makeup: ['2027-02-14'],
  statutory: ['2027-01-01', '2027-02-05', '2027-02-08'],
  reason: '按公布的安排录入',
};
const CALENDAR = { key: null, title: '校园施工', weekdays: [1, 2, 3, 4, 5, 6, 7], free: 'statutory', seasons: [['07-10', '08-25']] };
const REST = { closed: [], closedKnownUntil: null, quietHours: [], reason: '教育局提出' };

test('dates past the announced years are provisional, and no longer once the office has entered the next year', async (t) => {
  const { office, shown, edit, ids } = await aSewer(t);
  valueIn(await edit([{ do: 'change', activityId: ids[6], days: 40 }]));
  assert.deepEqual(
    (await shown('2026-07-20')).schedule.provisional.map((id) => ids.indexOf(id)),
    [5, 6, 7],
  );

  valueIn(await office.run('planning.enter-holiday-year', NEXT_YEAR));

  assert.deepEqual((await shown('2026-07-20')).schedule.provisional, []);
  const { entries, coveredUntil } = (await office.get('/planning/calendars')).body as Shown;
  assert.deepEqual(
    [entries.map((it) => [it.year, it.document, it.setBy]), coveredUntil],
    [[[2027, NEXT_YEAR.document, office.actor.name]], '2027-12-31'],
  );
});

test('a year or a calendar that contradicts itself is refused with the day that is wrong', async (t) => {
  const { office } = await aSewer(t);
  const year = (change: object) => office.run('planning.enter-holiday-year', { ...NEXT_YEAR, ...change });
  const calendar = (change: object) => office.run('planning.set-calendar', { ...CALENDAR, ...REST, ...change });
  const cases: readonly (readonly [Promise<Parameters<typeof refusalOf>[0]>, Record<string, unknown>])[] = [
    [year({ year: 2028 }), { kind: 'holiday-year-gap', year: 2028, next: 2027 }],
    [year({ makeup: ['2028-02-14'] }), { kind: 'holiday-of-other-year', year: 2027, day: '2028-02-14' }],
    [year({ statutory: ['2026-01-01'] }), { kind: 'holiday-of-other-year', year: 2027, day: '2026-01-01' }],
    [year({ off: [['2027-01-03', '2027-01-01']] }), { kind: 'holiday-span-inverted', from: '2027-01-03', to: '2027-01-01' }],
    [year({ makeup: ['2027-02-06'] }), { kind: 'makeup-is-free', day: '2027-02-06' }],
    [year({ makeup: ['2027-02-15'] }), { kind: 'makeup-on-weekday', day: '2027-02-15' }],
    [year({ statutory: ['2027-04-05'] }), { kind: 'statutory-not-free', day: '2027-04-05' }],
    [calendar({ title: '机关 工作日' }), { kind: 'calendar-title-taken', title: '机关 工作日' }],
    [calendar({ weekdays: [] }), { kind: 'calendar-without-days', title: '校园施工' }],
    [calendar({ key: 'no-such' }), { kind: 'calendar-unknown', key: 'no-such' }],
    [
      calendar({ closed: [{ from: '2026-06-22', to: '2026-06-20', why: '中考' }] }),
      { kind: 'closed-time-inverted', from: '2026-06-22', to: '2026-06-20', why: '中考' },
    ],
  ];

  for (const [answer, expected] of cases) assert.deepEqual(refusalOf(await answer), expected);
  const malformed = [year({ off: [] }), year({ document: '' }), year({ reason: '' }), calendar({ seasons: [['7月', '8月']] })];
  assert.deepEqual(
    (await Promise.all(malformed)).map(({ status }) => status),
    [400, 400, 400, 400],
  );
  const { entries, versions } = (await office.get('/planning/calendars')).body as Shown;
  assert.deepEqual([entries, versions], [[], []]);
});

test('a calendar that the district sets moves every schedule counted in it, and each version stays with its reason', async (t) => {
  const { office, shown, ids } = await aSewer(t);
  const before = (await shown()).schedule.planned.find(({ activity }) => activity.id === ids[5])!.dates.lateStart;
  const [outdoor] = ((await office.get('/planning/calendars')).body as Shown).calendars.filter(({ key }) => key === 'outdoor');
  const closed = [{ from: '2026-08-10', to: '2026-08-14', why: '重大活动' }];
  const input = { ...outdoor, version: undefined, closed, reason: '重大活动保障' };
  const base = { 'calendar:outdoor': outdoor!.version };

  valueIn(await office.run('planning.set-calendar', input, { base }));

  const after = (await shown()).schedule.planned.find(({ activity }) => activity.id === ids[5])!.dates.lateStart;
  assert.deepEqual([before, after], ['2026-08-04', '2026-07-30']);
  assert.equal(refusalOf(await office.run('planning.set-calendar', input, { base })).kind, 'changed-since');
  const { versions } = (await office.get('/planning/calendars')).body as Shown;
  assert.deepEqual(
    versions.map((it) => [it.key, it.version, it.reason, it.setBy]),
    [['outdoor', 1, '重大活动保障', office.actor.name]],
  );
});

test('work on site follows the calendar of its site, else of the area around it, else the winter stop', async (t) => {
  const { office, shown, edit, ids, area, site, projectId } = await aSewer(t);
  const town = await area('示例街道', 'subdistrict');
  const siteId = await site('北街', { projectId, areaId: town, kind: 'pipe' });
  valueIn(await edit([{ do: 'change', activityId: ids[5], calendar: 'site', siteId }]));
  const late = async () => (await shown()).schedule.planned.find(({ activity }) => activity.id === ids[5])!.dates.lateStart;
  const name = async (placeId: string, calendar: string | null) => {
    valueIn(await office.run('planning.set-place-calendar', { placeId, calendar }));
    return late();
  };

  const answers = [
    await late(),
    await name(town, 'office'),
    await name(siteId, 'every-day'),
    await name(siteId, null),
    await name(town, null),
  ];

  assert.deepEqual(answers, ['2026-08-04', '2026-07-09', '2026-08-08', '2026-07-09', '2026-08-04']);
  assert.equal(
    refusalOf(await office.run('planning.set-place-calendar', { placeId: siteId, calendar: 'no-such' })).kind,
    'calendar-unknown',
  );
});

test('work that takes longer than a season is said to run into the next one', async (t) => {
  const { shown, edit, ids } = await aSewer(t);
  valueIn(await edit([{ do: 'change', activityId: ids[5], days: 220 }]));

  const { remarks } = (await shown()).schedule;

  assert.deepEqual(remarks, [{ kind: 'longer-than-window', activityId: ids[5], days: 220, window: 206 }]);
});
