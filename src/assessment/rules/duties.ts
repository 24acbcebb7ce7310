import { addDays } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { type Appeal, type Confirmation, type Round, silentUnits } from './round.ts';
import { titleIn } from './sheet.ts';

type OfQuarter = { readonly year: number; readonly quarter: number };

/** 考评类待办: a unit's draft to look at, an appeal to decide. */
export type AssessmentDuty =
  | Duty<'assessment.look', OfQuarter & { readonly total: number | null; readonly rank: number | null }>
  | Duty<'assessment.decide', OfQuarter & { readonly unit: string; readonly line: string }>;

/** An appeal is answered within a week (来源: 自定). */
const DECIDE_DAYS = 7;

export function dutiesOf(round: Round, appeals: readonly Appeal[], confirmations: readonly Confirmation[]): readonly AssessmentDuty[] {
  if (round.published !== null) return [];
  const { id, year, quarter, edition, content, openedOn, appealUntil } = round;
  const scoreOf = (unitId: string) => content.scores.find((it) => it.unitId === unitId);
  const link = `assessment?year=${year}&quarter=${quarter}`;
  const common = { postId: null, urgency: 'ordinary', link } as const;
  const looking = silentUnits(round, confirmations, appeals).map(
    (unitId): AssessmentDuty => ({
      ...common,
      kind: 'assessment.look',
      key: `${id} ${edition} ${unitId}`,
      facts: { year, quarter, total: scoreOf(unitId)?.total ?? null, rank: scoreOf(unitId)?.rank ?? null },
      unitId,
      roles: ['unit-head', 'deputy-head', 'liaison'],
      since: openedOn,
      dueOn: appealUntil,
    }),
  );
  const deciding = appeals
    .filter(({ state }) => state === 'open')
    .map(
      (it): AssessmentDuty => ({
        ...common,
        kind: 'assessment.decide',
        key: it.id,
        facts: { year, quarter, unit: scoreOf(it.unitId)?.unit ?? '', line: titleIn(content.sheet, it.lineKey) ?? it.lineKey },
        unitId: null,
        roles: ['office'],
        since: it.filedOn,
        dueOn: addDays(it.filedOn, DECIDE_DAYS),
      }),
    );
  return [...looking, ...deciding];
}
