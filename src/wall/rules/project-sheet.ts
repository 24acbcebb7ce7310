import { dayOf } from '#/kernel/civil-date.ts';
import type { Bar } from './bar.ts';
import { AXIS, axisMarks, demoNote, EDGE, HEAD, lightSign, type Paper, todayMark } from './frame.ts';
import { legend } from './legend.ts';
import { bandOf, barMarks, freeMarks } from './marks.ts';
import { type SidePanel, unplanned } from './overview.ts';
import { cut, INK, line, paragraph, RULE, SEAL, SOFT, sheet, text, widthOf } from './svg.ts';
import { endX, isShown, startX, type TimeAxis, timeAxis } from './time-axis.ts';
import type { Wall, WallRow } from './wall.ts';
import type { WallWords } from './words.ts';

const NAMES = 560;
const TIGHT = 128;
const UNDER_HEAD = 50;
/** More rows than this cannot be read from five metres; they go to the next sheet. */
export const ROWS_ON_A_SHEET = 28;
const UNDER_FOOT = 44;
const MOST_ROW = 84;

export function sheetsOf({ bars }: Pick<WallRow, 'bars'>): number {
  return Math.max(1, Math.ceil(bars.length / ROWS_ON_A_SHEET));
}

type Asked = { readonly row: WallRow; readonly page: number };

/** 一件实事的图: each activity in a row of its own, with its slack. */
export function projectSheet(
  wall: Wall,
  { row, page }: Asked,
  words: WallWords,
  paper: Paper & { readonly side: SidePanel | null },
): string {
  const bars = row.bars.slice((page - 1) * ROWS_ON_A_SHEET, page * ROWS_ON_A_SHEET);
  const signs = legend(words, paper, false);
  const top = HEAD + UNDER_HEAD + AXIS;
  const even = (paper.height - top - signs.height - UNDER_FOOT) / Math.max(bars.length, 1);
  const rowHeight = Math.min(even, MOST_ROW);
  const foot = top + Math.max(rowHeight * bars.length, 120);
  const { side } = paper;
  const axis = timeAxis(wall.first, wall.last, {
    left: NAMES,
    width: paper.width - NAMES - EDGE - (side === null ? 0 : side.width + EDGE),
  });
  const rows = bars.map((bar, i) => barRow(bar, { y: top + i * rowHeight, height: rowHeight, axis, words }));
  const legendTop = paper.height - signs.height;
  const panel =
    side === null ? '' : `<g transform="translate(${paper.width - EDGE - side.width} ${HEAD})">${side.draw(legendTop - HEAD - 10)}</g>`;
  const inner = [
    projectHead(wall, { row, page }, words, paper),
    grounds(wall, bars, { top, rowHeight, axis }),
    axisMarks(axis, HEAD + UNDER_HEAD, foot, words),
    columnHeads(words, top),
    rows.join(''),
    deadline(row, axis, [top, foot], words),
    todayMark(axis, wall.asOf, [HEAD + UNDER_HEAD, foot], words),
    paragraph([axis.left + 14, top + 60], unplanned(row.schedule, words), { size: 24, fill: SOFT, room: axis.width - 28 }),
    line([EDGE, foot], [axis.left + axis.width, foot], `stroke="${INK}" stroke-width="1.5"`),
    panel,
    signs.at(legendTop),
  ];
  return sheet(paper.width, paper.height, words.label(row.name, wall.asOf), inner.join(''));
}

/** The project, its unit, its light; under it what each promise stands at. */
function projectHead(wall: Wall, { row, page }: Asked, words: WallWords, { width }: Paper): string {
  const asOf = `${words.asOf(wall.asOf)} · ${words.reported(row.lastReportOn)}`;
  const pages = sheetsOf(row);
  const name = cut(`${row.no}　${row.name}`, 42, width - 700);
  const lightX = EDGE + widthOf(name, 42) + 40;
  const baseline = row.baseline === null ? words.noBaseline : words.baseline(row.baseline.no, row.baseline.lockedOn);
  const under = [row.leadUnit ?? words.noUnit, baseline, pages > 1 ? words.page(page, pages) : ''].filter((it) => it !== '').join(' · ');
  return [
    text(EDGE, 52, name, { size: 42, bold: true }),
    lightSign(row.light, { x: lightX, y: 50, size: 30, word: words.lights[row.light] }),
    text(width - EDGE, 34, asOf, { size: 24, anchor: 'end', fill: SOFT }),
    text(EDGE, 90, cut(under, 24, width / 2), { size: 24, fill: SOFT }),
    promises(row, words, width),
    demoNote(wall, words, width),
  ].join('');
}

