import type { DueReport } from '#/delivery/rules/due.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { BulletinItem } from './bulletin-item.ts';

/** 要办的事: what a unit has been asked for, by which rule, until when, and whether it came. Each thing is asked once. */
export type Asked = {
  readonly what: 'report' | 'explain' | 'plan' | 'target' | 'measure';
  readonly items: readonly BulletinItem[];
  readonly dueOn: CivilDate | null;
  /** Sent, and waiting to be adopted. */
  readonly waiting: number;
};

type AskedFacts = {
  readonly lines: readonly BulletinItem[];
  readonly due: readonly DueReport[];
  /** The day from which the days of an answer are counted. */
  readonly from: CivilDate;
  readonly answerDays: number;
};

/** In the order in which a unit would answer: the figures that are due, the reasons, then what no figure can be judged without. */
export function askedOf({ lines, due, from, answerDays }: AskedFacts): readonly Asked[] {
  const answerBy = addDays(from, answerDays);
  const owed = new Map(due.map((it) => [it.standing.promise.id, it]));
  const reports = lines.filter((it) => owed.has(it.promiseId));
  const asked: readonly Asked[] = [
    {
      what: 'report',
      items: reports,
      dueOn: due[0]?.dueOn ?? null,
      waiting: reports.filter((it) => owed.get(it.promiseId)!.isWaiting).length,
    },
    { what: 'explain', items: lines.filter((it) => it.class === 'behind'), dueOn: answerBy, waiting: 0 },
    { what: 'measure', items: lines.filter((it) => it.reasons.some(({ code }) => code === 'other-measure')), dueOn: answerBy, waiting: 0 },
    { what: 'plan', items: lines.filter((it) => it.plan === 'default-line' && isOpen(it)), dueOn: null, waiting: 0 },
    { what: 'target', items: lines.filter((it) => it.class === 'no-target'), dueOn: null, waiting: 0 },
  ];
  return asked.filter(({ items }) => items.length > 0);
}

function isOpen({ class: it }: BulletinItem): boolean {
  return it !== 'ended' && it !== 'finished' && it !== 'finished-early';
}
