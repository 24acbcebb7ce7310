import { dayOf } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { lanesOf } from './bar.ts';
import { AXIS, axisMarks, EDGE, HEAD, head, lightSign, type Paper, todayMark } from './frame.ts';
import { together } from './free-time.ts';
import { legend } from './legend.ts';
import { lineOf } from './line.ts';
import { bandOf, barMarks, freeMarks, laneLabels } from './marks.ts';
import { cut, INK, line, paragraph, RULE, SEAL, SOFT, sheet, text } from './svg.ts';
import { endX, isShown, type TimeAxis, timeAxis } from './time-axis.ts';
import type { Wall, WallRow } from './wall.ts';
import type { WallWords } from './words.ts';

/** What stands at the right of the chart: the map of sites, as high as there is room. */
export type SidePanel = { readonly width: number; readonly draw: (height: number) => string };

const NAMES = 540;
const LIGHTS = NAMES - 142;
const LEAST_ROW = 84;
const LEAST_LANE = 15;
/** Shorter ones are no news on a year's sheet. */
const LONG_FREE_DAYS = 7;
const LABEL = 19;

/** 总图: the projects by lead unit at the left, each with its light; their plans in the middle; the map at the right. */
export function overview(wall: Wall, words: WallWords, paper: Paper, side: SidePanel | null): string {
  const signs = legend(words, paper, true);
  const rows = wall.rows.map((row) => ({ row, lanes: lanesOf(row.bars) }));
  const top = HEAD + AXIS;
  const even = (paper.height - top - signs.height - EDGE / 2) / Math.max(rows.length, 1);
  const heights = rows.map(({ lanes }) => Math.max(Math.min(even, 150), LEAST_ROW, lanes.length * LEAST_LANE + 8));
  const foot = top + heights.reduce((sum, it) => sum + it, 0);
  const axis = timeAxis(wall.first, wall.last, {
    left: NAMES,
    width: paper.width - NAMES - EDGE - (side === null ? 0 : side.width + EDGE),
  });
  let y = top;
  const drawn = rows.map(({ row, lanes }, i) => {
    const place: Place = {
      y,
      height: heights[i]!,
      axis,
      isSameUnit: i > 0 && row.leadUnit !== null && rows[i - 1]!.row.leadUnit === row.leadUnit,
    };
    y += heights[i]!;
    return rowMarks(row, lanes, { ...place, wall, words });
  });
  const height = Math.max(foot + signs.height + EDGE / 2, paper.height);
  const legendTop = height - signs.height;
  const panel =
    side === null ? '' : `<g transform="translate(${paper.width - EDGE - side.width} ${HEAD})">${side.draw(legendTop - HEAD - 10)}</g>`;
  const nothing = rows.length === 0 ? text(EDGE, top + 60, words.noProjects, { size: 26, fill: SOFT }) : '';
  const inner = [
    head(wall, `${wall.title} ${words.heading}`, words, paper),
    drawn.map((it) => it.ground).join(''),
    axisMarks(axis, HEAD, foot, words),
    drawn.map((it) => it.marks).join(''),
    todayMark(axis, wall.asOf, [HEAD, foot], words),
    line([EDGE, foot], [axis.left + axis.width, foot], `stroke="${INK}" stroke-width="1.5"`),
    nothing,
    panel,
    signs.at(legendTop),
  ];
  return sheet(paper.width, height, words.label(wall.title, wall.asOf), inner.join(''));
}

type Place = { readonly y: number; readonly height: number; readonly axis: TimeAxis; readonly isSameUnit: boolean };
type Drawing = Place & { readonly wall: Wall; readonly words: WallWords };

function rowMarks(row: WallRow, lanes: ReturnType<typeof lanesOf>, at: Drawing): { readonly ground: string; readonly marks: string } {
  const { y, height, axis, wall, words } = at;
  const used = [...new Set(row.bars.map((it) => it.calendar))].map((it) => wall.free[it] ?? []);
  const long = together(used.map((spans) => spans.filter(([from, to]) => to - from + 1 >= LONG_FREE_DAYS)));
  const laneHeight = (height - 8) / Math.max(lanes.length, 1);
  const bars = lanes.map((lane, i) => {
    const band = bandOf(y + 5 + i * laneHeight, laneHeight - 3, LABEL);
    return laneLabels(lane, band, axis) + lane.map((it) => barMarks(it, band, axis)).join('');
  });
  const rule = line([at.isSameUnit ? EDGE + 56 : EDGE, y], [axis.left + axis.width, y], `stroke="${RULE}" stroke-width="1.5"`);
  const said =
    row.schedule === 'planned'
      ? ''
      : paragraph([axis.left + 14, y + height / 2 + 7], unplanned(row.schedule, words), { size: 21, fill: SOFT, room: axis.width - 28 });
  return {
    ground: freeMarks(long, { y: y + 1, height: height - 2 }, axis),
    marks: `<g data-project="${row.id}">${rule}${names(row, at)}${bars.join('')}${said}${deadlineMark(row, at)}</g>`,
  };
}

/** What stands where there are no bars. */
export function unplanned(schedule: WallRow['schedule'], words: WallWords): string {
  if (schedule === 'planned') return '';
  return schedule === 'none' ? words.noSchedule : words.refused(schedule);
}

/** The project with its number, its unit and last report, and where it is tightest. */
function names(row: WallRow, { y, height, words }: Drawing): string {
  const { no, name, light } = row;
  const line = lineOf(row, words);
  const middle = y + height / 2;
  const room = NAMES - EDGE - 56 - 16;
  return [
    text(EDGE, middle - 16, no, { size: 34, bold: true }),
    text(EDGE + 56, middle - 17, cut(name, 26, room - 142), { size: 26, bold: true }),
    lightSign(light, { x: LIGHTS, y: middle - 17, size: 23, word: words.lights[light] }),
    text(EDGE + 56, middle + 10, cut(`${line.unit} · ${line.reported}`, 20, line.overrun === '' ? room : LIGHTS - EDGE - 66), {
      size: 20,
      fill: SOFT,
    }),
    text(LIGHTS, middle + 10, line.overrun, { size: 20, fill: SEAL, bold: true }),
    text(EDGE + 56, middle + 35, cut(line.next, 20, room), { size: 20, fill: line.isLate ? SEAL : INK, bold: line.isLate }),
  ].join('');
}

function deadlineMark({ deadline }: WallRow, { y, height, axis }: Drawing): string {
  if (!isShown(axis, deadline, deadline)) return '';
  const x = endX(axis, deadline) - 2.5;
  return `<g><title>${shortDate(dayOf(deadline))}</title>${line([x, y + 3], [x, y + height - 3], `stroke="${INK}" stroke-width="5"`)}</g>`;
}
