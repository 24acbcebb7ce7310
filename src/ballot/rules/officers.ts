import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Candidate } from './candidate.ts';

export const OFFICES = ['chief-scrutineer', 'scrutineer', 'teller'] as const;
export type Office = (typeof OFFICES)[number];

/** 票决工作人员: 总监票人, 监票人 and 计票人, who watch over a vote and count it. */
export type Officer = {
  readonly id: string;
  readonly office: Office;
  readonly name: string;
  readonly unit: string;
  readonly delegation: string;
};

export const NameOfficer = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  office: z.enum(OFFICES),
  name: z.string().trim().min(2).max(30),
  unit: z.string().trim().min(2).max(60),
  delegation: z.string().trim().max(40).default(''),
});

export type OfficerRefusal =
  | { readonly kind: 'officer-of-candidate-unit'; readonly name: string; readonly unit: string; readonly candidate: string }
  | { readonly kind: 'officer-named-already'; readonly name: string; readonly office: Office }
  | { readonly kind: 'chief-named-already'; readonly name: string }
  | { readonly kind: 'officers-missing'; readonly office: Office; readonly has: number; readonly wants: number };

/** Names of units are compared without their signs; a department within a unit belongs to it. */
function key(unit: string): string {
  return unit.normalize('NFKC').replace(/[\s()·、，,]/g, '');
}

/** Whoever stands to carry out a candidate project neither watches over the vote nor counts it. */
export function nameOfficer(
  officer: Officer,
  others: readonly Officer[],
  candidates: readonly Pick<Candidate, 'name' | 'leadUnit'>[],
): Result<Officer, OfficerRefusal> {
  const { name, unit, office } = officer;
  const own = candidates.find((it) => it.leadUnit !== '' && (key(unit).startsWith(key(it.leadUnit)) || key(it.leadUnit) === key(unit)));
  if (own !== undefined) return refuse({ kind: 'officer-of-candidate-unit', name, unit, candidate: own.name });
  const same = others.find((it) => it.id !== officer.id && it.name === name && key(it.unit) === key(unit));
  if (same !== undefined) return refuse({ kind: 'officer-named-already', name, office: same.office });
  const chief = others.find((it) => it.id !== officer.id && it.office === 'chief-scrutineer');
  if (office === 'chief-scrutineer' && chief !== undefined) return refuse({ kind: 'chief-named-already', name: chief.name });
  return accept(officer);
}

const WANTED: Readonly<Record<Office, number>> = { 'chief-scrutineer': 1, scrutineer: 1, teller: 2 };

/** One chief scrutineer, at least one scrutineer, and two tellers, for every bundle is read twice. */
export function haveOfficers(officers: readonly Officer[]): Result<null, OfficerRefusal> {
  for (const office of OFFICES) {
    const has = officers.filter((it) => it.office === office).length;
    if (has < WANTED[office]) return refuse({ kind: 'officers-missing', office, has, wants: WANTED[office] });
  }
  return accept(null);
}
