import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey } from '#/organisation/rules/name.ts';
import { dosesOf } from '#/records/rules/people/doses.ts';
import { type EligibilityRule, judge } from '#/records/rules/people/eligibility.ts';
import { readHeads } from '#/records/rules/people/heads.ts';
import { type Line, type LineContext, readLine } from '#/records/rules/people/line.ts';
import { TESTED_RULE } from './records.ts';
import { DEMO_TOWNSHIPS, doseFile, girlRoster, lastYearsDoseFile, testFile } from './records-files.ts';

const CONTEXT: LineContext = {
  target: 'service',
  today: '2026-06-18',
  asOf: '2026-06-18',
  areas: new Map(DEMO_TOWNSHIPS.map((it) => [nameKey(it), it])),
  slots: [],
  doses: 2,
};

function linesOf({ text }: { readonly text: string }): readonly Line[] {
  const [first, ...rows] = text.split('\r\n').map((row) => row.split(','));
  const heads = readHeads(first!);
  return rows.map((cells, i) => {
    const read = readLine({ sheet: null, rowNo: i + 2, cells }, heads, CONTEXT);
    assert.ok('line' in read, JSON.stringify(read));
    return read.line;
  });
}

const personsOf = (lines: readonly Line[]) => new Set(lines.map(({ identity }) => identity!.number)).size;
const isEligible = (rule: EligibilityRule) => (line: Line) =>
  line.hasEvidence && judge(rule, { ...line, onDay: line.onDay }).eligible === true;

test('the large roll of the demo holds 57,000 eligible persons with a report, and more tests and persons than that', () => {
  const lines = linesOf(testFile());
  const eligible = lines.filter(isEligible(TESTED_RULE));

  assert.deepEqual([lines.length, personsOf(lines), personsOf(eligible)], [60_840, 58_240, 57_000]);
  assert.ok(lines.every(({ identity }) => identity!.number.startsWith('990001')));
});

test('beside the 204 the list of the school has girls of every standing, and nobody of last year counts this year', () => {
  const given = new Map<string, { doseNo: number; on: Line['onDay'] }[]>();
  for (const it of [...linesOf(doseFile()), ...linesOf(lastYearsDoseFile())])
    given.set(it.identity!.number, [...(given.get(it.identity!.number) ?? []), { doseNo: it.doseNo, on: it.onDay }]);
  const listed = girlRoster().text.split('\r\n').slice(1);
  const states = listed.map(
    (row) => dosesOf(given.get(row.split(',')[1]!) ?? [], { doses: 2, leastDays: 150, mostDays: 365 }, '2026-06-18').state,
  );
  const of = (state: string) => states.filter((it) => it === state).length;
  assert.deepEqual([of('none'), of('partial'), of('complete'), of('overdue')], [40, 145, 59, 12]);
  assert.ok(linesOf(lastYearsDoseFile()).every(({ onDay }) => onDay < '2026-01-01'));
});

test('204 girls of the demo have the first dose; of the second doses two came too early and do not count', () => {
  const lines = linesOf(doseFile());
  const girls = new Map<string, { doseNo: number; on: Line['onDay'] }[]>();
  for (const { identity, doseNo, onDay } of lines)
    girls.set(identity!.number, [...(girls.get(identity!.number) ?? []), { doseNo, on: onDay }]);
  const standings = [...girls.values()].map((given) => dosesOf(given, { doses: 2, leastDays: 150, mostDays: 365 }, '2026-06-18'));

  assert.deepEqual([standings.filter(({ given }) => given >= 1).length, standings.filter(({ given }) => given === 2).length], [204, 59]);
  assert.equal(standings.flatMap(({ faults }) => faults).filter(({ kind }) => kind === 'too-early').length, 2);
  assert.ok(lines.every(({ consent, sex }) => consent === true && sex === 'f'));
});
