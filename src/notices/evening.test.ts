import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Duty } from '#/kernel/duty.ts';
import { MODULES } from '#/life.ts';
import { remindOf, tellAtOnceOf } from './actions/remind.ts';
import { atOnceJob, eveningJob, tidy } from './jobs.ts';
import { aMatter, anOfficeAtWork, asking, DISTRICT, onDay, type TestOffice } from './test-notices.ts';

const noticesOf = async ({ app }: TestOffice, personId: string) =>
  (
    await app.ownerPool.query<{ made: string; what: string[] }>(
      `select made_on::text as made, (select array_agg(line -> 'facts' ->> 'what') from jsonb_array_elements(lines) line) as what
         from notices.notice where person_id = $1 order by id`,
      [personId],
    )
  ).rows;

test('the evening before a long weekend tells of what falls due up to the next working day, once, however often the job runs', async (t) => {
  const it = await anOfficeAtWork(t);
  const duties = [
    aMatter('周一到期', { dueOn: '2026-06-22' }),
    aMatter('已逾期', { dueOn: '2026-06-15' }),
    aMatter('周二到期', { dueOn: '2026-06-23' }),
  ];
  const job = eveningJob(remindOf([asking(() => duties)]));

  await job.run(DISTRICT, onDay(it.app, '2026-06-18'));
  await job.run(DISTRICT, onDay(it.app, '2026-06-18'));
  for (const dayOff of ['2026-06-19', '2026-06-20', '2026-06-21'] as const) await job.run(DISTRICT, onDay(it.app, dayOff));

  assert.deepEqual(await noticesOf(it, it.liaison.personId), [{ made: '2026-06-18', what: ['已逾期', '周一到期'] }]);
  assert.deepEqual(await noticesOf(it, it.head.personId), [], 'the head is not asked while the liaison’s post is held');
});

test('a machine that was off for three evenings tells once, on the next working evening, what is overdue by then', async (t) => {
  const it = await anOfficeAtWork(t);
  const job = eveningJob(remindOf([asking(() => [aMatter('周二到期', { dueOn: '2026-06-23' })])]));

  await job.run(DISTRICT, onDay(it.app, '2026-06-25'));

  assert.deepEqual(await noticesOf(it, it.liaison.personId), [{ made: '2026-06-25', what: ['周二到期'] }]);
});

test('two processes that remind at the same moment tell each person once', async (t) => {
  const it = await anOfficeAtWork(t);
  const remind = remindOf([asking(() => [aMatter('周一到期', { dueOn: '2026-06-22' })])]);
  const [one, other] = [onDay(it.app, '2026-06-18'), onDay(it.app, '2026-06-18')];

  await Promise.all([one.run(remind, DISTRICT, {}), other.run(remind, DISTRICT, {}), one.run(remind, DISTRICT, {})]);

  assert.equal((await noticesOf(it, it.liaison.personId)).length, 1);
});

test('an evening on which nobody owes anything tells nobody, and what nobody can be told is shown to the office', async (t) => {
  const it = await anOfficeAtWork(t);
  const job = eveningJob(remindOf([asking(() => [aMatter('无人任职', { roles: ['leader'] })])]));

  await job.run(DISTRICT, onDay(it.app, '2026-06-18'));

  const counts = await it.app.ownerPool.query('select persons, lines, jsonb_array_length(unreached) as unreached from notices.evening');
  assert.deepEqual(counts.rows, [{ persons: 0, lines: 1, unreached: 1 }]);
});

test('a district that switched reminders off is left in peace', async (t) => {
  const it = await anOfficeAtWork(t);
  const job = eveningJob(remindOf([asking(() => [aMatter('周一到期')])]));
  await it.office.run('notices.set-notices', { reminds: false, keepMonths: 6, reason: '试运行' });

  await job.run(DISTRICT, onDay(it.app, '2026-06-18'));

  assert.deepEqual(await noticesOf(it, it.liaison.personId), []);
});

test('what cannot wait is told at once and once, also on a day off, and again to whoever holds the post afterwards', async (t) => {
  const it = await anOfficeAtWork(t);
  const sources = [asking(() => [aMatter('立即核实', { urgency: 'at-once', dueOn: '2026-06-24' }), aMatter('不急')])];
  const job = atOnceJob(tellAtOnceOf(sources), sources);

  await job.run(DISTRICT, onDay(it.app, '2026-06-20'));
  await job.run(DISTRICT, onDay(it.app, '2026-06-20'));
  await job.run(DISTRICT, onDay(it.app, '2026-06-22'));

  assert.deepEqual(await noticesOf(it, it.liaison.personId), [{ made: '2026-06-20', what: ['立即核实'] }]);
});

test('the inbox shows its owner what he was told, in words, until he has read it; nobody else sees it', async (t) => {
  const it = await anOfficeAtWork(t, '2026-06-30');
  const remind = MODULES.at(-1)!.commands.find(({ name }) => name === 'notices.remind')!;
  await it.app.mustRun(remind, DISTRICT, {});

  const before = (await it.liaison.get('/notices/my-week')).body as { unread: number };
  const inbox = (await it.liaison.get('/notices/inbox')).body as { notices: { lines: { said: Record<string, { what: string }> }[] }[] };
  const others = (await it.office.get('/notices/inbox')).body as { notices: unknown[] };
  await it.liaison.run('notices.read-notices', {});
  const after = (await it.liaison.get('/notices/my-week')).body as { unread: number };

  assert.deepEqual([before.unread, after.unread, others.notices], [1, 0, []]);
  assert.ok(
    inbox.notices[0]!.lines.some((line) => line.said['zh-CN']!.what === '报送“举办专场招聘会”2026年6月的进展'),
    JSON.stringify(inbox),
  );
});

test('what is older than the district keeps leaves the inbox at night', async (t) => {
  const it = await anOfficeAtWork(t);
  const duties: readonly Duty[] = [aMatter('早已办结')];
  await eveningJob(remindOf([asking(() => duties)])).run(DISTRICT, onDay(it.app, '2026-06-18'));

  await tidy.run(DISTRICT, onDay(it.app, '2026-12-18'));
  const kept = (await noticesOf(it, it.liaison.personId)).length;
  await tidy.run(DISTRICT, onDay(it.app, '2026-12-25'));

  assert.deepEqual([kept, (await noticesOf(it, it.liaison.personId)).length], [1, 0]);
});
