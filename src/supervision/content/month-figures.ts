import { reportingRates } from '#/collection/door.ts';
import { loadBoard } from '#/delivery/door.ts';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { listOrderFacts } from '#/orders/door.ts';
import { isOverdue, numberText } from '#/orders/rules/order.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import { listAdjustments, type StoredProgramme } from '#/programme/door.ts';
import type { OrdersOfMonth } from '../rules/extra.ts';
import { asOfFor, firstOfMonth, monthPeriod, previousMonthEnd } from '../rules/month.ts';
import type { MonthFigures } from '../rules/month-figures.ts';
import { findBulletin } from '../store/bulletins.ts';
import { listCauses } from '../store/causes.ts';
import { addMonthFigures, findMonthFigures, holdMonth } from '../store/month-figures.ts';
import { loadParts } from '../store/parts.ts';

type OfMonth = { readonly month: number; readonly asOf: CivilDate | null };

/** The figures of a month: as they were frozen, else as of its end or today. */
export async function figuresOfMonth(reader: Reader, list: StoredProgramme, { month, asOf }: OfMonth): Promise<MonthFigures> {
  const frozen = await findMonthFigures(reader, { programmeId: list.id, year: list.year, month });
  return frozen?.figures ?? countMonth(reader, list, { month, asOf });
}

/** What the pages of a month are written from, so that they say what its bulletin says. */
export type PageFigures = Pick<MonthFigures, 'board' | 'causes' | 'adjustments'> & {
  /** The day on which the month was frozen; null while it still moves. */
  readonly frozenOn: CivilDate | null;
};

export async function figuresOfPages(reader: Reader, list: StoredProgramme, month: number): Promise<PageFigures> {
  const which = { year: list.year, month };
  const frozen = await findMonthFigures(reader, { programmeId: list.id, ...which });
  if (frozen !== null) {
    const { board, causes, adjustments } = frozen.figures;
    return { board, causes, adjustments, frozenOn: frozen.frozenOn };
  }
  const asOf = (await findBulletin(reader, list.id, which))?.asOf ?? asOfFor(which, reader.today);
  const { board } = await loadBoard(reader, list, asOf);
  const [causes, adjustments] = [await listCauses(reader, list.id), await listAdjustments(reader, list.id)];
  return { board, causes, adjustments, frozenOn: null };
}

async function countMonth(reader: Reader, list: StoredProgramme, { month, asOf }: OfMonth): Promise<MonthFigures> {
  const which = { year: list.year, month };
  const { board } = await loadBoard(reader, list, asOf ?? asOfFor(which, reader.today));
  const before = month === 1 ? null : { year: list.year, month: month - 1 };
  const isFrozen = list.state === 'frozen';
  const span = { from: firstOfMonth(which), to: board.asOf };
  return {
    board,
    previousBoard: await boardBefore(reader, list, which),
    causes: await listCauses(reader, list.id),
    adjustments: isFrozen ? await listAdjustments(reader, list.id) : [],
    reporting: isFrozen ? await reportingRates(reader, list, monthPeriod(which)) : null,
    ratesBefore: isFrozen && before !== null ? await reportingRates(reader, list, monthPeriod(before)) : null,
    orders: isFrozen ? await ordersOf(reader, list, span) : null,
    parts: isFrozen ? await loadParts(reader, { programmeId: list.id, board, ...span }) : [],
  };
}

/** The month before as it was frozen, so that the comparison is with what was issued. */
async function boardBefore(reader: Reader, list: StoredProgramme, which: { readonly year: number; readonly month: number }) {
  const end = previousMonthEnd(which);
  if (end === null || end < list.from) return null;
  const frozen = await findMonthFigures(reader, { programmeId: list.id, year: which.year, month: which.month - 1 });
  return frozen?.figures.board ?? (await loadBoard(reader, list, end)).board;
}

type Span = { readonly from: CivilDate; readonly to: CivilDate };

/** Orders about projects of this list, and those about none: issued in the month, closed in it, or still open at its end. */
async function ordersOf(reader: Reader, list: StoredProgramme, { from, to }: Span): Promise<OrdersOfMonth> {
  const found = await listOrderFacts(reader, { from, to });
  const own = found.filter(
    ({ state, subjectProjectId, year }) => state !== 'withdrawn' && (subjectProjectId !== null || year === list.year),
  );
  const lines = own.map((order) => {
    const closedOn = order.closedOn !== null && order.closedOn <= to ? order.closedOn : null;
    const state = closedOn !== null ? 'closed' : isOverdue(order, to) ? 'overdue' : 'open';
    return { number: numberText(order), matter: order.matter, unit: order.unitName, dueOn: order.dueOn, closedOn, state } as const;
  });
  const count = (wanted: string) => lines.filter(({ state }) => state === wanted).length;
  return {
    issued: own.filter(({ issuedOn }) => issuedOn >= from).length,
    closed: count('closed'),
    open: count('open'),
    overdue: count('overdue'),
    lines,
  };
}

/** Freezes a month that is over, once; what comes later changes its figures only by an issued correction. */
export async function freezeMonthFigures(
  writer: Writer,
  list: StoredProgramme,
  month: number,
  cause: 'entry-close' | 'submission',
): Promise<boolean> {
  const which = { programmeId: list.id, year: list.year, month };
  if (endOfMonth(list.year, month) >= writer.today) return false;
  await holdMonth(writer, which);
  if ((await findMonthFigures(writer, which)) !== null) return false;
  const figures = JSON.parse(JSON.stringify(await countMonth(writer, list, { month, asOf: null }))) as MonthFigures;
  await addMonthFigures(writer, { ...which, asOf: figures.board.asOf, cause, figures, digest: digestOf(canonicalText(figures)) });
  return true;
}
