import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Blocker } from '../rules/blocker.ts';
import type { BlockerStep } from '../rules/blocker-step.ts';

const COLUMNS = `id, programme_id as "programmeId", project_id as "projectId", unit_id as "unitId", owner_post_id as "ownerPostId", title, detail, asked,
  level, level_since as "levelSince", asked_of as "askedOf", asked_post_id as "askedPostId", state, raised_on as "raisedOn", raised_by as "raisedBy",
  settled_on as "settledOn", settled_by as "settledBy", settled_post_id as "settledPostId", settled_how as "settledHow", is_on_site as "isOnSite", version`;

export type BlockerQuery = {
  /** Open on this day, as it is known now; without it every blocker that there ever was. */
  readonly openOn?: CivilDate;
  readonly programmeId?: string;
  readonly unitId?: string;
};

/** 堵点 of the district, the oldest first. */
export async function listBlockers({ client, district }: Reader, { openOn, programmeId, unitId }: BlockerQuery = {}) {
  const found = await client.query<Blocker>({
    name: 'rhythm-blockers',
    text: `select ${COLUMNS} from rhythm.blocker
            where district = $1 and ($2::date is null or (raised_on <= $2 and (settled_on is null or settled_on > $2)))
              and ($3::uuid is null or programme_id = $3) and ($4::uuid is null or unit_id = $4)
            order by raised_on, id`,
    values: [district, openOn ?? null, programmeId ?? null, unitId ?? null],
  });
  return found.rows;
}

/** Solved within these days, both included, in the order of solving. */
export async function listSolvedBlockers({ client, district }: Reader, from: CivilDate, to: CivilDate): Promise<readonly Blocker[]> {
  const found = await client.query<Blocker>({
    name: 'rhythm-blockers-solved',
    text: `select ${COLUMNS} from rhythm.blocker where district = $1 and state = 'solved' and settled_on between $2 and $3 order by settled_on, id`,
    values: [district, from, to],
  });
  return found.rows;
}

export async function getBlocker({ client, district }: Reader, id: string): Promise<Blocker> {
  const found = await client.query<Blocker>({
    name: 'rhythm-blocker',
    text: `select ${COLUMNS} from rhythm.blocker where district = $1 and id = $2`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-blocker', { id });
  return found.rows[0];
}

/** Held until the transaction ends: two people cannot move it at once. */
export async function getBlockerForUpdate({ client, district }: Writer, id: string): Promise<Blocker> {
  const found = await client.query<Blocker>(`select ${COLUMNS} from rhythm.blocker where district = $1 and id = $2 for update`, [
    district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-blocker', { id });
  return found.rows[0];
}

function rowOf(it: Blocker): Record<string, unknown> {
  return {
    programme_id: it.programmeId,
    project_id: it.projectId,
    unit_id: it.unitId,
    owner_post_id: it.ownerPostId,
    title: it.title,
    detail: it.detail,
    asked: it.asked,
    level: it.level,
    level_since: it.levelSince,
    asked_of: it.askedOf,
    asked_post_id: it.askedPostId,
    state: it.state,
    raised_on: it.raisedOn,
    raised_by: it.raisedBy,
    settled_on: it.settledOn,
    settled_by: it.settledBy,
    settled_post_id: it.settledPostId,
    settled_how: it.settledHow,
    is_on_site: it.isOnSite,
  };
}

export async function saveBlocker(writer: Writer, it: Blocker): Promise<void> {
  await save(writer, 'rhythm.blocker', { id: it.id }, rowOf(it));
}

export async function addBlockerStep(writer: Writer, blockerId: string, step: Omit<BlockerStep, 'position'>): Promise<void> {
  const position = (await listBlockerSteps(writer, blockerId)).length + 1;
  await add(writer, 'rhythm.blocker_step', {
    blocker_id: blockerId,
    position,
    act: step.act,
    from_level: step.fromLevel,
    to_level: step.toLevel,
    body: step.text,
    by_name: step.byName,
    by_post: step.byPost,
    on_day: step.onDay,
    at: step.at,
  });
}

export async function listBlockerSteps({ client, district }: Reader, blockerId: string): Promise<readonly BlockerStep[]> {
  const found = await client.query<BlockerStep>({
    name: 'rhythm-blocker-steps',
    text: `select position, act, from_level as "fromLevel", to_level as "toLevel", body as text, by_name as "byName", by_post as "byPost", on_day as "onDay", at
             from rhythm.blocker_step where district = $1 and blocker_id = $2 order by position`,
    values: [district, blockerId],
  });
  return found.rows;
}
