import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Roster, ServiceKind } from './roster.ts';

/** What a figure or the protection of persons hangs on, of a service or of a roster. */
export type GuardedField =
  | 'needsEvidence'
  | 'slots'
  | 'doses'
  | 'doseDaysLeast'
  | 'isSensitive'
  | 'statedCount'
  | 'isEstimate'
  | 'asOf'
  | 'source';
export type Guarded = Readonly<Partial<Record<GuardedField, unknown>>>;

/** 更正留痕: what a roster or a service in use said before and says since, with the reason. */
export type ListChange = {
  readonly listId: string;
  readonly changeNo: number;
  readonly before: Guarded;
  readonly after: Guarded;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedOn: CivilDate;
};

/** Whether a definition in force names a list, and whether persons are in it. */
export type ListUse = { readonly isNamed: boolean; readonly hasPersons: boolean };

export type ListChangeRefusal =
  | { readonly kind: 'change-by-office'; readonly name: string; readonly fields: readonly GuardedField[] }
  | { readonly kind: 'change-without-reason'; readonly name: string; readonly fields: readonly GuardedField[] };

/** What of a list changes that asks for a reason, and whether only the office may change it. */
export type Asked = { readonly name: string; readonly fields: readonly GuardedField[]; readonly byOffice: boolean };

const COUNTS_BY = ['needsEvidence', 'slots', 'doses', 'doseDaysLeast'] as const;
const MEASURES_BY = ['statedCount', 'isEstimate', 'asOf', 'source'] as const;

type KindDraft = Pick<ServiceKind, (typeof COUNTS_BY)[number] | 'isSensitive'>;
type Named = { readonly name: string };
type RosterDraft = Pick<Roster, (typeof MEASURES_BY)[number] | 'isSensitive'>;

/** The unit whose work is counted does not move what it is counted by. */
export function askedOfKind(before: KindDraft & Named, after: KindDraft, { isNamed, hasPersons }: ListUse): Asked {
  const counted = isNamed || hasPersons ? differing(COUNTS_BY, before, after) : [];
  const fields = [...counted, ...unmarked(before, after, hasPersons)];
  return { name: before.name, fields, byOffice: fields.length > 0 };
}

/** Who keeps a roster corrects its number, and says why once a figure is measured by it. */
export function askedOfRoster(before: RosterDraft & Named, after: RosterDraft, { isNamed, hasPersons }: ListUse): Asked {
  const open = unmarked(before, after, hasPersons);
  return { name: before.name, fields: [...(isNamed ? differing(MEASURES_BY, before, after) : []), ...open], byOffice: open.length > 0 };
}

export function settleListChange(
  { byOffice, ...asked }: Asked,
  by: { readonly isOffice: boolean; readonly reason: string | null },
): Result<null, ListChangeRefusal> {
  if (asked.fields.length === 0) return accept(null);
  if (byOffice && !by.isOffice) return refuse({ kind: 'change-by-office', ...asked });
  return by.reason === null ? refuse({ kind: 'change-without-reason', ...asked }) : accept(null);
}

/** With the mark gone, more people of the unit could open the persons. */
const unmarked = (before: { isSensitive: boolean }, after: { isSensitive: boolean }, hasPersons: boolean): readonly GuardedField[] =>
  hasPersons && before.isSensitive && !after.isSensitive ? ['isSensitive'] : [];

/** Whether what a figure counts may be another since; where data is sensitive children count with consent only. */
export const changesCount = ({ after }: Pick<ListChange, 'after'>): boolean => [...COUNTS_BY, 'isSensitive'].some((it) => it in after);

const differing = <Field extends GuardedField>(
  fields: readonly Field[],
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
) => fields.filter((it) => JSON.stringify(before[it]) !== JSON.stringify(after[it]));

export const only = (it: Guarded, fields: readonly GuardedField[]): Guarded =>
  Object.fromEntries(fields.map((field) => [field, it[field]]));
