import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import type { Agenda } from './rules/agenda.ts';
import type { AskedProject } from './rules/check.ts';
import { aRhythm, type TestRhythm, type TestUnit, valueIn } from './test-rhythm.ts';

/** A task of a unit with one milestone that is to be reached by a day; its work takes five days. */
async function aMilestone({ office, programmeId }: TestRhythm, { projectId, unitId }: TestUnit, finishBy: string): Promise<void> {
  const task = { programmeId, projectId, name: '食堂改造', leadUnitId: unitId, dueOn: '2026-12-20' };
  const { id: taskId } = valueIn<{ id: string }>(await office.run('planning.set-up-task', task));
  const edit = { do: 'add', taskId, activityId: newId(), name: '施工图批复', days: 5, isMilestone: true, finishBy };
  valueIn(await office.run('planning.edit-network', { projectId, edits: [edit] }));
}

const asked = async ({ liaison }: TestUnit) =>
  ((await liaison.get('/rhythm/check?year=2026&week=25')).body as { asked: readonly AskedProject[] }).asked;

const days = [
  ['2026-07-02', ['gate']],
  ['2026-07-03', []],
] as const;

for (const [finishBy, because] of days)
  test(`on 18 June a week ${because.length === 0 ? 'does not ask' : 'asks'} about a milestone that is due on ${finishBy}: fourteen days count`, async (t) => {
    const it = await aRhythm(t);
    await it.reported(it.civil, 2);
    await aMilestone(it, it.civil, finishBy);

    const found = await asked(it.civil);

    assert.deepEqual(
      found.flatMap((one) => one.because.map(({ kind }) => kind)),
      because,
    );
  });

test('the agenda speaks of a gate from ten working days of slack on, and of none that has more', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.civil, 2);
  await it.reported(it.jobs, 8);
  await aMilestone(it, it.civil, '2026-07-08');
  await aMilestone(it, it.jobs, '2026-09-30');
  const meetingId = newId();
  const plan = { id: meetingId, programmeId: it.programmeId, plannedOn: '2026-06-18', place: '三楼会议室', chairName: '方远' };
  valueIn(await it.office.run('rhythm.plan-meeting', plan));

  const { items } = (await it.office.get(`/rhythm/agenda?meetingId=${meetingId}`)).body as Agenda;
  const gates = items.filter(({ kind }) => kind === 'gate');

  assert.deepEqual(
    gates.map(({ unit, facts }) => [unit, facts.kind === 'gate' && facts.slackDays <= 10]),
    [['区民政局', true]],
  );
});
