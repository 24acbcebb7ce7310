import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { breakSentence, lightWords } from '../words/lights.ts';
import { lightBadge, paceBar, trajectoryChart, yearStrip } from './charts.ts';
import { straightLine } from './curve.ts';
import { WORST_FIRST } from './lights.ts';
import type { Point } from './pace.ts';

const evil = '"><script>alert(1)</script>';
const words = { target: '目标', today: '今天', forecast: '2029.3', month: (month: number) => `${month}月` };

function aChart(label = '招聘会') {
  const plans = [{ label, startsOn: '2026-01-01', curve: straightLine(365, 15), current: true }] as const;
  const actual = [
    { on: '2026-03-31', value: 3 },
    { on: '2026-06-18', value: 8 },
  ] as const;
  return {
    from: '2026-01-01',
    to: '2026-12-31',
    target: 15,
    plans,
    actual,
    today: '2026-06-18',
    done: 8,
    forecastOn: '2026-11-13',
    light: 'green',
    label,
    words,
  } as const;
}

test('every light has its own shape and says its word, so that it reads in black and white', () => {
  const shapes = WORST_FIRST.map((light) => lightBadge(light, lightWords['zh-CN'][light]));

  assert.equal(new Set(shapes.map((it) => it.replace(/#[0-9a-f]{6}|light-[a-z]+/g, ''))).size, 6);
  for (const [i, light] of WORST_FIRST.entries()) assert.ok(shapes[i]!.includes(lightWords['zh-CN'][light]));
});

test('texts cannot break out of a drawing', () => {
  const drawings = [
    lightBadge('red', evil, { staleWord: evil }),
    paceBar({ doneShare: 0.5, plannedShare: 0.4, light: 'red', label: evil }),
    trajectoryChart({ ...aChart(evil), words: { ...words, target: evil, today: evil, forecast: evil, month: () => evil } }),
    yearStrip({
      months: [{ light: 'red', caughtUp: true }],
      current: 2,
      words: lightWords.en,
      caughtUpWord: evil,
      label: evil,
      monthWord: () => evil,
    }),
  ];

  for (const it of drawings) assert.equal(it.includes('<script'), false);
});

test('a drawing is the same each time, has a sentence for those who do not see it, and needs no style or script', () => {
  const drawings = [trajectoryChart(aChart()), paceBar({ doneShare: 0.53, plannedShare: 0.46, light: 'green', label: '完成 53%' })];

  assert.equal(trajectoryChart(aChart()), drawings[0]);
  for (const it of drawings) {
    assert.match(it, /role="img" aria-label="[^"]+"/);
    assert.doesNotMatch(it, /style=|<style|NaN|Infinity|undefined|gradient/i);
  }
});

test('a bar that is not finished never looks full, and a small one is never invisible', () => {
  const widthOf = (doneShare: number) =>
    Number(
      /<rect y="8" width="([\d.]+)" height="6" fill="#2f7d4f"/.exec(
        paceBar({ doneShare, plannedShare: null, light: 'green', label: 'x' }),
      )?.[1] ?? 0,
    );

  assert.deepEqual([0, 0.0001, 0.5, 0.9999, 1, 1.4].map(widthOf), [0, 3, 200, 396, 400, 400]);
});

test('a chart draws every version of the plan, the reports, the day and the forecast', () => {
  const chart = aChart();
  const [current] = chart.plans;
  const both = trajectoryChart({
    ...chart,
    plans: [
      { ...current, current: false, label: '第1版' },
      { ...current, label: '第2版' },
    ],
  });

  assert.ok(both.includes('第1版') && both.includes('第2版') && both.includes('今天') && both.includes('2029.3'));
  assert.equal(both.match(/<circle/g)!.length, 2);
  assert.doesNotMatch(trajectoryChart({ ...chart, actual: [], done: null, forecastOn: null, target: 0 }), /NaN|Infinity/);
});

test('the word for the day stands above the lines, where no point is, and the target has another corner early in the year', () => {
  const chart = aChart();
  const labelsOn = (today: CivilDate) =>
    Object.fromEntries(
      [...trajectoryChart({ ...chart, today }).matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)]
        .filter(([, at, text]) => at!.includes('y="14"') && text !== '')
        .map(([, at, text]) => [text === words.today ? 'today' : 'target', at!]),
    );

  assert.match(labelsOn('2026-06-18').today!, /text-anchor="middle"/);
  assert.doesNotMatch(labelsOn('2026-06-18').target!, /text-anchor/);
  assert.match(labelsOn('2026-02-10').target!, /text-anchor="end"/);
  assert.doesNotMatch(labelsOn('2026-10-10').target!, /text-anchor/);
});

test('no line is drawn from one definition to the next, and the break is marked', () => {
  const days = ['2026-02-01', '2026-03-01', '2026-05-01', '2026-06-01'] as const;
  const whole: readonly Point[] = days.map((on, i) => ({ on, value: i + 1 }));
  const broken: readonly Point[] = whole.map((it) => (it.on === '2026-05-01' ? { ...it, begins: true } : it));
  const lines = (actual: readonly Point[]) => {
    const drawn = trajectoryChart({ ...aChart(), actual });
    return { paths: drawn.match(/<path [^>]*stroke-width="2.5"/g)!.length, marks: drawn.match(/class="new-definition"/g)?.length ?? 0 };
  };

  assert.deepEqual(lines(whole), { paths: 1, marks: 0 });
  assert.deepEqual(lines(broken), { paths: 2, marks: 1 });
  assert.equal(breakSentence(whole), null);
  for (const locale of ['zh-CN', 'en'] as const) assert.match(breakSentence(broken, locale)!, /2026-05-01/);
});
