import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { listRhythmDuties } from './content/duties.ts';
import { aRhythm, valueIn } from './test-rhythm.ts';
import { dutyWords } from './words/duties.ts';

test('a planned meeting stands with its hour and place before the office, the chair and every unit that leads a project, until it is cancelled', async (t) => {
  const it = await aRhythm(t);
  const { office, programmeId, leaderPostId, jobs, health, civil } = it;
  const id = newId();
  const when = { plannedOn: '2026-06-25', fromTime: '09:00', toTime: '10:30', place: '三楼会议室' };
  valueIn(await office.run('rhythm.plan-meeting', { id, programmeId, ...when, chairPostId: leaderPostId, chairName: '方远' }));
  const owed = async () =>
    (await it.app.read('990001', (reader) => listRhythmDuties(reader, '2026-06-30'))).filter(({ kind }) => kind.endsWith('meeting'));

  const duties = await owed();
  const attending = duties.filter((one) => one.kind === 'rhythm.attend-meeting');

  assert.deepEqual(
    duties.filter((one) => one.kind === 'rhythm.meeting').map(({ postId, roles }) => [postId, roles]),
    [
      [null, ['office']],
      [leaderPostId, ['leader']],
    ],
  );
  assert.deepEqual(attending.map(({ unitId }) => unitId).sort(), [jobs.unitId, health.unitId, civil.unitId].sort());
  const [one] = attending;
  assert.deepEqual(
    [one!.dueOn, one!.meets, one!.roles[0]],
    ['2026-06-25', { from: '09:00', to: '10:30', place: '三楼会议室' }, 'unit-head'],
  );
  assert.equal(dutyWords['zh-CN']['rhythm.attend-meeting'](one!.facts as never).what, '参加2026年第1次专题调度会');
  assert.equal(new Set(duties.map(({ key }) => key)).size, duties.length);

  valueIn(await office.run('rhythm.cancel-meeting', { meetingId: id, reason: '另行通知' }));
  assert.deepEqual(await owed(), []);
});
