import type { CivilDate } from '#/kernel/civil-date.ts';
import type { CountSpec } from './spec.ts';

/** 口径说明: a definition with all that one needs to say in a sentence what it counts. */
export type DefinitionSaid = {
  readonly spec: CountSpec;
  readonly versionNo: number;
  readonly from: CivilDate;
  /** The days counted: of the list, up to the day asked for. */
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly service: {
    readonly name: string;
    readonly doses: number;
    readonly needsEvidence: boolean;
    /** 监护人同意 of children under fourteen is asked for though the rule does not say so, or there is none. */
    readonly asksConsent: boolean;
    readonly rule: { readonly versionNo: number; readonly from: CivilDate } | null;
    readonly roster: { readonly name: string; readonly asOf: CivilDate; readonly isEstimate: boolean } | null;
  } | null;
};
