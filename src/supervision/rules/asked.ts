import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { BulletinItem } from './bulletin-item.ts';

/** 要办的事: what a unit has been asked for, by which rule, until when, and whether it came. Each thing is asked once. */
export type Asked = {
  readonly what: 'report' | 'correct' | 'explain' | 'plan' | 'target' | 'measure';
  readonly items: readonly BulletinItem[];
  readonly dueOn: CivilDate | null;
  /** Sent, and waiting to be adopted. */
  readonly waiting: number;
};

type AskedFacts = {
  readonly lines: readonly BulletinItem[];
  /** The first day of the month that is reported on, and the last day to report. */
  readonly month: { readonly from: CivilDate; readonly dueOn: CivilDate };
  /** Promises whose report waits to be adopted. */
  readonly waiting: ReadonlySet<string>;
  /** The day from which the days of an answer are counted. */
  readonly from: CivilDate;
  readonly answerDays: number;
};

/** In the order in which a unit would answer: the figures that are due, the reasons, then what no figure can be judged without. */
export function askedOf({ lines, month, waiting, from, answerDays }: AskedFacts): readonly Asked[] {
  const answerBy = addDays(from, answerDays);
  const reports = lines.filter((it) => it.light !== 'closed' && (it.doneOn === null || it.doneOn < month.from));
  const wrong = lines.filter((it) => it.mismatchDueOn !== null);
  const asked: readonly Asked[] = [
    { what: 'report', items: reports, dueOn: month.dueOn, waiting: reports.filter((it) => waiting.has(it.promiseId)).length },
    { what: 'correct', items: wrong, dueOn: wrong[0]?.mismatchDueOn ?? null, waiting: 0 },
    { what: 'explain', items: lines.filter((it) => it.class === 'behind' && it.cause === null), dueOn: answerBy, waiting: 0 },
    { what: 'measure', items: lines.filter((it) => it.reasons.some(({ code }) => code === 'other-measure')), dueOn: answerBy, waiting: 0 },
    { what: 'plan', items: lines.filter((it) => it.plan === 'default-line' && isOpen(it)), dueOn: null, waiting: 0 },
    { what: 'target', items: lines.filter((it) => it.class === 'no-target'), dueOn: null, waiting: 0 },
  ];
  return asked.filter(({ items }) => items.length > 0);
}

/** 仍欠的: of what a frozen page asks for only what is still open, so that nothing that has come meanwhile is asked again. */
export function stillAsked(asked: readonly Asked[], now: readonly Asked[]): readonly Asked[] {
  return asked.flatMap((it) => {
    const open = now.find(({ what }) => what === it.what);
    const items = it.items.filter(({ promiseId }) => open?.items.some((one) => one.promiseId === promiseId));
    return items.length === 0 ? [] : [{ ...it, items, waiting: Math.min(open!.waiting, items.length) }];
  });
}

function isOpen({ class: it }: BulletinItem): boolean {
  return it !== 'ended' && it !== 'finished' && it !== 'finished-early';
}
