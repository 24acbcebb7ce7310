import type { ReportState } from '#/delivery/rules/report.ts';
import type { ReportContent } from '#/delivery/rules/sending.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Asked, type FormCandidate, matchRows, type StrayRow } from './candidate.ts';
import { type FormRow, type ReportingForm, sameText } from './form.ts';
import type { FormReading } from './read-form.ts';

/** Whether the hidden sheet is as it went out, was changed, or is gone. */
export type SealState = 'genuine' | 'changed' | 'lost';

/** Why a whole file cannot be taken for this period. */
export type FileRefusal =
  | { readonly kind: 'other-district'; readonly district: string }
  | { readonly kind: 'other-programme'; readonly name: string }
  | { readonly kind: 'other-period'; readonly period: string }
  | { readonly kind: 'unknown-unit'; readonly name: string }
  | { readonly kind: 'other-unit'; readonly name: string }
  | { readonly kind: 'newer-form'; readonly version: number };

/** 收到的文件: one file of a batch, by its digest. */
export type ReturnedFile = {
  readonly digest: string;
  readonly name: string;
  readonly kind: 'form' | 'evidence' | 'refused';
  readonly unitId: string | null;
  /** What a photo or scan is evidence for; null for the signed copy of a whole form. */
  readonly promiseId: string | null;
  readonly reading: FormReading | null;
  readonly seal: SealState | null;
  readonly refusal: FileRefusal | null;
  readonly addedBy: string;
  readonly addedAt: string;
};

/** What stands already for a promise in this period. */
export type EarlierReport = {
  readonly reportId: string;
  readonly version: number;
  readonly promiseId: string;
  readonly state: ReportState;
  readonly asOf: CivilDate;
  readonly valueKind: ReportContent['valueKind'];
  readonly value: number | null;
  readonly denominator: number | null;
  readonly measureUnit: string;
  readonly stage: string | null;
  readonly stepsDone: readonly string[];
  readonly text: string;
  readonly behindReason: string | null;
  /** Another correction of an adopted report waits: it is decided first. */
  readonly isPendingCorrection: boolean;
  /** It came out of a form of this period, so that a new form takes its place. */
  readonly fromForm: boolean;
};

export type StagedCandidate = FormCandidate & { readonly digest: string; readonly fileName: string; readonly isTaken: boolean };

/**
 * `silent`: no form came; `empty`: the row came back blank; `same`: nothing new; `taken`: entered from this very file before; `choose`: files
 * contradict each other; `waits`: a correction of it is being decided.
 */
export type StagedState = 'new' | 'corrects' | 'choose' | 'refused' | 'same' | 'taken' | 'waits' | 'empty' | 'silent';

/** 合并表的一行: one promise of the period, with what came back for it. */
export type StagedRow = {
  readonly promiseId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly row: FormRow;
  readonly state: StagedState;
  readonly candidates: readonly StagedCandidate[];
  readonly earlier: EarlierReport | null;
};

/** 合并表: a batch as a person looks at it before anything becomes a report. The order in which files came never matters. */
export type StagedBatch = {
  readonly rows: readonly StagedRow[];
  readonly strays: readonly (StrayRow & { readonly digest: string; readonly fileName: string })[];
  /** 未报单位: no form of theirs came, and nothing stands for the period. */
  readonly silentUnits: readonly { readonly unitId: string; readonly unitName: string }[];
};

export type StagingInput = {
  readonly forms: readonly ReportingForm[];
  readonly files: readonly ReturnedFile[];
  readonly earlier: ReadonlyMap<string, EarlierReport>;
  /** `<digest> <promise>` of every row that became a report. */
  readonly taken: ReadonlySet<string>;
  /** A figure received before the as-of day is as of the day it was received. */
  readonly receivedOn: CivilDate;
  /** Once the batch is confirmed, a row that nobody accepted answers nothing. */
  readonly isConfirmed: boolean;
};

