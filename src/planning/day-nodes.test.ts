import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSewer } from './test-network.ts';
import { refusalOf, valueIn } from './test-places.ts';

test('a day of works is told in one tap, and what was left needs a line of reason', async (t) => {
  const { office, ids, projectId, file } = await aSewer(t);
  const [activityId, later] = [ids[5], ids[6]];
  const say = (change: Record<string, unknown>) =>
    office.run('planning.record-day', { activityId, on: '2026-06-18', planned: '铺管 60 米', state: 'done', ...change });
  const photo = await file('现场.txt', '照片');
  valueIn(await office.run('planning.start-activity', { activityId, on: '2026-06-15' }));

  const refused: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ activityId: later }, 'day-of-unstarted'],
    [{ on: '2026-06-14' }, 'day-of-unstarted'],
    [{ on: '2026-06-19' }, 'day-in-future'],
    [{ on: '2026-06-19', state: 'planned', planned: '' }, 'day-without-plan'],
    [{ on: '2026-08-01', state: 'planned' }, 'day-too-far'],
    [{ state: 'partly' }, 'day-without-note'],
  ];
  for (const [change, kind] of refused) assert.equal(refusalOf(await say(change)).kind, kind);
  assert.equal((await say({ photos: ['0'.repeat(64)] })).status, 404);

  valueIn(await say({ on: '2026-06-19', state: 'planned', planned: '铺管 40 米' }));
  valueIn(await say({ state: 'partly', note: '下午有雨', photos: [photo] }));
  valueIn(await say({ on: '2026-06-17' }));
  const { body } = await office.get(`/planning/days?projectId=${projectId}&from=2026-06-10&to=2026-06-30`);

  assert.deepEqual(
    (body as { on: string; state: string; note: string; photos: string[] }[]).map(({ on, state, note, photos }) => [
      on,
      state,
      note,
      photos,
    ]),
    [
      ['2026-06-19', 'planned', '', []],
      ['2026-06-18', 'partly', '下午有雨', [photo]],
      ['2026-06-17', 'done', '', []],
    ],
  );
});

test('two people who tell the same day do not overwrite each other', async (t) => {
  const { office, ids } = await aSewer(t);
  const activityId = ids[5]!;
  valueIn(await office.run('planning.start-activity', { activityId, on: '2026-06-15' }));
  const input = { activityId, on: '2026-06-18', planned: '铺管', state: 'done' };
  const say = () => office.run('planning.record-day', input, { base: { [`day:${activityId}:2026-06-18`]: 0 } });

  const answers = await Promise.all([say(), say()]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});
