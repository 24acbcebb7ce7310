import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFullBoard } from '../test-board.ts';
import { bulletinOf } from './bulletin.ts';
import { claimOf } from './claim.ts';
import { defaultSettings } from './settings.ts';
import { checkText, fillText } from './text-block.ts';

const content = bulletinOf({ board: aFullBoard(), month: 6, settings: defaultSettings('清泉区政府督查室') });

test('figures enter a text by placeholders', () => {
  const filled = fillText('{截至}，{承诺总数}项中{滞后承诺数}项滞后，序时进度{序时进度}。', content);

  assert.deepEqual(filled, { ok: true, value: '2026年6月18日，14项中5项滞后，序时进度46.3%。' });
});

test('a placeholder that names no figure is refused', () => {
  assert.deepEqual(fillText('共{项目数}件', content), { ok: false, refusal: { kind: 'unknown-placeholder', placeholder: '项目数' } });
});

const TYPED: readonly { readonly text: string; readonly findings: readonly (readonly [string, string])[] }[] = [
  { text: '请于2026年6月30日前报送，按第3号文办理。', findings: [] },
  { text: '滞后的{滞后承诺数}项须说明原因，{异议天数}日内反馈。', findings: [] },
  { text: '5项承诺滞后，4件项目严重滞后。', findings: [] },
  { text: '目前仅有2项滞后。', findings: [['contradicts', '2项']] },
  { text: '其中三项滞后。', findings: [['contradicts', '三项']] },
  { text: '序时进度50%。', findings: [['contradicts', '50%']] },
  { text: '序时进度46.3%，无数据60.0%。', findings: [] },
  { text: '已发放补贴300万元。', findings: [['unsupported', '300万元']] },
  { text: '已检测57000名，目标400000名。', findings: [] },
  { text: '总体看，全部项目都按计划推进。', findings: [['contradicts', '全部项目都按计划推进']] },
  { text: '各牵头单位要逐一说明，形成一个清单。', findings: [] },
  {
    text: '1至5月投诉较去年全年下降85%。',
    findings: [
      ['unsupported', '85%'],
      ['unlike', '1至5月投诉较去年全年下降85%'],
    ],
  },
];

test('a number typed by hand is held against the board', () => {
  for (const { text, findings } of TYPED) {
    assert.deepEqual(
      checkText(text, content).map(({ kind, raw }) => [kind, raw]),
      findings,
      text,
    );
  }
});

test('a claim about the whole list, and a comparison of unequal periods, are recognised', () => {
  const kinds = ['各项工作均按期推进', '十件实事全部完成', '1至5月投诉较去年全年下降85%', '今年以来办了很多事'].map(
    (it) => claimOf(it)?.kind ?? null,
  );

  assert.deepEqual(kinds, ['all-on-plan', 'all-finished', 'comparison', null]);
});
