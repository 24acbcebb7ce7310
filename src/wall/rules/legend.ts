import type { Bar } from './bar.ts';
import { EDGE, type Paper } from './frame.ts';
import { type Band, barMarks, freeMarks } from './marks.ts';
import { INK, line, SEAL, SOFT, text, widthOf } from './svg.ts';
import type { TimeAxis } from './time-axis.ts';
import type { WallWords } from './words.ts';

const SIZE = 19;
const SAMPLE = 46;
const LINE = 32;
const GAP = 26;

/** Signs of the legend are drawn by what draws the chart, on an axis of ten days. */
const AXIS: TimeAxis = { from: 0, to: 9, left: 0, width: SAMPLE, months: [] };
const ONE: Bar = {
  ...{ id: '', name: '', calendar: '', isMilestone: false, gate: null, early: [0, 9], late: null, baseline: null },
  ...{ doneShare: 0, state: 'waiting', slack: 20, isCritical: false, isProvisional: false },
};

type Sign = { readonly word: string; readonly draw: (y: number) => string };

/** 图例: what every sign means; as many lines as it takes. */
export function legend(
  words: WallWords,
  { width }: Paper,
  isLongFree: boolean,
): { readonly height: number; readonly at: (top: number) => string } {
  const signs = signsOf(words, isLongFree);
  const places: { readonly sign: Sign; readonly x: number; readonly row: number }[] = [];
  let [x, row] = [EDGE, 0];
  for (const sign of signs) {
    const own = SAMPLE + 10 + widthOf(sign.word, SIZE);
    if (x + own > width - EDGE) [x, row] = [EDGE, row + 1];
    places.push({ sign, x, row });
    x += own + GAP;
  }
  return {
    height: (row + 1) * LINE + 8,
    at: (top) =>
      places
        .map((it) => {
          const y = top + it.row * LINE;
          const word = text(it.x + SAMPLE + 10, y + 20, it.sign.word, { size: SIZE, fill: SOFT });
          return `<g transform="translate(${Math.round(it.x)} ${Math.round(y)})">${it.sign.draw(0)}</g>${word}`;
        })
        .join(''),
  };
}

function signsOf({ legend: said }: WallWords, isLongFree: boolean): readonly Sign[] {
  const bar = (change: Partial<Bar>) => () => barMarks({ ...ONE, ...change }, bandAt(6), AXIS);
  return [
    { word: said.planned, draw: bar({}) },
    { word: said.critical, draw: bar({ isCritical: true }) },
    { word: said.done, draw: bar({ doneShare: 0.6, state: 'running' }) },
    { word: said.late, draw: bar({ early: [-9, -5], late: [0, 9], state: 'running' }) },
    { word: said.latestStart, draw: bar({ early: [-9, -5], late: [3, 9] }) },
    { word: said.baseline, draw: bar({ early: [-9, -5], baseline: [0, 9] }) },
    { word: said.milestone, draw: bar({ early: [0, 4], isMilestone: true }) },
    { word: said.gate, draw: bar({ early: [0, 4], gate: said.gate }) },
    { word: said.provisional, draw: bar({ isProvisional: true }) },
    { word: isLongFree ? said.longFree : said.free, draw: () => freeMarks([[0, 9]], { y: 3, height: 22 }, AXIS) },
    { word: said.deadline, draw: () => line([SAMPLE / 2, 3], [SAMPLE / 2, 25], `stroke="${INK}" stroke-width="5"`) },
    { word: said.today, draw: () => line([SAMPLE / 2, 3], [SAMPLE / 2, 25], `stroke="${SEAL}" stroke-width="3"`) },
  ];
}

function bandAt(top: number): Band {
  return { label: null, early: { y: top, height: 10 }, late: { y: top + 3, height: 8 }, baseline: { y: top + 6, height: 4 } };
}
