import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { boardOn } from '#/delivery/door.ts';
import { startTestApp } from '#/testing.ts';
import { loadDemo } from './demo.ts';
import { LARGE_ROLL } from './records.ts';

const YUNGANG = '140214';

async function demoBoard(t: TestContext, withRoll: boolean) {
  const before = process.env[LARGE_ROLL];
  t.after(() => {
    if (before === undefined) delete process.env[LARGE_ROLL];
    else process.env[LARGE_ROLL] = before;
  });
  if (withRoll) process.env[LARGE_ROLL] = '1';
  else delete process.env[LARGE_ROLL];
  const app = await startTestApp(t);
  await loadDemo(app, app.world.pool, () => {});
  const board = (await app.read(YUNGANG, (reader) => boardOn(reader, { year: 2026 })))!;
  const all = board.projects.flatMap((it) => it.promises);
  const figureOf = (object: string) => {
    const { done, doneFrom } = all.find(({ promise }) => promise.object === object)!;
    return [done, doneFrom];
  };
  const meals = await app.ownerPool.query('select 1 from records.sign_in where district = $1', [YUNGANG]);
  return { tested: figureOf('7—60岁居民'), girls: figureOf('符合条件的女孩'), meals: meals.rowCount };
}

test('the demo shows 57,000 tested and 204 girls as they were reported, and one village’s meals signed in', async (t) => {
  assert.deepEqual(await demoBoard(t, false), { tested: [57_000, 'report'], girls: [204, 'report'], meals: 27 });
});

test('with its large roll the demo counts the same 57,000 and 204 from the records', async (t) => {
  assert.deepEqual(await demoBoard(t, true), { tested: [57_000, 'records'], girls: [204, 'records'], meals: 27 });
});
