import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { type AssessmentDuty, dutiesOf } from '../rules/duties.ts';
import { listAppeals, listConfirmations, listDraftRounds } from './rounds.ts';

export async function listAssessmentDuties(reader: Reader, until: CivilDate): Promise<readonly AssessmentDuty[]> {
  const duties: AssessmentDuty[] = [];
  for (const round of await listDraftRounds(reader)) {
    duties.push(...dutiesOf(round, await listAppeals(reader, round.id), await listConfirmations(reader, round.id)));
  }
  return duties.filter(({ dueOn }) => dueOn <= until);
}
