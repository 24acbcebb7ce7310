import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '#/testing.ts';
import type { StoredTrajectory } from './store/plans.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

/** Starts one command after the other while somebody else holds what they need, and lets go when all of them wait. */
async function behindEachOther({ app }: TestList, hold: string, commands: readonly (() => Promise<Answer>)[]): Promise<readonly Answer[]> {
  const holder = await app.ownerPool.connect();
  await holder.query('begin');
  await holder.query(hold);
  const running: Promise<Answer>[] = [];
  for (const start of commands) {
    running.push(start());
    await wait(300);
  }
  await holder.query('rollback');
  holder.release();
  return Promise.all(running);
}

test('a plan approved while a newer one is proposed stays approved, and the newer one then owes a reason', async (t) => {
  const list = await aFrozenList(t);
  const promiseId = list.promise('招聘会').id;
  const { reportId } = answerOf<{ reportId: string }>(await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(promiseId)));
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  const propose = () => list.liaisonOf('招聘会').run('delivery.propose-trajectory', { promiseId, shape: { kind: 'line' } });
  const { trajectoryId } = answerOf<{ trajectoryId: string }>(await propose());

  const [approved, newer] = await behindEachOther(list, `select 1 from delivery.trajectory where id = '${trajectoryId}' for update`, [
    () => list.office.run('delivery.approve-trajectory', { trajectoryId }),
    propose,
  ]);

  const shown = (await list.office.get(`/delivery/promise?promiseId=${promiseId}`)).body as { plans: { plan: StoredTrajectory }[] };
  assert.equal(approved!.status, 200);
  assert.equal(kindOf(newer!), 'reason-missing');
  assert.deepEqual(
    shown.plans.map(({ plan }) => [plan.state, plan.digest !== null]),
    [['approved', true]],
  );
});

test('the progress column taken twice at once is taken once', async (t) => {
  const list = await aFrozenList(t);
  const take = () => list.office.run('delivery.take-progress', { programmeId: list.programmeId, valueKind: 'cumulative' });

  const answers = await behindEachOther(list, 'lock table delivery.report in share mode', [take, take]);

  assert.deepEqual(
    answers.map((it) => answerOf<{ reportIds: string[] }>(it).reportIds.length),
    [4, 0],
  );
});

