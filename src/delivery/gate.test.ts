import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { aContent, aFrozenList, answerOf, kindOf } from './test-list.ts';
import { gateSentence } from './words/gates.ts';
import { findingSentence } from './words/refusals.ts';

/** The sewer of delivery rule 3.3 behind its gate; durations are placeholders. */
const STEPS = [
  ['施工图审查和批复', 5, 'office'],
  ['招标文件审定发出', 5, 'office'],
  ['招标文件到开标', 20, 'every-day'],
  ['中标候选人公示', 3, 'every-day'],
  ['签订合同和进场', 10, 'office'],
  ['管道铺设', 60, 'outdoor'],
  ['路面恢复', 25, 'outdoor'],
  ['验收和资料归档', 10, 'office'],
] as const;

const GATES: Readonly<Record<string, string>> = { 施工图审查和批复: '具备招投标条件', 中标候选人公示: '完成招投标' };

async function aPlannedStation(t: TestContext) {
  const list = await aFrozenList(t);
  const { office, programmeId, promise, board } = list;
  const station = promise('驿站');
  const { project } = (await board()).projects.find((it) => it.promises.some(({ promise: { id } }) => id === station.id))!;
  const named = { name: '雨污分流', leadUnitId: station.leadUnitId, dueOn: '2026-12-31' };
  const task = await office.run('planning.set-up-task', { programmeId, projectId: project.id, ...named });
  const taskId = answerOf<{ id: string }>(task).id;
  const ids = STEPS.map(() => newId());
  const activities = STEPS.map(([name, days, calendar], i) => {
    return { do: 'add', activityId: ids[i], taskId, name, days, calendar, gate: GATES[name] ?? null };
  });
  const links = ids.slice(1).map((to, i) => ({ do: 'link', from: ids[i], to }));
  answerOf(await office.run('planning.edit-network', { projectId: project.id, edits: [...activities, ...links] }));
  const gateOn = async (asOf?: string) => (await board(asOf)).projects.find((it) => it.project.id === project.id)!.gate!;
  const report = async (stage: string, change: Record<string, unknown> = {}) =>
    list.liaisonOf('驿站').run('delivery.submit-report', aContent(station.id, { value: null, valueKind: null, stage, ...change }));
  return { ...list, projectId: project.id, gateOn, report };
}

test('a report that the tender can begin shows on the board as no day left: the latest start is the next working day', async (t) => {
  const { report, office, gateOn, board } = await aPlannedStation(t);
  const sent = answerOf<{ id?: string; reportId?: string }>(await report('具备招投标条件'));
  answerOf(await office.run('delivery.adopt-report', { reportId: sent.id ?? sent.reportId }));

  const gate = await gateOn();

  assert.deepEqual(
    [gate.light, gate.stage, gate.slack?.name, gate.slack?.latestStart, gate.slack?.slackDays],
    ['yellow', '具备招投标条件', '招标文件审定发出', '2026-06-22', 0],
  );
  assert.equal(gateSentence(gate), '目前具备招投标条件；“招标文件审定发出”最迟 2026年6月22日开始，没有余地，再晚一天就赶不上时限');
  assert.deepEqual(await Promise.all(['2026-06-22', '2026-06-23'].map(async (day) => (await gateOn(day)).light)), ['yellow', 'red']);
  // The project's own light stays what its promises say; the gate stands beside it.
  const lights = (await board()).projects.map((it) => [it.project.no, it.light, it.gate?.light, it.gate?.reason]);
  assert.deepEqual(lights, [
    ['1', 'grey', 'grey', 'no-network'],
    ['2', 'grey', 'grey', 'no-network'],
    ['3', 'grey', 'yellow', 'slack'],
    ['4', 'grey', 'grey', 'no-network'],
  ]);
});

test('a stage word that comes too late for the deadline is sent only with a reason', async (t) => {
  const { report } = await aPlannedStation(t);

  const refused = await report('初步选址');

  assert.equal(kindOf(refused), 'open-findings');
  const { findings } = (refused.body as { refusal: { findings: Parameters<typeof findingSentence>[0][] } }).refusal;
  assert.deepEqual(
    findings.map((it) => findingSentence(it)),
    ['按排期倒推，阶段“初步选址”已经赶不上时限：“施工图审查和批复”最迟应在 2026年6月12日开始，已晚 5 个工作日'],
  );
  const overrides = [{ check: 'stage-too-late', reason: '选址与设计同时进行，时限不变' }];
  assert.equal((await report('初步选址', { overrides })).status, 200);
});

test('the threshold of the gate light is a setting: what counts as few days left', async (t) => {
  const { office, gateOn, report } = await aPlannedStation(t);
  const sent = answerOf<{ id?: string; reportId?: string }>(await report('完成招投标'));
  answerOf(await office.run('delivery.adopt-report', { reportId: sent.id ?? sent.reportId }));
  const light = async () => {
    const { light: shown, slack } = await gateOn();
    return [shown, slack?.name, slack?.slackDays];
  };
  const before = await light();
  const { version: _, ...thresholds } = (await office.get('/delivery/light-settings')).body as { version: number };

  answerOf(await office.run('delivery.set-light-settings', { thresholds: { ...thresholds, gateYellowDays: 40 }, source: '专题会议定' }));

  assert.deepEqual(
    [before, await light()],
    [
      ['green', '签订合同和进场', 21],
      ['yellow', '签订合同和进场', 21],
    ],
  );
});
