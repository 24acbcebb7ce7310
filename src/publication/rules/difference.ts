import { canonicalText } from '#/kernel/canonical-text.ts';
import type { EditionContent, PublicProject, PublicPromise } from './content.ts';

/** What of a figure can change from one edition to the next; stated as values, worded by `words.ts`. */
const WATCHED = [
  'done',
  'target',
  'targetMax',
  'light',
  'doneOn',
  'stage',
  'statement',
  'stale',
  'measureUnit',
  'object',
  'plan',
  'countingRule',
] as const;
const PROJECT_WATCHED = ['name', 'text', 'leadUnit', 'note', 'pictures'] as const;

export type WatchedField = (typeof WATCHED)[number] | (typeof PROJECT_WATCHED)[number];
export type FieldChange = { readonly field: WatchedField; readonly from: unknown; readonly to: unknown };

/** 与上期的差异: one figure, or one row of the list where `promiseId` is null. */
export type Difference = {
  readonly no: string;
  readonly name: string;
  readonly promiseId: string | null;
  readonly object: string | null;
  readonly measureUnit: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: readonly FieldChange[];
};

/** By figure, what the new edition says otherwise than the last one. Empty when only the day moved on. */
export function differences(last: EditionContent | null, next: EditionContent): readonly Difference[] {
  const before = new Map((last?.projects ?? []).map((it) => [it.projectId, it]));
  const after = new Set(next.projects.map((it) => it.projectId));
  return [
    ...next.projects.flatMap((project) => projectDifferences(before.get(project.projectId) ?? null, project)),
    ...[...before.values()].filter((it) => !after.has(it.projectId)).flatMap((it) => [rowDifference(it, 'removed', [])]),
  ];
}

function projectDifferences(last: PublicProject | null, next: PublicProject): readonly Difference[] {
  if (last === null) return [rowDifference(next, 'added', []), ...next.promises.map((it) => figureDifference(next, it, 'added', []))];
  // An edition from before there were pictures showed none.
  const own = changed({ ...last, pictures: last.pictures ?? [] }, { ...next, pictures: next.pictures ?? [] }, PROJECT_WATCHED);
  const before = new Map(last.promises.map((it) => [it.promiseId, it]));
  const after = new Set(next.promises.map((it) => it.promiseId));
  const figures = next.promises.flatMap((promise) => {
    const earlier = before.get(promise.promiseId);
    if (earlier === undefined) return [figureDifference(next, promise, 'added', [])];
    const changes = changed(earlier, promise, WATCHED);
    return changes.length === 0 ? [] : [figureDifference(next, promise, 'changed', changes)];
  });
  const gone = last.promises.filter((it) => !after.has(it.promiseId)).map((it) => figureDifference(next, it, 'removed', []));
  return [...(own.length === 0 ? [] : [rowDifference(next, 'changed', own)]), ...figures, ...gone];
}

function changed<Field extends WatchedField>(
  last: Readonly<Record<Field, unknown>>,
  next: Readonly<Record<Field, unknown>>,
  fields: readonly Field[],
): readonly FieldChange[] {
  return fields
    .filter((field) => canonicalText(last[field]) !== canonicalText(next[field]))
    .map((field) => ({ field, from: last[field], to: next[field] }));
}

function rowDifference({ no, name }: PublicProject, kind: Difference['kind'], changes: readonly FieldChange[]): Difference {
  return { no, name, promiseId: null, object: null, measureUnit: null, kind, changes };
}

function figureDifference(
  { no, name }: PublicProject,
  { promiseId, object, measureUnit }: PublicPromise,
  kind: Difference['kind'],
  changes: readonly FieldChange[],
): Difference {
  return { no, name, promiseId, object, measureUnit, kind, changes };
}
