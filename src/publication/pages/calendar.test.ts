import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicEvent } from '../rules/events.ts';
import { aCard, aContent, somePlaces } from '../rules/fixtures.ts';
import { calendarOf, eventsCalendar } from './calendar.ts';

const content = aContent({
  places: somePlaces(3, { cards: [aCard(), aCard({ promiseId: 'p8-1', no: '8', promise: '开展送戏下乡', areaIds: ['other'] })] }),
});

test('the calendar of an edition is the same bytes wherever and whenever it is made', () => {
  const once = calendarOf(content, 3, null);
  const before = process.env.TZ;
  process.env.TZ = 'America/New_York';
  const elsewhere = calendarOf(content, 3, null);
  process.env.TZ = before;

  assert.equal(once, elsewhere);
});

test('a calendar holds what is next and the days that were promised, at their hour in China', () => {
  const lines = calendarOf(content, 3, null).split('\r\n');

  assert.ok(lines.includes('DTSTART:20260627T013000Z') && lines.includes('DTEND:20260627T033000Z'));
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20260912') && lines.includes('DTSTART;VALUE=DATE:20261231'));
  assert.ok(!lines.some((it) => it.includes('春季')));
  assert.ok(lines.filter((it) => it.startsWith('UID:')).length === new Set(lines.filter((it) => it.startsWith('UID:'))).size);
  assert.ok(lines.every((it) => Buffer.byteLength(it) <= 75));
});

test('the calendar of a village holds what concerns it, and nothing of another', () => {
  const village = calendarOf(content, 3, 'village');

  assert.ok(village.includes('夏季专场招聘会') && !village.includes('开展送戏下乡'));
  assert.ok(calendarOf(content, 3, 'other').includes('开展送戏下乡'));
});

const show: PublicEvent = {
  ...{ id: 'e1', no: '8', promiseId: 'p8-1', promise: '开展送戏下乡', eventKind: 'show', host: '示例院团', areaId: 'village' },
  ...{ title: '送戏到柳河村', on: '2026-07-03', from: '19:30', to: null, place: '柳河村广场' },
};

test('whatever a later edition moves counts up with it: each entry carries the number of its edition, planned events among them', () => {
  const planned = aContent({ places: somePlaces(3, { events: [show], cancelled: [{ ...show, id: 'e2', on: '2026-07-10' }] }) });
  const sequencesOf = (calendar: string) => [...new Set(calendar.split('\r\n').filter((it) => it.startsWith('SEQUENCE:')))];
  const [village, whole] = ['village', null].map((areaId) => calendarOf(planned, 7, areaId));

  assert.ok([village, whole].every((it) => it!.includes('SUMMARY:送戏到柳河村')));
  assert.deepEqual([sequencesOf(village!), sequencesOf(whole!)], [['SEQUENCE:7'], ['SEQUENCE:7']]);
  assert.deepEqual([calendarOf(planned, 8, null), eventsCalendar(planned, 8)].map(sequencesOf), [['SEQUENCE:8'], ['SEQUENCE:8']]);
});
