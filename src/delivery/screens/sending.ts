import type { CivilDate } from '#/kernel/civil-date.ts';
import { slackBehind } from '../rules/gate.ts';
import type { ReportContent, SendingContext } from '../rules/sending.ts';
import { stageLiesBeforeOutput } from '../rules/stage.ts';
import type { PromiseDetail } from './contract.ts';

/** What a person has put into the form so far. `valueKind` stays empty until it is chosen. */
export type Typed = {
  readonly value: number | null;
  readonly denominator: number | null;
  readonly valueKind: ReportContent['valueKind'];
  readonly asOf: CivilDate;
  readonly inMeasure: boolean;
  readonly stage: string;
  readonly stepsDone: readonly string[];
  readonly text: string;
  readonly behindReason: string;
  readonly behindUntil: CivilDate | null;
  readonly overrides: Readonly<Record<string, string>>;
};

export function emptyTyped(today: CivilDate): Typed {
  return {
    value: null,
    denominator: null,
    valueKind: null,
    asOf: today,
    inMeasure: true,
    stage: '',
    stepsDone: [],
    text: '',
    behindReason: '',
    behindUntil: null,
    overrides: {},
  };
}

export function contentFrom(typed: Typed, detail: PromiseDetail, evidence: readonly string[]): ReportContent {
  const { promise } = detail.standing;
  const isRatio = promise.measure === 'ratio';
  return {
    promiseId: promise.id,
    asOf: typed.asOf,
    valueKind: typed.value === null ? null : isRatio ? 'cumulative' : typed.valueKind,
    value: typed.value,
    denominator: isRatio ? typed.denominator : null,
    measureUnit: promise.measureUnit,
    inMeasure: typed.inMeasure,
    stage: typed.stage.trim() || null,
    stepsDone: [...typed.stepsDone],
    text: typed.text.trim(),
    behindReason: typed.behindReason?.trim() || null,
    behindUntil: typed.behindReason?.trim() ? (typed.behindUntil ?? null) : null,
    evidence: [...evidence],
    overrides: Object.entries(typed.overrides)
      .filter(([, reason]) => reason.trim().length >= 2)
      .map(([check, reason]) => ({ check: check as ReportContent['overrides'][number]['check'], reason: reason.trim() })),
  };
}

/** 由点位或实绩计数: nothing is typed beside it; words still go. */
export function isCounted({ sourceDecisions }: Pick<PromiseDetail, 'sourceDecisions'>): boolean {
  return (sourceDecisions[0]?.source ?? 'reports') !== 'reports';
}

/** The same checks as on the server, with what the form knows; the server's answer wins. */
export function contextFrom(detail: PromiseDetail, today: CivilDate, corrects: string | null): SendingContext {
  const { standing, programme, reports, newestOn, steps } = detail;
  const network = detail.board.networks?.[0] ?? null;
  return {
    promise: standing.promise,
    period: programme,
    today,
    behind: null,
    before: { done: standing.done, doneOn: standing.doneOn, doneFrom: standing.doneFrom },
    newestOn,
    steps,
    usedEvidence: new Set(reports.filter(({ id, state }) => id !== corrects && state !== 'sent-back').flatMap(({ evidence }) => evidence)),
    slackBehind: (stage, asOf) => slackBehind(network, stage, asOf),
    stageLiesBeforeOutput,
    isCounted: isCounted(detail),
  };
}
