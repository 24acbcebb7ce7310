import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_LIGHTS } from '#/delivery/rules/lights.ts';
import { reasonSentence } from '#/delivery/words/lights.ts';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { placeSentence } from '../words.ts';
import { contentOf, type EditionContent, projectCode, publicReasons, standingOf } from './content.ts';
import { differences } from './difference.ts';
import { indexNo } from './disclosure.ts';
import { releasedTexts } from './edition.ts';
import { aBoard, aContent, aDisclosure } from './fixtures.ts';
import { screen, unsettled } from './screening.ts';

const ID = '11010519491231002X';

/** Every text of a content that a person wrote, as a path into it. */
function textPaths(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const own = ['promiseId', 'projectId', 'programmeId', 'programmeDigest', 'evidenceDigest', 'district'];
  if (typeof value === 'string') return own.includes(String(path.at(-1))) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((it, i) => textPaths(it, [...path, i]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, it]) => textPaths(it, [...path, key]));
}

function planted(content: EditionContent, path: readonly (string | number)[], secret: string): EditionContent {
  const copy = structuredClone(content) as never as Record<string | number, never>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step]!;
  (at as Record<string | number, string>)[path.at(-1)!] += `，${secret}`;
  return copy as never;
}

test('an identifier in any text of an edition is found, with its place', () => {
  const content = aContent({}, aBoard({ projects: 5 }));
  const paths = textPaths(content);

  for (const path of paths) {
    for (const secret of [ID, '13812345678', '晋B12345', '3号楼2单元501室']) {
      const [finding, ...others] = screen(planted(content, path, secret), aDisclosure());
      assert.deepEqual([finding?.path, others.length], [path, 0], `${path.join('.')} ${secret}`);
      assert.ok(!finding!.masked.includes(secret));
    }
  }
  assert.ok(paths.length > 60);
});

test('the name of a person known to the district is found in any text, and may be let through where it is an ordinary word', () => {
  const content = aContent({}, aBoard({ projects: 5 }));

  for (const path of textPaths(content)) {
    const [finding, ...others] = screen(planted(content, path, '由林守成负责'), aDisclosure(), {}, ['林守成', '周未名']);
    assert.deepEqual([finding?.kind, finding?.path, others.length], ['person-name', path, 0], path.join('.'));
    assert.deepEqual([finding!.masked, finding!.isOverridable], ['林**', true]);
  }
});

test('what the checking of a figure found reads 待核实 in public, without the day of its correction', () => {
  const mismatch = { code: 'mismatch', facts: { asOf: '2026-05-31', dueOn: '2026-06-20' } } as const;
  const under = { code: 'under-verified', facts: { share: 0.1, needed: 0.5 } } as const;
  const onPlan = { code: 'on-plan', facts: {} } as const;

  assert.deepEqual(publicReasons([onPlan, mismatch, under]), [onPlan, { code: 'to-be-verified', facts: {} }]);
  assert.deepEqual(publicReasons([onPlan]), [onPlan]);
  assert.equal(reasonSentence(publicReasons([mismatch])[0]!), '数字待核实');
});

test('an ordinary edition with its figures, days and codes passes the gate', () => {
  assert.deepEqual(screen(aContent(), aDisclosure()), []);
});

test('a bulletin that goes out with an edition is read too', () => {
  const [finding] = screen(aContent(), aDisclosure(), { '2026-6': ['一、总体情况', `联系人${ID}`] });

  assert.deepEqual([finding?.path, finding?.kind, finding?.isOverridable], [['bulletin', '2026-6', 1], 'id-number', false]);
  assert.equal(placeSentence(finding!, 'zh-CN'), '月通报');
});

test('the place of a finding is said in the words of the page', () => {
  const content = aContent();
  const [finding] = screen(planted(content, ['projects', 4, 'promises', 0, 'statement'], ID), aDisclosure());

  assert.equal(placeSentence(finding!, 'zh-CN'), '第 5 件 · 报送说明');
});

test('what a reviewer let through is the text itself, and never an ID number', () => {
  const content = planted(planted(aContent(), ['projects', 0, 'note'], '13812345678'), ['projects', 1, 'text'], ID);
  const findings = screen(content, aDisclosure());
  const reasons = findings.map(({ key }) => ({ key, reason: '值班电话' }));

  assert.deepEqual(releasedTexts(content, aDisclosure(), findings, reasons), ['13812345678']);
  assert.deepEqual(
    unsettled(findings, reasons).map((it) => it.kind),
    ['id-number'],
  );
});

test('no person and nothing internal passes from the board into an edition', () => {
  const board = aBoard();
  const text = canonicalText(contentOf(board, { sources: new Map(), lightSettings: DEFAULT_LIGHTS, isDemo: false, bulletins: [] }));

  for (const inner of ['frozenBy', '林守成', 'reportId', 'leadUnitId', 'settledLater', 'submittedBy'])
    assert.ok(!text.includes(inner), inner);
});

test('the digest stands on the content alone: the order of keys and a round through JSON do not change it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(canonicalText(JSON.parse(JSON.stringify(value))), canonicalText(value));
    }),
  );
  assert.equal(canonicalText({ b: 1, a: [{ d: null, c: 'x' }] }), canonicalText({ a: [{ c: 'x', d: null }], b: 1 }));
  assert.notEqual(canonicalText(aContent()), canonicalText(aContent({ asOf: '2026-06-19' })));
});

test('the difference names each figure that changed, and nothing when only the day moved on', () => {
  const last = aContent();
  const [first, ...rest] = last.projects;
  const figure = rest[7]!.promises[0]!;
  const next: EditionContent = {
    ...last,
    projects: [
      ...rest.slice(0, 7),
      { ...rest[7]!, promises: [{ ...figure, done: 9, light: 'green', pace: null }, rest[7]!.promises[1]!] },
      rest[8]!,
    ],
  };

  assert.deepEqual(differences(last, { ...last, asOf: '2026-06-19', elapsedDays: 170 }), []);
  assert.deepEqual(differences(last, next), [
    {
      no: '9',
      name: rest[7]!.name,
      promiseId: figure.promiseId,
      object: '专场招聘会',
      measureUnit: '场',
      kind: 'changed',
      changes: [{ field: 'done', from: 8, to: 9 }],
    },
    { no: '1', name: first!.name, promiseId: null, object: null, measureUnit: null, kind: 'removed', changes: [] },
  ]);
  assert.equal(
    differences(null, last).filter((it) => it.kind === 'added').length,
    last.projects.length + last.projects.flatMap((it) => it.promises).length,
  );
});

test('a figure read back tells the words and charts of delivery what the board told them', () => {
  const board = aBoard();
  const [standing] = board.projects[9]!.promises;
  const [figure] = aContent({}, board).projects[9]!.promises;

  const { promise, reportId, verifiedShare, ...known } = standingOf(figure!);
  const { promise: original, reportId: _, verifiedShare: __, ...wanted } = standing!;
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((key) => [key, known[key as never]])), wanted);
  assert.deepEqual([promise.target, promise.measureUnit, promise.object], [original.target, original.measureUnit, original.object]);
});

test('codes read as they are printed', () => {
  assert.deepEqual([projectCode(2026, '3'), projectCode(2026, '10'), projectCode(2026, '10.1')], ['P-2026-03', 'P-2026-10', 'P-2026-10.1']);
  assert.equal(indexNo('11140214012345678X', 2026, 36), '11140214012345678X/2026-00036');
});
