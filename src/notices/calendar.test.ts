import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { DutySource } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { calendarPage } from './pages/calendar.ts';
import { aMatter, anOfficeAtWork, asking, DISTRICT, onDay, type TestOffice } from './test-notices.ts';

const newToken = () => randomBytes(32).toString('base64url');
const addressOf = (token: string) => `/calendar/${DISTRICT}/${token}.ics`;

async function bookOf({ app }: TestOffice, token: string, sources: readonly DutySource[], day = '2026-06-18' as const): Promise<string> {
  const { world } = onDay(app, day);
  const page = await reading(world, DISTRICT, (reader) => calendarPage(sources).run(reader, { file: `${token}.ics` }, {}));
  return String(page.body);
}

test('a calendar opens by its address alone, and the address is written down nowhere', async (t) => {
  const it = await anOfficeAtWork(t);
  const token = newToken();
  assert.equal((await it.liaison.run('notices.make-feed', { of: 'person', token })).status, 200);

  const page = await it.app.page(addressOf(token));
  const wrong = await it.app.page(addressOf(newToken()));
  const stored = await it.app.ownerPool.query('select f::text as row from notices.feed f union all select o::text from platform.outcome o');

  assert.deepEqual(
    [page.status, page.headers['content-type'], page.headers['cache-control']],
    [200, 'text/calendar; charset=utf-8', 'no-store'],
  );
  assert.match(page.text, /报送“举办专场招聘会”2026年6月的进展/);
  assert.equal(wrong.status, 404);
  assert.equal(
    stored.rows.some(({ row }) => (row as string).includes(token)),
    false,
  );
});

test('a revoked address opens nothing, nor does one whose owner has left the post', async (t) => {
  const it = await anOfficeAtWork(t);
  const [own, unit] = [newToken(), newToken()];
  const { id } = ((await it.liaison.run('notices.make-feed', { of: 'person', token: own })).body as { value: { id: string } }).value;
  await it.liaison.run('notices.make-feed', { of: 'unit', token: unit });

  await it.liaison.run('notices.revoke-feed', { feedId: id });
  const again = await it.liaison.run('notices.revoke-feed', { feedId: id });
  const [revoked, open] = [await it.app.page(addressOf(own)), await it.app.page(addressOf(unit))];
  await it.app.as('setup').run('organisation.release', { postId: it.liaison.actor.postId, lastDay: '2026-06-17' });
  const left = await it.app.page(addressOf(unit));

  assert.deepEqual([revoked.status, open.status, left.status], [404, 200, 404]);
  assert.deepEqual((again.body as { refusal: { kind: string } }).refusal.kind, 'revoked-already');
});

test('nobody revokes the calendar of another, and nobody keeps more than ten', async (t) => {
  const it = await anOfficeAtWork(t);
  const { id } = ((await it.liaison.run('notices.make-feed', { of: 'person', token: newToken() })).body as { value: { id: string } }).value;
  for (let i = 0; i < 9; i++) await it.liaison.run('notices.make-feed', { of: 'person', token: newToken() });

  const eleventh = await it.liaison.run('notices.make-feed', { of: 'person', token: newToken() });

  assert.equal((await it.head.run('notices.revoke-feed', { feedId: id })).status, 404);
  assert.equal((eleventh.body as { refusal: { kind: string } }).refusal.kind, 'too-many-feeds');
});

test('a day is a whole day, a meeting has its hour in China; a matter that moves keeps its name and counts up', async (t) => {
  const it = await anOfficeAtWork(t);
  const token = newToken();
  await it.liaison.run('notices.make-feed', { of: 'person', token });
  const before = asking(() => [aMatter('施工许可', { dueOn: '2026-07-03', revision: 2 })]);
  const after = asking(() => [aMatter('施工许可', { dueOn: '2026-07-06', revision: 3 })]);
  const meeting = asking(() => [
    aMatter('专题调度会', { dueOn: '2026-06-24', meets: { from: '09:00', to: '10:30', place: '三楼会议室' } }),
  ]);

  const [first, second, third] = [await bookOf(it, token, [before]), await bookOf(it, token, [after]), await bookOf(it, token, [meeting])];
  const lineOf = (book: string, name: string) => book.split('\r\n').find((line) => line.startsWith(name));

  assert.equal(lineOf(first, 'DTSTART'), 'DTSTART;VALUE=DATE:20260703');
  assert.deepEqual([lineOf(first, 'SEQUENCE'), lineOf(second, 'SEQUENCE')], ['SEQUENCE:2', 'SEQUENCE:3']);
  assert.equal(lineOf(first, 'UID'), lineOf(second, 'UID'));
  assert.equal(lineOf(third, 'DTSTART'), 'DTSTART:20260624T010000Z');
  assert.match(lineOf(third, 'DTSTAMP')!, /^DTSTAMP:\d{8}T\d{6}Z$/);
  assert.equal(
    first.split('\n').every((line) => line === '' || line.endsWith('\r')),
    true,
    'lines end as RFC 5545 wants',
  );
});

test('a title carries no number of a person into a telephone', async (t) => {
  const it = await anOfficeAtWork(t);
  const token = newToken();
  await it.liaison.run('notices.make-feed', { of: 'person', token });

  const book = await bookOf(it, token, [asking(() => [aMatter('回访 13800138000')])]);

  assert.doesNotMatch(book.replaceAll('\r\n ', ''), /13800138000/);
  assert.match(book, /SUMMARY:回访/);
});
