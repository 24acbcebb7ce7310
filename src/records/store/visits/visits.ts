import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import { lookupDigest, seal, unseal } from '#/platform/secrets.ts';
import { familyOf, type Visit, type VisitFact, type VisitInput } from '../../rules/visits/visit.ts';

const FAMILY = 'records.visit.sealed_family';
const SITUATION = 'records.visit.sealed_situation';
const NEED = 'records.visit_need.sealed_need';
const ANSWER = 'records.visit_need.sealed_answer';

type Row = Omit<Visit, 'family' | 'situation' | 'needs'> & {
  readonly sealed: string;
  readonly sealedSituation: string | null;
  readonly needs: readonly { id: string; sealed: string; dueOn: CivilDate; settledOn: CivilDate | null; answer: string | null }[];
};

const VISIT = `v.id, v.promise_id as "promiseId", v.unit_id as "unitId", v.on_day as "on", v.area_id as "areaId", v.state, v.sealed_family as sealed, v.sealed_situation as "sealedSituation", v.reason,
  v.entered_by as "enteredBy", v.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'sealed', n.sealed_need, 'dueOn', n.due_on, 'settledOn', n.settled_on, 'answer', n.sealed_answer)
                             order by n.due_on, n.id)
              from records.visit_need n where n.district = v.district and n.visit_id = v.id), '[]') as needs`;

function visitOf({ keys }: Reader, { sealed, sealedSituation, needs, ...row }: Row): Visit {
  const family = unseal(keys, FAMILY, sealed);
  const situation = sealedSituation === null ? '' : unseal(keys, SITUATION, sealedSituation);
  const opened = needs.map(({ sealed: need, answer, ...it }) => ({
    ...it,
    text: unseal(keys, NEED, need),
    answer: answer === null ? null : unseal(keys, ANSWER, answer),
  }));
  return { ...row, family, situation, needs: opened };
}

/** Opened only for whoever may read of these families; each reading is audited by the route. */
export async function listVisits(reader: Reader, promiseId: string): Promise<readonly Visit[]> {
  const found = await reader.client.query<Row>({
    name: 'records-visits',
    text: `select ${VISIT} from records.visit v where v.district = $1 and v.promise_id = $2 order by v.on_day desc, v.id desc`,
    values: [reader.district, promiseId],
  });
  return found.rows.map((row) => visitOf(reader, row));
}

export async function getVisit(reader: Reader, id: string): Promise<Visit> {
  const found = await reader.client.query<Row>(`select ${VISIT} from records.visit v where v.district = $1 and v.id = $2 for update`, [
    reader.district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-visit', { id });
  return visitOf(reader, found.rows[0]);
}

export async function getVisitOfNeed(reader: Reader, needId: string): Promise<Visit> {
  const found = await reader.client.query<{ id: string }>(
    'select visit_id as id from records.visit_need where district = $1 and id = $2 for update',
    [reader.district, needId],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-need', { needId });
  return getVisit(reader, found.rows[0].id);
}

function keyOf({ keys }: Reader, family: string): string {
  return lookupDigest(keys, FAMILY, familyOf(family));
}

export type KnownVisit = { readonly isSent: boolean; readonly isVisited: boolean };

/** Whether this very entry came before, and whether the family was called on that day already. */
export async function knownVisit(reader: Reader, { id, promiseId, family, on }: VisitInput): Promise<KnownVisit> {
  const found = await reader.client.query<KnownVisit>(
    `select exists(select from records.visit where district = $1 and id = $2) as "isSent",
            exists(select from records.visit where district = $1 and promise_id = $3 and family_key = $4 and on_day = $5 and state = 'recorded') as "isVisited"`,
    [reader.district, id, promiseId, keyOf(reader, family), on],
  );
  return found.rows[0]!;
}

export async function addVisit(writer: Writer, visit: VisitInput, unitId: string | null): Promise<void> {
  const { id, promiseId, on, areaId, family, situation, needs } = visit;
  await add(writer, 'records.visit', {
    ...{ id, promise_id: promiseId, unit_id: unitId, on_day: on, area_id: areaId, state: 'recorded' },
    family_key: keyOf(writer, family),
    sealed_family: seal(writer.keys, FAMILY, familyOf(family)),
    sealed_situation: situation === '' ? null : seal(writer.keys, SITUATION, situation),
    ...{ entered_by: writer.actor.name, entered_on: writer.today },
  });
  for (const need of needs)
    await add(writer, 'records.visit_need', {
      id: need.id,
      visit_id: id,
      sealed_need: seal(writer.keys, NEED, need.text),
      due_on: need.dueOn,
    });
}

export async function settleNeedRow(writer: Writer, needId: string, on: CivilDate, answer: string): Promise<void> {
  await save(writer, 'records.visit_need', { id: needId }, { settled_on: on, sealed_answer: seal(writer.keys, ANSWER, answer) });
}

export async function cancelVisitRow(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'records.visit', { id }, { state: 'cancelled', reason });
}

/** What may be counted and shown to anybody of the house: days, places and counts. Nothing is opened for it. */
export async function listVisitFacts({ client, district }: Reader, promiseId: string): Promise<readonly VisitFact[]> {
  const found = await client.query<VisitFact>({
    name: 'records-visit-facts',
    text: `select v.on_day as "on", v.area_id as "areaId", v.family_key as "familyKey",
             array(select n.settled_on::text from records.visit_need n where n.district = v.district and n.visit_id = v.id and n.settled_on is not null) as "settledOn"
             from records.visit v where v.district = $1 and v.promise_id = $2 and v.state = 'recorded' order by v.on_day, v.id`,
    values: [district, promiseId],
  });
  return found.rows;
}

/** Needs that were promised for a day and stand open, without what they are. */
export async function listOpenNeeds({ client, district }: Reader, until: CivilDate): Promise<readonly OpenNeed[]> {
  const found = await client.query<OpenNeed>({
    name: 'records-open-needs',
    text: `select n.id, v.promise_id as "promiseId", v.unit_id as "unitId", v.on_day as "visitedOn", n.due_on as "dueOn" from records.visit_need n
             join records.visit v on v.district = n.district and v.id = n.visit_id
            where n.district = $1 and n.settled_on is null and v.state = 'recorded' and n.due_on <= $2 order by n.due_on, n.id`,
    values: [district, until],
  });
  return found.rows;
}

export type OpenNeed = {
  readonly id: string;
  readonly promiseId: string;
  readonly unitId: string | null;
  readonly visitedOn: CivilDate;
  readonly dueOn: CivilDate;
};