test('two people who adopt the same reports in another order do not stop each other: one is heard, the other is told', async (t) => {
  const list = await aFrozenList(t);
  const sent = async (object: string, change: object) =>
    answerOf<{ reportId: string }>(
      await list.liaisonOf(object).run('delivery.submit-report', { ...aContent(list.promise(object).id), ...change }),
    ).reportId;
  const first = await sent('招聘会', {});
  const second = await sent('检测', { value: 57_000, measureUnit: '名' });
  const adopt = (reports: readonly string[]) =>
    list.office.run('delivery.adopt-many', { items: reports.map((reportId) => ({ reportId })) });

  const answers = await behindEachOther(list, `select 1 from delivery.report where id = '${first}' for update`, [
    () => adopt([first, second]),
    () => adopt([second, first]),
  ]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('a report on its way when its unit approves the month is in before the approval, or is refused after it', async (t) => {
  const list = await aFrozenList(t);
  const { id, leadUnitId } = list.promise('检测');
  const content = (change: object) => aContent(id, { value: 1_000, measureUnit: '名', asOf: '2026-06-10', ...change });
  const liaison = list.liaisonOf('检测');
  const { reportId } = answerOf<{ reportId: string }>(await liaison.run('delivery.submit-report', content({})));
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  const head = list.app.as('unit-head', { unitId: leadUnitId });
  const approve = () => head.run('delivery.approve-period', { programmeId: list.programmeId, period: '2026-06', unitId: leadUnitId });
  const report = () => liaison.run('delivery.submit-report', content({ value: 1_100, asOf: '2026-06-12' }));
  const hold = `select pg_advisory_xact_lock(hashtextextended('delivery.key_act 990001 ${list.programmeId}', 0))`;

  const [approved, late] = await behindEachOther(list, hold, [approve, report]);

  assert.deepEqual([approved!.status, kindOf(late!)], [200, 'period-locked']);
});

test('two offices that receive and a unit that withdraws at once: one act is taken, the others are told', async (t) => {
  const list = await aFrozenList(t);
  const { id, leadUnitId } = list.promise('检测');
  const { reportId } = answerOf<{ reportId: string }>(
    await list.liaisonOf('检测').run('delivery.submit-report', aContent(id, { value: 1_000, measureUnit: '名' })),
  );
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  const of = { programmeId: list.programmeId, period: '2026-06', unitId: leadUnitId };
  const head = list.app.as('unit-head', { unitId: leadUnitId });
  answerOf(await head.run('delivery.approve-period', of));

  const answers = await Promise.all([
    list.office.run('delivery.receive-period', of),
    list.app.as('office').run('delivery.receive-period', of),
    head.run('delivery.withdraw-period', { ...of, reason: '漏报' }),
  ]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409, 409]);
});

test('two people who verify one report at once are both on record, and the later verdict stands', async (t) => {
  const list = await aFrozenList(t);
  const evidence = [await list.evidence()];
  const { reportId } = answerOf<{ reportId: string }>(
    await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(list.promise('招聘会').id, { evidence })),
  );
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  const wrong = { reportId, way: 'evidence', result: 'mismatch', note: '只有 6 场', dueOn: '2026-06-30' };

  const answers = await behindEachOther(list, `select 1 from delivery.report where id = '${reportId}' for update`, [
    () => list.office.run('delivery.verify-report', wrong),
    () => list.office.run('delivery.verify-report', { reportId, way: 'evidence', result: 'confirmed' }),
  ]);

  assert.deepEqual(
    answers.map((it) => it.status),
    [200, 200],
  );
  assert.equal((await list.standing('招聘会')).mismatch, null);
});

test('reports that come at once from two units are each judged for themselves and stand under the name of who sent them', async (t) => {
  const list = await aFrozenList(t);
  const [fairs, checks] = ['招聘会', '检测'].map((it) => ({ id: list.promise(it).id, liaison: list.liaisonOf(it) })) as [Sender, Sender];
  const values = Array.from({ length: 12 }, (_, i) => i);
  const sending = (value: number) => {
    const from = value % 2 === 0 ? fairs : checks;
    // Every third of the fairs' reports is about the other unit's promise, the fifth of the checks' lies in the future.
    const promiseId = value % 6 === 4 ? checks.id : from.id;
    const asOf = value === 5 ? '2026-06-19' : '2026-06-18';
    const measureUnit = promiseId === fairs.id ? '场' : '名';
    return from.liaison.run('delivery.submit-report', { ...aContent(promiseId), value: 1 + value, measureUnit, asOf });
  };

  const answers = await Promise.all(values.map(sending));

  assert.deepEqual(
    answers.map((it) => (it.status === 200 ? 'sent' : (kindOf(it) ?? (it.body as { code: string }).code))),
    ['sent', 'sent', 'sent', 'sent', 'not-your-project', 'as-of-in-future', 'sent', 'sent', 'sent', 'sent', 'not-your-project', 'sent'],
  );
  const stored = await list.app.ownerPool.query<{ value: number; submitter_id: string; promise_id: string; actor: string }>(
    `select r.value::int, r.submitter_id, r.promise_id, e.actor from delivery.report r
       join platform.change c on c.district = r.district and c.table_name = 'delivery.report' and c.key = jsonb_build_array(r.id)::text
       join platform.journal_entry e on e.district = c.district and e.seq = c.seq order by r.value`,
  );
  const kept = values.filter((it) => answers[it]!.status === 200);
  const senderOf = (value: number) => (value % 2 === 0 ? fairs : checks);
  assert.deepEqual(
    stored.rows,
    kept.map((it) => {
      const { accountId } = senderOf(it).liaison.actor;
      return { value: 1 + it, submitter_id: accountId, promise_id: senderOf(it).id, actor: accountId };
    }),
  );
});

type Sender = { readonly id: string; readonly liaison: ReturnType<TestList['liaisonOf']> };
