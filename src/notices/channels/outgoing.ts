import { findDistrict, listUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { DutySource } from '#/platform/module.ts';
import { sendMail } from '#/platform/outside/mail.ts';
import type { Sent } from '#/platform/outside/sent.ts';
import type { Outside } from '#/platform/outside/settings.ts';
import { sayDuty } from '../content/duties.ts';
import type { SaidLine } from '../rules/said.ts';
import { opened, sealedPlaces } from '../store/channels.ts';
import { getOutgoing, type Outgoing } from '../store/messages.ts';
import { letterSubject, letterText, robotText, TEST_LETTER } from '../words/letter.ts';
import { callRobot } from './robot.ts';

/** A message as it goes out: whom it is for in the clear, only in memory. */
type Ready =
  | { readonly by: 'mail'; readonly id: string; readonly to: string; readonly subject: string; readonly text: string }
  | {
      readonly by: 'robot';
      readonly kind: 'wecom' | 'dingtalk';
      readonly address: string;
      readonly secret: string | null;
      readonly text: string;
    }
  | { readonly by: 'nobody' };

/** Everything a message needs, read in one transaction; it is sent after that has ended. */
export async function readMessage(reader: Reader, id: string, sources: readonly DutySource[], { address }: Outside): Promise<Ready> {
  const outgoing = await getOutgoing(reader, id);
  const lines = saidLines(outgoing, sources);
  const districtName = (await findDistrict(reader))?.shortName ?? '';
  const news = { districtName, madeOn: outgoing.madeOn, until: outgoing.untilOn ?? outgoing.madeOn, lines };
  const place = address === null ? null : `${address}/staff/${reader.district}/`;
  if (outgoing.robot !== null) return robotReady(reader, outgoing, news);
  const { mail } = outgoing;
  if (mail === null || mail.address === null || (outgoing.purpose === 'notice' && !mail.wantsMail)) return { by: 'nobody' };
  const to = opened(reader.keys, sealedPlaces.address, mail.address);
  if (outgoing.purpose === 'test') return { by: 'mail', id, to, subject: TEST_LETTER.subject, text: TEST_LETTER.text };
  return { by: 'mail', id, to, subject: letterSubject({ ...news, place }), text: letterText({ ...news, place }) };
}

type News = Omit<Parameters<typeof letterText>[0], 'place'>;

async function robotReady(reader: Reader, { robot, purpose }: Outgoing, news: News): Promise<Ready> {
  if (robot === null || (purpose === 'notice' && !robot.isActive)) return { by: 'nobody' };
  const { kind, unitId } = robot;
  const keys = {
    address: opened(reader.keys, sealedPlaces.robot, robot.address),
    secret: robot.secret === null ? null : opened(reader.keys, sealedPlaces.secret, robot.secret),
  };
  if (purpose === 'test') return { by: 'robot', kind, ...keys, text: TEST_LETTER.robot };
  const unitNames = Object.fromEntries((await listUnits(reader)).map((it) => [it.id, it.name]));
  const unitName = unitId === null ? null : (unitNames[unitId] ?? '');
  return { by: 'robot', kind, ...keys, text: robotText({ ...news, unitName, unitNames }) };
}

function saidLines({ lines }: Outgoing, sources: readonly DutySource[]): readonly SaidLine[] {
  return (lines ?? []).flatMap(({ facts, kind, dueOn, unitId, link }) => {
    const said = sayDuty(sources, { kind, facts });
    return said === null ? [] : [{ kind, dueOn, unitId, link, ...said['zh-CN'] }];
  });
}

export async function send(
  ready: Ready,
  outside: Outside,
  now: Date,
): Promise<Sent | { readonly result: 'refused'; readonly reason: 'nobody-there' }> {
  if (ready.by === 'nobody') return { result: 'refused', reason: 'nobody-there' };
  if (ready.by === 'robot') return callRobot({ ...ready, now }, outside);
  if (outside.mail === null) return { result: 'refused', reason: 'not-set-up' };
  return sendMail(outside.mail, ready);
}
