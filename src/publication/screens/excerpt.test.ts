import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEdition } from '../rules/fixtures.ts';
import { type ContentFinding, screen } from '../rules/screening.ts';
import { excerptOf, maskedText } from './excerpt.ts';

test('a reviewer reads the words around a number, never the number itself', () => {
  const { content, disclosure } = anEdition();
  const [first, ...rest] = content.projects;
  const text = `报名请打电话 13812345678 找值班员，${'其他事项另行通知。'.repeat(6)}`;
  const changed = { ...content, projects: [{ ...first!, text }, ...rest] };

  const [finding] = screen(changed, disclosure);
  const excerpt = excerptOf(finding!, changed, disclosure)!;

  assert.deepEqual([excerpt.before, excerpt.masked, excerpt.after.slice(0, 7)], ['报名请打电话 ', '138****5678', ' 找值班员，其']);
  assert.ok(excerpt.after.endsWith('…'));
});

test('what changed since the last edition is shown with its numbers masked too', () => {
  assert.equal(maskedText('报名请打 13812345678 或 13987654321，共 8 场'), '报名请打 138****5678 或 139****4321，共 8 场');
  assert.equal(maskedText('已办 8 场'), '已办 8 场');
});

test('a finding in a bulletin, or at a place that is gone, has no words around it', () => {
  const { content, disclosure } = anEdition();
  const at = (path: ContentFinding['path']) =>
    excerptOf({ key: '', kind: 'mobile', path, no: null, start: 0, end: 3, masked: '', isOverridable: true }, content, disclosure);

  assert.deepEqual([at(['bulletin', '2026-6', 0]), at(['projects', 99, 'text'])], [null, null]);
});
