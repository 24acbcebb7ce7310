import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseItem } from './item.ts';
import type { Bound, ParsedPromise, PhraseKind } from './parsed.ts';
import { parseProgress } from './progress.ts';

type Target = { quantity: number; quantity_max?: number; unit: string; object: string; approx: boolean; bound: Bound; kind: PhraseKind };
type Item = { n: number; text: string; targets: Target[]; progress_text?: string; progress_values?: Target[] };
type List = { place: string; year: number; items: Item[] };
type Tally = {
  matched: number;
  extra: number;
  missed: number;
  bound: number;
  approx: number;
  named: number;
  overlap: number;
  bare: number;
  clean: number;
};

const folder = fileURLToPath(new URL('../../../../../shared/data/lists/', import.meta.url));
const reason = existsSync(folder) ? false : 'the annotated published lists are not beside this repository';

function lists(): List[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as List);
}

const isMain = (it: { kind: PhraseKind }): boolean => it.kind === 'output' || it.kind === 'level';

function sameUnit(printed: string, gold: string): boolean {
  return printed === gold || (gold === '' && (printed === '名' || printed === '人'));
}

function longestCommon(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next.push(sign === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!));
    row = next;
  }
  return row[b.length]!;
}

/** Pairs each annotated target with one promise of the same quantity and unit, the better named one first. */
function tally(list: List): Tally {
  const sum: Tally = { matched: 0, extra: 0, missed: 0, bound: 0, approx: 0, named: 0, overlap: 0, bare: 0, clean: 0 };
  for (const item of list.items) {
    const promises = parseItem(item.text, { year: list.year }).promises.filter(isMain);
    const targets = item.targets.filter(isMain);
    if (targets.length === 0) {
      sum.bare += 1;
      if (promises.length === 0) sum.clean += 1;
    }
    for (const target of targets) countOne(sum, promises, target);
    sum.extra += promises.length;
  }
  return sum;
}

function countOne(sum: Tally, promises: ParsedPromise[], target: Target): void {
  const fits = promises.filter((it) => it.quantity === target.quantity && sameUnit(it.unit, target.unit));
  const best = fits.sort((a, b) => longestCommon(b.object, target.object) - longestCommon(a.object, target.object))[0];
  if (best === undefined) {
    sum.missed += 1;
    return;
  }
  promises.splice(promises.indexOf(best), 1);
  sum.matched += 1;
  if (best.bound === target.bound && best.quantityMax === (target.quantity_max ?? null)) sum.bound += 1;
  if (best.approx === target.approx) sum.approx += 1;
  if (target.object === '') return;
  sum.named += 1;
  sum.overlap += longestCommon(best.object, target.object) / target.object.length;
}

function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => Object.fromEntries(Object.keys(a).map((key) => [key, a[key as keyof Tally] + b[key as keyof Tally]])) as Tally,
  );
}

test('published lists: what is promised is found, and nothing that is not', { skip: reason }, (t) => {
  const each = lists().map((list) => ({ name: `${list.place} ${list.year}`, sum: tally(list) }));

  const all = total(each.map((it) => it.sum));
  for (const { name, sum } of each) t.diagnostic(`${name}: ${sum.matched} found, ${sum.extra} too many, ${sum.missed} missed`);

  const f1 = (2 * all.matched) / (2 * all.matched + all.extra + all.missed);
  assert.ok(f1 >= 0.95, `F1 ${f1}`);
  assert.ok(all.clean / all.bare >= 0.97, `items without a target: ${all.clean} of ${all.bare} yield none`);
  assert.ok(all.bound / all.matched >= 0.97, `bounds right: ${all.bound} of ${all.matched}`);
  assert.ok(all.approx / all.matched >= 0.97, `approximation right: ${all.approx} of ${all.matched}`);
  assert.ok(all.overlap / all.named >= 0.9, `overlap of objects ${all.overlap / all.named}`);
});

test('published progress columns: every figure reached is read, and background figures are not', { skip: reason }, () => {
  for (const list of lists()) {
    for (const item of list.items) {
      if (item.progress_text === undefined) continue;
      const expected = (item.progress_values ?? []).filter(isMain).map((it) => `${it.quantity}${it.unit}`);
      const values = parseProgress(item.progress_text).values.map((it) => `${it.quantity}${it.unit}`);
      assert.deepEqual(values, expected, `${list.place} ${item.n}: ${item.progress_text}`);
    }
  }
});
