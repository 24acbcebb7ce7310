import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type Draft, type DraftProgress, type DraftPromise, type DraftStep, EMPTY_RULE } from './draft.ts';
import { mayFreeze, validateDraft } from './draft-check.ts';
import type { CountingRule, Programme, ProgrammeOrigin, ProgrammePromise, Project } from './programme.ts';

/** 分步骤: one weighted step of a milestone set, as frozen with the list. */
export type Step = DraftStep & { readonly promiseId: string; readonly position: number };

/** The list's content as rows: what freezing writes, and what a draft's preview shows. */
export type ListContent = {
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly steps: readonly Step[];
};

/** Units by the name the list prints; names that nobody knows yet stay open in a preview. */
export type UnitIds = (name: string, unitId: string | null) => string | null;

export function contentOf(draft: Draft, programmeId: string, unitIds: UnitIds): ListContent {
  const idOf = (unit: { readonly unitId: string | null; readonly name: string }) => unitIds(unit.name, unit.unitId);
  return {
    projects: draft.projects.map(({ id, no, name, text, levels, note, leadUnit, supportingUnits }, position) => ({
      id,
      programmeId,
      no,
      position,
      name,
      text,
      leadUnitId: leadUnit === null ? null : idOf(leadUnit),
      supportingUnitIds: supportingUnits.map(idOf).filter((it) => it !== null),
      levels,
      note,
    })),
    promises: draft.projects.flatMap(({ id: projectId, promises, progress }) =>
      promises.map(({ steps: _, ...promise }, position) => ({
        ...promise,
        countingRule: ruleWith(promise, progress),
        projectId,
        position,
      })),
    ),
    steps: draft.projects.flatMap(({ promises }) =>
      promises.flatMap(({ id: promiseId, steps }) => steps.map((step, position) => ({ ...step, promiseId, position }))),
    ),
  };
}

/** A reason given for another unit in the progress column (一期就是一场) binds from then on: it becomes part of the counting rule. */
function ruleWith(
  { id, measureUnit, countingRule }: Pick<DraftPromise, 'id' | 'measureUnit' | 'countingRule'>,
  progress: DraftProgress | null,
): CountingRule | null {
  const known = countingRule?.accepts ?? [];
  const said = (progress?.confirmed ? progress.values : []).flatMap(({ promiseId, measureUnit: given, countedAs }) => {
    const reason = countedAs?.trim() ?? '';
    const isNew = promiseId === id && given !== measureUnit && !known.some((it) => it.measureUnit === given);
    return isNew && reason !== '' ? [{ measureUnit: given, reason }] : [];
  });
  return said.length === 0 ? countingRule : { ...(countingRule ?? EMPTY_RULE), accepts: [...known, ...said] };
}

export type FreezeRefusal =
  | { readonly kind: 'already-frozen'; readonly frozenOn: CivilDate; readonly origin: ProgrammeOrigin }
  | { readonly kind: 'draft-open'; readonly count: number; readonly code: string; readonly no: string };

/** 冻结: the list becomes what the year is measured by. Nothing that blocks may be open; what is "later" stays visible as such. */
export function freeze(
  programme: Pick<Programme, 'state' | 'frozenOn' | 'origin'>,
  draft: Draft | null,
  today: CivilDate,
): Result<Draft, FreezeRefusal> {
  if (programme.state === 'frozen' || draft === null) {
    return refuse({ kind: 'already-frozen', frozenOn: programme.frozenOn ?? today, origin: programme.origin });
  }
  const problems = validateDraft(draft, today);
  if (mayFreeze(problems)) return accept(draft);
  const blocking = problems.filter((it) => it.blocks);
  const first = blocking[0]!;
  return refuse({ kind: 'draft-open', count: blocking.length, code: first.code, no: String(first.facts.no ?? '') });
}
