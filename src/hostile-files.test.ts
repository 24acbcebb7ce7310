import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { aFrozenList } from '#/collection/test-list.ts';
import { makeImportTemplate } from '#/organisation/import-template.ts';
import { LIMITS } from '#/platform/documents/refusal.ts';
import { aBase, aWordList, LIST_AS_CSV, LIST_AS_TABS } from './test-hostile/test-bases.ts';
import type { Base } from './test-hostile/test-mutate.ts';

const FILES = 10_000;
const AT_ONCE = 2;
const CHUNK = 50;

type Said = { readonly seed: number; readonly way: string; readonly ms: number; readonly kind: string; readonly sentence: string | null };

/** Reads the seeds of one chunk after the other; a file that takes longer than the product allows is what hangs. */
function readAll(bases: readonly Base[], form: object, chunks: Iterator<number>): Promise<readonly Said[]> {
  const worker = new Worker(new URL('./test-hostile/test-worker.ts', import.meta.url), {
    workerData: { bases, form },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb, stackSizeMb: 4 },
  });
  const said: Said[] = [];
  let current = 'nothing yet';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`${current}: ${why}`));
      void worker.terminate();
    };
    let timer = setTimeout(() => {}, 0);
    const more = () => {
      const { value, done } = chunks.next();
      if (!done) return worker.postMessage({ from: value, to: value + CHUNK });
      clearTimeout(timer);
      resolve(said);
      return void worker.terminate();
    };
    worker.on('message', (message: { begun?: number; done?: boolean; way?: string } & Partial<Said>) => {
      if (message.done) return more();
      if (message.begun === undefined) return void said.push(message as Said);
      current = `seed ${message.begun} (${message.way})`;
      clearTimeout(timer);
      timer = setTimeout(() => fail('hangs'), LIMITS.seconds * 2_000);
    });
    worker.on('error', (fault: Error) => fail(fault.message));
    more();
  });
}

function* chunksOf(count: number): Generator<number> {
  for (let from = 1; from <= count; from += CHUNK) yield from;
}

async function aPlace(t: TestContext) {
  const list = await aFrozenList(t);
  const { form, bytes } = await list.form('区人社局');
  const bases: readonly Base[] = [
    await aBase('清单.docx', await aWordList()),
    await aBase('单位导入.xlsx', await makeImportTemplate()),
    await aBase('报送表.xlsx', bytes),
    { name: '清单.csv', bytes: LIST_AS_CSV, parts: null },
    { name: '清单.txt', bytes: LIST_AS_TABS, parts: null },
  ];
  return { ...list, form, bases };
}

test(`${FILES.toLocaleString('en')} damaged files are each read, or answered with a sentence: no fault, no hang`, async (t) => {
  const { bases, form } = await aPlace(t);
  const chunks = chunksOf(FILES);

  const said = (await Promise.all(Array.from({ length: AT_ONCE }, () => readAll(bases, form, chunks)))).flat();

  const faults = said.filter((it) => it.kind === 'FAULT').map((it) => `seed ${it.seed} (${it.way}): ${it.sentence}`);
  assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
  assert.equal(new Set(said.map((it) => it.seed)).size, FILES);
  const silent = said.filter((it) => it.kind !== 'read' && !/[\u4e00-\u9fff]{4}/.test(it.sentence ?? ''));
  assert.deepEqual(silent, []);
  const kinds = Object.entries(Object.groupBy(said, (it) => it.kind)).map(([kind, its]) => `${kind} ${its!.length}`);
  const slowest = said.reduce((a, b) => (a.ms > b.ms ? a : b));
  t.diagnostic(`${kinds.sort().join(', ')}; slowest ${Math.round(slowest.ms)} ms: seed ${slowest.seed}, ${slowest.way}`);
});
