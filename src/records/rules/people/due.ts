import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { type DoseStanding, type DoseState, dosesOf, type Series } from './doses.ts';
import type { PersonSeries } from './series.ts';

/** 该种的时候: late, today, by the end of next month, after that, or only to be looked at. */
export const DUE_WHEN = ['overdue', 'now', 'next', 'later', 'look'] as const;
export type DueWhen = (typeof DUE_WHEN)[number];

/** 应种的一人: the dose that is due next, and where the person stands; null where a dose is to be looked at first. */
export type DuePerson = {
  readonly personNo: number;
  readonly areaId: string;
  readonly nextDose: number | null;
  readonly when: DueWhen;
  readonly standing: DoseStanding;
};

/** 应种名单: who is due, the most urgent first, and how many stand where. Only the eligible are due; the others are told as numbers. */
export type DueList = {
  readonly counts: Readonly<Record<DoseState | 'ineligible' | 'undecided', number>>;
  readonly dueCounts: Readonly<Record<DueWhen, number>>;
  readonly due: readonly DuePerson[];
};

const URGENCY: Readonly<Record<DoseState, number>> = { overdue: 0, partial: 1, none: 2, unclear: 3, complete: 4 };

export function dueList(persons: readonly PersonSeries[], series: Series, today: CivilDate): DueList {
  const counts = { none: 0, partial: 0, complete: 0, overdue: 0, unclear: 0, ineligible: 0, undecided: 0 };
  const dueCounts = { overdue: 0, now: 0, next: 0, later: 0, look: 0 };
  const nextMonthEnds = endOfMonth(yearOf(today), monthOf(today) + 1);
  const due: DuePerson[] = [];
  for (const { personNo, areaId, given, eligible } of persons) {
    if (eligible !== true) {
      counts[eligible === null ? 'undecided' : 'ineligible'] += 1;
      continue;
    }
    const standing = dosesOf(given, series, today);
    counts[standing.state] += 1;
    if (standing.state === 'complete' && standing.faults.length === 0) continue;
    const when = whenDue(standing, today, nextMonthEnds);
    dueCounts[when] += 1;
    due.push({ personNo, areaId, nextDose: when === 'look' ? null : standing.given + 1, when, standing });
  }
  return { counts, dueCounts, due: due.sort(byUrgency) };
}

function whenDue({ state, nextFrom }: DoseStanding, today: CivilDate, nextMonthEnds: CivilDate): DueWhen {
  if (state === 'complete' || state === 'unclear') return 'look';
  if (state === 'overdue') return 'overdue';
  if (nextFrom === null || nextFrom <= today) return 'now';
  return nextFrom <= nextMonthEnds ? 'next' : 'later';
}

function byUrgency(one: DuePerson, other: DuePerson): number {
  const [a, b] = [one.standing, other.standing];
  const byDay = (a.nextBy ?? '') < (b.nextBy ?? '') ? -1 : (a.nextBy ?? '') > (b.nextBy ?? '') ? 1 : 0;
  return URGENCY[a.state] - URGENCY[b.state] || byDay || one.personNo - other.personNo;
}
