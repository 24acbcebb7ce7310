import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inCompany } from './company.ts';

/** Orders that end when they are told to, and what they were done with. */
function started() {
  const companies: string[][] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const send = inCompany(async (orders: readonly string[]) => {
    companies.push([...orders]);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    await end.promise;
    return Promise.allSettled(
      orders.map(async (order) => {
        if (order === 'bad') throw new Error('bad');
        return `${order} done`;
      }),
    );
  });
  const turn = () => new Promise((go) => setImmediate(go));
  return { companies, ends, send, turn };
}

test('who comes alone is done at once; who comes meanwhile is done together with the others who came meanwhile', async () => {
  const { companies, ends, send, turn } = started();

  const first = send('a');
  await turn();
  const others = ['b', 'c', 'd'].map((it) => send(it));
  await turn();
  assert.deepEqual(companies, [['a']]);
  ends[0]!.resolve();
  assert.equal(await first, 'a done');
  ends[1]!.resolve();

  assert.deepEqual(await Promise.all(others), ['b done', 'c done', 'd done']);
  assert.deepEqual(companies, [['a'], ['b', 'c', 'd']]);
  const later = send('e');
  await turn();
  ends[2]!.resolve();
  assert.equal(await later, 'e done');
});

test('each ends for itself, and nobody is forgotten where more come than go together', async () => {
  const { companies, ends, send, turn } = started();

  const all = Promise.allSettled(Array.from({ length: 20 }, (_, i) => send(i === 3 ? 'bad' : `${i}`)));
  for (let i = 0; i < 2; i++) {
    await turn();
    ends[i]!.resolve();
    await turn();
  }

  assert.deepEqual(
    (await all).map((it) => (it.status === 'fulfilled' ? it.value : (it.reason as Error).message)),
    Array.from({ length: 20 }, (_, i) => (i === 3 ? 'bad' : `${i} done`)),
  );
  assert.deepEqual(
    companies.map((it) => it.length),
    [16, 4],
  );
});