function promises({ promises: all }: WallRow, words: WallWords, width: number): string {
  let x = EDGE;
  const shown: string[] = [];
  for (const { promise, done, light } of all) {
    const target = promise.target === null ? '' : `/${promise.target}`;
    const figure = done === null ? '' : ` ${done}${target}${promise.measureUnit ?? ''}`;
    const said = `${promise.object}${figure}`;
    const own = widthOf(said, 23) + widthOf(words.lights[light], 23) + 62;
    if (x + own > width - EDGE) break;
    shown.push(
      text(x, 126, said, { size: 23 }) + lightSign(light, { x: x + widthOf(said, 23) + 12, y: 126, size: 23, word: words.lights[light] }),
    );
    x += own + 26;
  }
  return shown.join('');
}

function columnHeads(words: WallWords, top: number): string {
  const y = top - 16;
  return `${text(EDGE, y, words.activity, { size: 20, fill: SOFT })}${text(NAMES - 20, y, words.slackHead, { size: 20, fill: SOFT, anchor: 'end' })}`;
}

type Grounds = { readonly top: number; readonly rowHeight: number; readonly axis: TimeAxis };

/** Neighbouring rows of one calendar share one shading. */
function grounds(wall: Wall, bars: readonly Bar[], { top, rowHeight, axis }: Grounds): string {
  const drawn: string[] = [];
  for (let i = 0; i < bars.length; ) {
    let end = i + 1;
    while (end < bars.length && bars[end]!.calendar === bars[i]!.calendar) end++;
    drawn.push(freeMarks(wall.free[bars[i]!.calendar] ?? [], { y: top + i * rowHeight, height: (end - i) * rowHeight }, axis));
    i = end;
  }
  return drawn.join('');
}

type Row = { readonly y: number; readonly height: number; readonly axis: TimeAxis; readonly words: WallWords };

function barRow(bar: Bar, { y, height, axis, words }: Row): string {
  const size = Math.min(28, Math.max(15, height * 0.5));
  const middle = y + height / 2 + size * 0.36;
  const isLate = bar.slack < 0 && bar.state !== 'finished';
  const slack = bar.state === 'finished' ? words.finished : words.slack(bar.slack);
  const name = cut(bar.name, size, NAMES - EDGE - TIGHT - 24);
  const band = bandOf(y + height * 0.14, height * 0.8, null);
  return [
    line([EDGE, y], [axis.left + axis.width, y], `stroke="${RULE}"`),
    text(EDGE, middle, name, { size, fill: bar.isCritical ? SEAL : INK }),
    text(NAMES - 20, middle, slack, { size, fill: isLate ? SEAL : SOFT, bold: isLate, anchor: 'end' }),
    barMarks(bar, band, axis),
    gateWords(bar, axis, middle, Math.min(size, 22)),
  ].join('');
}

/** The stage word of a gate beside its flag, on the side where there is room. */
function gateWords({ gate, early, late }: Bar, axis: TimeAxis, y: number, size: number): string {
  if (gate === null) return '';
  const after = Math.max(endX(axis, early[1]) + 24, late === null ? 0 : endX(axis, late[1]) + 10);
  if (after + widthOf(gate, size) < axis.left + axis.width) return text(after, y, gate, { size, halo: true });
  return text(startX(axis, Math.min(early[0], late?.[0] ?? early[0])) - 12, y, gate, { size, anchor: 'end', halo: true });
}

function deadline({ deadline: day }: WallRow, axis: TimeAxis, [top, foot]: readonly [number, number], words: WallWords): string {
  if (!isShown(axis, day, day)) return '';
  const x = endX(axis, day) - 2.5;
  const word = text(x + 2, foot + 24, words.deadline(dayOf(day)), { size: 21, anchor: 'end', bold: true });
  return line([x, top], [x, foot], `stroke="${INK}" stroke-width="5"`) + word;
}
