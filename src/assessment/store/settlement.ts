import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Priorities } from '../rules/priorities.ts';
import type { CarryOver, RecordCarryOver, Settlement } from '../rules/settlement.ts';

type CarryRow = Omit<CarryOver, 'way'> & { readonly way: RecordCarryOver['way']; readonly no: number };

/** The newest decision about each promise of a list, those taken back among them. */
export async function listCarryDecisions({ client, district }: Reader, programmeId: string): Promise<readonly CarryRow[]> {
  const found = await client.query<CarryRow>({
    name: 'assessment-carry-overs',
    text: `select distinct on (promise_id) promise_id as "promiseId", decision_no as no, way, to_year as "toYear", note, decision,
                  decided_on as "decidedOn", recorded_by as "recordedBy"
             from assessment.carry_over where district = $1 and programme_id = $2 order by promise_id, decision_no desc`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function listCarryOvers(reader: Reader, programmeId: string): Promise<readonly CarryOver[]> {
  return (await listCarryDecisions(reader, programmeId)).flatMap(({ no: _, way, ...rest }) => (way === 'none' ? [] : [{ ...rest, way }]));
}

export async function addCarryOver(writer: Writer, programmeId: string, no: number, it: RecordCarryOver): Promise<void> {
  const { promiseId, way, toYear, note, decision, decidedOn } = it;
  const recorded = { recorded_by: writer.actor.name, recorded_on: writer.today };
  const decided = { way, to_year: toYear, note, decision, decided_on: decidedOn };
  await add(writer, 'assessment.carry_over', {
    promise_id: promiseId,
    decision_no: no,
    programme_id: programmeId,
    ...decided,
    ...recorded,
  });
}

export type SettledYear = { readonly settlement: Settlement; readonly priorities: Priorities };

/** 已结账的一年: as it was signed off. */
export type StoredSettlement = SettledYear & {
  readonly digest: string;
  readonly settledBy: string;
  readonly settledOn: CivilDate;
};

export async function findSettlement({ client, district }: Reader, programmeId: string): Promise<StoredSettlement | null> {
  const found = await client.query<{ content: SettledYear; digest: string; settledBy: string; settledOn: CivilDate }>({
    name: 'assessment-settlement',
    text: `select content, digest, settled_by as "settledBy", settled_on as "settledOn" from assessment.settlement
            where district = $1 and programme_id = $2`,
    values: [district, programmeId],
  });
  const row = found.rows[0];
  return row === undefined ? null : { ...row.content, digest: row.digest, settledBy: row.settledBy, settledOn: row.settledOn };
}

export async function addSettlement(writer: Writer, programmeId: string, content: SettledYear, digest: string): Promise<void> {
  const settled = { as_of: content.settlement.asOf, settled_by: writer.actor.name, settled_on: writer.today };
  await add(writer, 'assessment.settlement', { programme_id: programmeId, content, digest, ...settled });
}
