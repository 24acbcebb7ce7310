import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { agrees, groupsOf } from './test-groups.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const SERIALS = [1, 2, 3, 4, 5];

/** Eligible and not, proven and not, at two places and on two days; the first two look alike. */
const ROWS = SERIALS.flatMap((serial) =>
  ['2026-03-05', '2026-04-05'].map((on, i) =>
    aRow({
      ...{ serial, on, area: (serial + i) % 2 === 0 ? '东河乡' : '西河乡' },
      ...(serial <= 2 && { name: '虚构同名', phone: '13900000000' }),
      ...(serial === 4 && { birthOn: '1950-01-01' }),
      ...(serial === 5 && { evidence: '' }),
    }),
  ),
);

type Word = { readonly pair: readonly [number, number]; readonly decision: 'same' | 'different' };
const word: fc.Arbitrary<Word> = fc.record({
  pair: fc.shuffledSubarray(SERIALS, { minLength: 2, maxLength: 2 }).map((it) => [Math.min(...it), Math.max(...it)] as const),
  decision: fc.constantFrom('same', 'same', 'different'),
});
const plan = fc
  .record({
    files: fc.array(fc.shuffledSubarray(ROWS, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 3 }),
    words: fc.uniqueArray(word, { selector: ({ pair }) => pair.join(), minLength: 2, maxLength: 4 }),
  })
  .chain(({ files, words }) =>
    fc.record({
      files: fc.constant(files),
      disordered: fc
        .tuple(fc.shuffledSubarray(files, { minLength: files.length }), fc.array(fc.constantFrom(...files), { minLength: 1, maxLength: 2 }))
        .map(([each, again]) => [...each, ...again]),
      words: fc.constant(words),
      undone: fc.shuffledSubarray(words, { minLength: words.length }),
    }),
  );

/** A row with nothing but another number makes each file another, so that its repetition is no refusal: it is taken in, and read again. */
const fileOf = (rows: readonly string[]) => csvOf([...rows, `,,,,${newId()},`]);

async function counted(it: TestPeople, files: readonly (readonly string[])[]) {
  for (const rows of files) await it.accept(await it.read(fileOf(rows)));
  return numbers(it);
}

async function numbers(it: TestPeople) {
  const { four, parts } = await it.figure();
  return { four, places: parts.byPlace.map(({ name, numerator }) => [name, numerator]).sort() };
}

/** The number of a person differs by the order of files; who he is, does not. */
async function numbersOfSerials(it: TestPeople, files: readonly (readonly string[])[]): Promise<ReadonlyMap<number, number>> {
  const serials = new Map<number, number>();
  for (const row of files.flat()) {
    const serial = SERIALS[ROWS.indexOf(row) >> 1]!;
    if (!serials.has(serial)) serials.set(serial, serials.size + 1);
  }
  assert.equal(serials.size, (await it.figure()).four.persons);
  return serials;
}

async function say(it: TestPeople, nos: ReadonlyMap<number, number>, { pair, decision }: { pair: Word['pair']; decision: string }) {
  const [personNo, otherNo] = pair.map((serial) => nos.get(serial)!).sort((a, b) => a - b);
  const said = { personNo, otherNo, serviceKindId: it.kindId, decision, reason: '电话核实' };
  return it.bureau.run('records.decide-duplicate', said);
}

test('order and repetition of imports change no count; whoever is said to be one counts once, and taken back in any order the count is restored', async (t) => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ files, disordered, words, undone }) => {
      const known = await counted(await aDistrictWithTests(t), files);
      const it = await aDistrictWithTests(t);
      assert.deepEqual(await counted(it, disordered), known);

      const nos = await numbersOfSerials(it, disordered);
      const said: { personNo: number; otherNo: number; decision: string }[] = [];
      for (const one of words.filter(({ pair }) => pair.every((serial) => nos.has(serial)))) {
        const [personNo, otherNo] = one.pair;
        const word = { personNo, otherNo, decision: one.decision };
        const heard = await say(it, nos, one);
        assert.equal(heard.status === 200, agrees(word, said), heard.text);
        if (heard.status === 200) said.push(word);
        else assert.match(kindOf(heard) ?? '', /^(one|apart)-by-others$/);
      }
      assert.equal((await it.figure()).four.persons, groupsOf([...nos.keys()], said));
      const stands = ({ pair }: Word) => said.some(({ personNo, otherNo }) => personNo === pair[0] && otherNo === pair[1]);
      for (const { pair } of undone.filter(stands)) answerOf(await say(it, nos, { pair, decision: 'undone' }));
      assert.deepEqual(await numbers(it), known);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
