import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import { CLAIM_MINUTES, type Message } from '../rules/message.ts';
import type { NoticeLine } from '../rules/notice.ts';

const MESSAGE = `id, state, tries, next_try_at as "nextTryAt", claimed_at as "claimedAt", ended_at as "endedAt", reason`;
/** Whose turn it is now: what waits for it, and what was taken and never ended. */
const DUE = `((state = 'waiting' and next_try_at <= $2) or (state = 'claimed' and claimed_at < $2::timestamptz - interval '${CLAIM_MINUTES} minutes'))`;

/** What is to be sent, to one mailbox or one robot. `once` is what makes it the same message. */
export type NewMessage = {
  readonly id: string;
  readonly once: string;
  readonly purpose: 'notice' | 'test';
  readonly noticeId: string | null;
  readonly personId: string | null;
  readonly robotId: string | null;
  readonly madeOn: CivilDate;
  readonly untilOn: CivilDate | null;
  readonly lines: readonly NoticeLine[] | null;
};

export async function addMessages(writer: Writer, messages: readonly NewMessage[]): Promise<void> {
  const rows = messages.map((it) => ({
    id: it.id,
    once: it.once,
    purpose: it.purpose,
    notice_id: it.noticeId,
    person_id: it.personId,
    robot_id: it.robotId,
    made_on: it.madeOn,
    until_on: it.untilOn,
    lines: it.lines,
    state: 'waiting',
    next_try_at: writer.now.toISOString(),
  }));
  await addMany(
    writer,
    'notices.message',
    rows.map((row) => ({ ...row, tries: 0 })),
  );
}

export async function isAnyDue({ client, district, now }: Reader): Promise<boolean> {
  const found = await client.query({
    name: 'notices-any-due',
    text: `select 1 from notices.message where district = $1 and ${DUE} limit 1`,
    values: [district, now],
  });
  return found.rowCount !== 0;
}

/** Takes what another process is not taking at the same moment. */
export async function listDueForUpdate({ client, district, now }: Writer, limit: number): Promise<readonly Message[]> {
  const found = await client.query<Message>(
    `select ${MESSAGE} from notices.message where district = $1 and ${DUE} order by next_try_at, id limit $3 for update skip locked`,
    [district, now, limit],
  );
  return found.rows;
}

export async function getMessageForUpdate({ client, district }: Writer, id: string): Promise<Message> {
  const found = await client.query<Message>(`select ${MESSAGE} from notices.message where district = $1 and id = $2 for update`, [
    district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-message', { id });
  return found.rows[0];
}

export async function saveMessage(writer: Writer, it: Message): Promise<void> {
  await save(
    writer,
    'notices.message',
    { id: it.id },
    {
      state: it.state,
      tries: it.tries,
      next_try_at: it.nextTryAt,
      claimed_at: it.claimedAt,
      ended_at: it.endedAt,
      reason: it.reason,
    },
  );
}

/** Everything needed to write one message; the addresses still encrypted. */
export type Outgoing = Pick<NewMessage, 'id' | 'purpose' | 'madeOn' | 'untilOn' | 'personId'> & {
  readonly lines: readonly NoticeLine[] | null;
  readonly mail: { readonly address: string | null; readonly wantsMail: boolean } | null;
  readonly robot: {
    readonly kind: 'wecom' | 'dingtalk';
    readonly unitId: string | null;
    readonly address: string;
    readonly secret: string | null;
    readonly isActive: boolean;
  } | null;
};

export async function getOutgoing({ client, district }: Reader, id: string): Promise<Outgoing> {
  const found = await client.query<Outgoing>(
    `select m.id, m.purpose, m.made_on as "madeOn", coalesce(m.until_on, n.until_on) as "untilOn", m.person_id as "personId",
            coalesce(m.lines, n.lines) as lines,
            case when p.person_id is null then null else json_build_object('address', p.address, 'wantsMail', p.wants_mail) end as mail,
            case when r.id is null then null else json_build_object(
              'kind', r.kind, 'unitId', r.unit_id, 'address', r.address, 'secret', r.secret, 'isActive', r.is_active) end as robot
       from notices.message m
       left join notices.notice n on n.district = m.district and n.id = m.notice_id
       left join notices.preference p on p.district = m.district and p.person_id = m.person_id
       left join notices.robot r on r.district = m.district and r.id = m.robot_id
      where m.district = $1 and m.id = $2`,
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-message', { id });
  return found.rows[0];
}

/** 发出记录: to whom and how far; neither address nor content. */
export type SentLine = {
  readonly id: string;
  readonly purpose: 'notice' | 'test';
  readonly madeOn: CivilDate;
  readonly person: string | null;
  readonly robot: string | null;
  readonly unitId: string | null;
  readonly lines: number;
  readonly state: Message['state'];
  readonly tries: number;
  readonly reason: string | null;
  readonly endedAt: string | null;
};

const SENT = `select m.id, m.purpose, m.made_on as "madeOn", o.name as person, r.name as robot, r.unit_id as "unitId",
         coalesce(jsonb_array_length(coalesce(m.lines, n.lines)), 0) as lines, m.state, m.tries, m.reason, m.ended_at as "endedAt"
    from notices.message m
    left join notices.notice n on n.district = m.district and n.id = m.notice_id
    left join notices.robot r on r.district = m.district and r.id = m.robot_id
    left join organisation.person o on o.district = m.district and o.id = m.person_id`;

export async function listSent({ client, district }: Reader, limit: number, before: string | null): Promise<readonly SentLine[]> {
  const found = await client.query<SentLine>({
    name: 'notices-sent',
    text: `${SENT} where m.district = $1 and ($3::uuid is null or m.id < $3) order by m.id desc limit $2`,
    values: [district, limit, before],
  });
  return found.rows;
}

export async function getSent(
  { client, district }: Reader,
  id: string,
): Promise<Pick<SentLine, 'state' | 'reason'> & { personId: string | null }> {
  const found = await client.query<Pick<SentLine, 'state' | 'reason'> & { personId: string | null }>(
    'select state, reason, person_id as "personId" from notices.message where district = $1 and id = $2',
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-message', { id });
  return found.rows[0];
}
