import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 责任单位: the unit that leads a project and those that support it, in order. */
export type Responsible = { readonly leadUnitId: string | null; readonly supportingUnitIds: readonly string[] };

/** 责任单位变更: who was responsible before, who is now, and why; the list as it was frozen stays readable through it. */
export type ResponsibleChange = Responsible & {
  readonly projectId: string;
  readonly position: number;
  readonly before: Responsible;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetResponsible = z.object({
  projectId: z.uuid(),
  leadUnitId: z.uuid(),
  supportingUnitIds: z.array(z.uuid()).max(30).default([]),
  /** The document or the decision that says so (责任分解方案, 机构改革). */
  reason: z.string().trim().min(2).max(500),
  /** How many changes the sender saw. */
  changesSeen: z.number().int().min(0),
});
export type SetResponsible = z.output<typeof SetResponsible>;

export type ResponsibleRefusal =
  | { readonly kind: 'lead-supports-too'; readonly unit: string }
  | { readonly kind: 'responsible-already'; readonly unit: string }
  | { readonly kind: 'responsible-unit-inactive'; readonly unit: string }
  | { readonly kind: 'responsible-since'; readonly by: string; readonly on: CivilDate };

type KnownUnit = { readonly id: string; readonly name: string; readonly isActive: boolean };

/** The units are named after freezing, or others take over; whoever did not see the last change is told of it first. */
export function setResponsible(
  history: readonly ResponsibleChange[],
  present: Responsible,
  input: SetResponsible,
  units: readonly KnownUnit[],
): Result<Responsible, ResponsibleRefusal> {
  const last = history.at(-1);
  if (last !== undefined && history.length !== input.changesSeen)
    return refuse({ kind: 'responsible-since', by: last.setBy, on: last.setOn });
  const { leadUnitId } = input;
  const supportingUnitIds = [...new Set(input.supportingUnitIds)];
  const nameOf = (id: string) => units.find((it) => it.id === id)!.name;
  if (supportingUnitIds.includes(leadUnitId)) return refuse({ kind: 'lead-supports-too', unit: nameOf(leadUnitId) });
  const before = new Set([present.leadUnitId, ...present.supportingUnitIds]);
  const inactive = units.find((it) => !it.isActive && !before.has(it.id) && [leadUnitId, ...supportingUnitIds].includes(it.id));
  if (inactive !== undefined) return refuse({ kind: 'responsible-unit-inactive', unit: inactive.name });
  const same = leadUnitId === present.leadUnitId && supportingUnitIds.join() === present.supportingUnitIds.join();
  return same ? refuse({ kind: 'responsible-already', unit: nameOf(leadUnitId) }) : accept({ leadUnitId, supportingUnitIds });
}
