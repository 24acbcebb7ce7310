import { createHmac } from 'node:crypto';
import { type CallOutcome, postJson } from '#/platform/outside/call.ts';
import type { Sent } from '#/platform/outside/sent.ts';
import type { Outside } from '#/platform/outside/settings.ts';
import type { RobotKind } from '../rules/channels.ts';

export type RobotCall = {
  readonly kind: RobotKind;
  readonly address: string;
  readonly secret: string | null;
  readonly text: string;
  readonly now: Date;
};

type Allowed = Pick<Outside, 'privateHosts'> & { readonly authority?: string | null; readonly patienceMs?: number };

/** Writes one text to a group. Both services answer 200 with a code of their own, 0 for done. */
export async function callRobot(call: RobotCall, allowed: Allowed): Promise<Sent> {
  const address = call.kind === 'dingtalk' && call.secret !== null ? signed(call.address, call.secret, call.now) : call.address;
  const called = await postJson(address, { msgtype: 'text', text: { content: call.text } }, allowed);
  return called.ok ? sentOf(called) : called.sent;
}

/** 加签: HMAC-SHA256 over `timestamp\nsecret`, keyed with the secret (开放平台 自定义机器人安全设置); good for an hour. */
export function signed(address: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url.href;
}

/** Too many messages a minute: 45009 (企业微信), 130101 and 410100 (钉钉). */
const TOO_OFTEN: readonly unknown[] = [45009, 130101, 410100];

function sentOf({ body }: Extract<CallOutcome, { ok: true }>): Sent {
  const code = typeof body === 'object' && body !== null ? (body as { errcode?: unknown }).errcode : undefined;
  if (code === 0) return { result: 'sent' };
  if (TOO_OFTEN.includes(code)) return { result: 'again', reason: 'too-often' };
  if (typeof code === 'number') return { result: 'refused', reason: 'refused-there' };
  return { result: 'unsure', reason: 'strange-answer' };
}