export function stageBatch(input: StagingInput): StagedBatch {
  const files = input.files.filter(({ kind }) => kind === 'form').toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  const candidates = new Map<string, StagedCandidate[]>();
  const gone: { readonly form: ReportingForm; readonly row: FormRow }[] = [];
  const strays: StagedBatch['strays'][number][] = [];
  for (const { digest, name, reading, unitId, seal } of files) {
    const form = input.forms.find((it) => it.unitId === unitId);
    if (reading === null || form === undefined) continue;
    const asked = askedOf(form, seal === 'genuine' ? reading : null, input.receivedOn);
    const matched = matchRows(reading.rows, asked);
    for (const it of matched.candidates) {
      const isTaken = input.taken.has(`${digest} ${it.promiseId}`);
      candidates.set(it.promiseId, [...(candidates.get(it.promiseId) ?? []), { ...it, digest, fileName: name, isTaken }]);
      if (!form.rows.some((row) => row.promiseId === it.promiseId) && !gone.some(({ row }) => row.promiseId === it.promiseId))
        gone.push({ form, row: asked.rows.find((row) => row.promiseId === it.promiseId)! });
    }
    strays.push(...matched.strays.map((it) => ({ ...it, digest, fileName: name })));
  }
  const all = [...input.forms.flatMap((form) => form.rows.map((row) => ({ form, row }))), ...gone];
  const rows = all.map(({ form, row }): StagedRow => {
    const own = candidates.get(row.promiseId) ?? [];
    const earlier = input.earlier.get(row.promiseId) ?? null;
    const { unitId, unitName } = form;
    return { promiseId: row.promiseId, unitId, unitName, row, candidates: own, earlier, state: stateOf(own, earlier) };
  });
  const answers = (one: StagedCandidate) => (input.isConfirmed ? one.isTaken : !one.isEmpty);
  const heard = new Set(rows.filter((it) => it.earlier !== null || it.candidates.some(answers)).map((it) => it.unitId));
  const silentUnits = input.forms.filter((it) => !heard.has(it.unitId)).map(({ unitId, unitName }) => ({ unitId, unitName }));
  return { rows, strays, silentUnits };
}

/** A genuine form is held against what went out with it; else against the form as it would go out today. */
function askedOf(form: ReportingForm, reading: FormReading | null, receivedOn: CivilDate): Asked {
  const issued = reading?.identity ?? null;
  const asked = issued?.asOf ?? form.period.asOf;
  const asOf = receivedOn < asked ? receivedOn : asked;
  if (issued === null) return { rows: form.rows, asOf };
  const today = new Map(form.rows.map((it) => [it.promiseId, it]));
  return {
    rows: issued.rows.map((it) => ({
      ...it,
      stepIds: today.get(it.promiseId)?.stepIds ?? [],
      lastValue: today.get(it.promiseId)?.lastValue ?? null,
    })),
    asOf,
  };
}

function stateOf(candidates: readonly StagedCandidate[], earlier: EarlierReport | null): StagedState {
  if (candidates.length === 0) return 'silent';
  const filled = candidates.filter((it) => !it.isEmpty);
  if (filled.length === 0) return 'empty';
  const fresh = filled.filter((it) => !it.isTaken);
  if (fresh.length === 0) return 'taken';
  const said = new Set(fresh.map(saidBy));
  if (said.size > 1) return 'choose';
  const { content } = fresh[0]!;
  if (content === null) return 'refused';
  if (earlier === null) return 'new';
  if (earlier.state !== 'sent-back' && isSame(content, earlier)) return 'same';
  if (!replaces(content, earlier)) return 'new';
  return earlier.isPendingCorrection ? 'waits' : 'corrects';
}

/** A later day is a new report; the same form again, the same day, or a figure for the whole period takes the place of what stands. */
export function replaces(content: ReportContent, earlier: EarlierReport): boolean {
  return earlier.fromForm || earlier.state === 'sent-back' || content.asOf === earlier.asOf || content.valueKind === 'this-period';
}

/** What a row says, whatever file it stands in. */
function saidBy({ content, problems, evidenceList }: StagedCandidate): string {
  return JSON.stringify([content, problems, sameText(evidenceList)]);
}

/** Of candidates that say the same, the one that stands for them. */
export function distinctCandidates(candidates: readonly StagedCandidate[]): readonly StagedCandidate[] {
  const fresh = candidates.filter((it) => !it.isEmpty && !it.isTaken);
  return [...Map.groupBy(fresh, saidBy).values()].map((alike) => alike[0]!);
}

export function isSame(content: ReportContent, earlier: EarlierReport): boolean {
  return (
    (earlier.fromForm || content.asOf === earlier.asOf) &&
    content.value === earlier.value &&
    content.denominator === earlier.denominator &&
    content.valueKind === earlier.valueKind &&
    (content.value === null || content.measureUnit === earlier.measureUnit) &&
    content.stage === earlier.stage &&
    sameText(content.text) === sameText(earlier.text) &&
    sameText(content.behindReason ?? '') === sameText(earlier.behindReason ?? '') &&
    [...content.stepsDone].sort().join() === [...earlier.stepsDone].sort().join()
  );
}

/** Rows that a person may let become reports. */
export function isAcceptable({ state }: Pick<StagedRow, 'state'>): boolean {
  return state === 'new' || state === 'corrects' || state === 'choose';
}
