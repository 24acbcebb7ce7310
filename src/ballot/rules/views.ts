import type { BundleFigures, EntryDifference } from './figures.ts';
import type { TakenStep, Undoing } from './proceedings.ts';
import type { Notice, SessionResult } from './result.ts';
import type { Attendance } from './roll.ts';
import type { Issue, Round } from './round.ts';
import type { Session } from './session.ts';

/** 一捆票的情况 as its viewer may see it: what the other keyed stays hidden until both are in. */
export type BundleView = {
  readonly id: string;
  readonly serial: number;
  readonly state: 'empty' | 'waits' | 'differs' | 'settled';
  readonly keyedBy: readonly string[];
  /** Whether the viewer is one of the two. */
  readonly isMine: boolean;
  readonly entries: readonly BundleFigures[];
  readonly differences: readonly EntryDifference[];
  readonly figures: BundleFigures | null;
  readonly settledBy: string | null;
  readonly settledReason: string | null;
};

type Kept = Pick<BundleView, 'id' | 'serial' | 'figures' | 'settledBy' | 'settledReason'>;
type Entry = { readonly accountId: string; readonly keyedBy: string; readonly figures: BundleFigures };

/** Neither figures nor differences leave the server before the second person has keyed the bundle. */
export function bundleView(
  bundle: Kept,
  entries: readonly Entry[],
  viewer: string,
  differencesOf: (first: BundleFigures, second: BundleFigures) => readonly EntryDifference[],
): BundleView {
  const { id, serial, figures, settledBy, settledReason } = bundle;
  const [first, second] = entries;
  const areBothIn = first !== undefined && second !== undefined;
  const differences = areBothIn ? differencesOf(first.figures, second.figures) : [];
  const waiting = first === undefined ? 'empty' : areBothIn ? 'differs' : 'waits';
  return {
    ...{ id, serial, figures, settledBy, settledReason, differences },
    state: figures === null ? waiting : 'settled',
    keyedBy: entries.map((it) => it.keyedBy),
    isMine: entries.some((it) => it.accountId === viewer),
    entries: areBothIn ? [first.figures, second.figures] : [],
  };
}

/** 计票室: one session's votes, with everything that the count room has to know. */
export type CountRoom = {
  readonly session: Session;
  readonly attendance: Attendance;
  readonly rounds: readonly RoundView[];
  readonly names: Readonly<Record<string, string>>;
  readonly undoings: readonly Undoing[];
  readonly result: SessionResult;
  readonly notices: readonly Notice[];
};

/** 一轮投票的情况. */
export type RoundView = {
  readonly round: Round;
  readonly steps: readonly TakenStep[];
  readonly issues: readonly Issue[];
  readonly bundles: readonly BundleView[];
};
