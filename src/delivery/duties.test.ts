import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listDeliveryDuties } from './store/duties.ts';
import { aContent, aFrozenList, answerOf, type TestList } from './test-list.ts';
import { dutyWords } from './words/duties.ts';

type Asked = 'delivery.approve-plan' | 'delivery.verify';

async function owed({ app, office }: TestList, kind: Asked) {
  const duties = await app.read(office.district, (reader) => listDeliveryDuties(reader, '2027-12-31'));
  return duties
    .filter((it) => it.kind === kind)
    .map(({ facts, roles, unitId, since, dueOn, link }) => ({
      what: (dutyWords['zh-CN'][kind] as (facts: unknown) => { what: string })(facts).what,
      ...{ roles, unitId, since, dueOn, link },
    }));
}

test('plans that wait for approval are owed by the supervision office, one line for each unit, until each is decided', async (t) => {
  const list = await aFrozenList(t);
  const propose = async (object: string) => {
    const input = { promiseId: list.promise(object).id, shape: { kind: 's-curve' } };
    return answerOf<{ trajectoryId: string }>(await list.liaisonOf(object).run('delivery.propose-trajectory', input)).trajectoryId;
  };
  const [fair, shows] = [await propose('招聘会'), await propose('送戏')];
  const waiting = await owed(list, 'delivery.approve-plan');

  answerOf(await list.office.run('delivery.withdraw-trajectory', { trajectoryId: fair }));
  const left = await owed(list, 'delivery.approve-plan');
  answerOf(await list.office.run('delivery.withdraw-trajectory', { trajectoryId: shows }));

  const common = { roles: ['office'], unitId: null, since: '2026-06-18', dueOn: '2026-06-25', link: 'inbox' };
  assert.deepEqual(waiting.map(({ what }) => what).sort(), ['审批区人社局报的 1 条计划', '审批区文旅局报的 1 条计划']);
  assert.deepEqual(left, [{ what: '审批区文旅局报的 1 条计划', ...common }]);
  assert.deepEqual(await owed(list, 'delivery.approve-plan'), []);
});

test('a sample drawn by lot is owed until each of its reports has its verdict on site', async (t) => {
  const list = await aFrozenList(t);
  const photo = await list.evidence('现场照片');
  for (const object of ['招聘会', '送戏']) {
    const input = aContent(list.promise(object).id);
    const { reportId } = answerOf<{ reportId: string }>(await list.liaisonOf(object).run('delivery.submit-report', input));
    answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  }
  const drawing = { programmeId: list.programmeId, period: '2026-06', size: 2, byUnit: false };
  const { sampleId, reportIds } = answerOf<{ sampleId: string; reportIds: string[] }>(
    await list.office.run('delivery.draw-sample', drawing),
  );
  const verify = async (reportId: string) =>
    answerOf(
      await list.office.run('delivery.verify-report', { reportId, sampleId, way: 'on-site', result: 'confirmed', evidence: [photo] }),
    );
  const drawn = await owed(list, 'delivery.verify');

  await verify(reportIds[0]!);
  const left = await owed(list, 'delivery.verify');
  await verify(reportIds[1]!);

  assert.deepEqual(drawn, [
    {
      what: '核查2026年6月抽取的样本，还有 2 条',
      ...{ roles: ['office'], unitId: null, since: '2026-06-18', dueOn: '2026-06-28', link: 'verification?period=2026-06' },
    },
  ]);
  assert.deepEqual(
    left.map(({ what }) => what),
    ['核查2026年6月抽取的样本，还有 1 条'],
  );
  assert.deepEqual(await owed(list, 'delivery.verify'), []);
});
