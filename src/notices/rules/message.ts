/** 发出情况: `unsure` may have gone out when the programme or the line stopped; it is not sent again, for the inbox has it anyway. */
export const MESSAGE_STATES = ['waiting', 'claimed', 'sent', 'refused', 'unsure'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** 外发消息: one message to one mailbox or one robot, and how far it has come. */
export type Message = {
  readonly id: string;
  readonly state: MessageState;
  readonly tries: number;
  readonly nextTryAt: string | null;
  readonly claimedAt: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
};

type Outcome = { readonly result: 'sent' | 'again' | 'refused' | 'unsure'; readonly reason: string | null };

/** Minutes to wait after each failure (来源: 自定); after the last one it is given up, for a reminder of yesterday is of no use. */
const WAITS = [1, 5, 15, 60] as const;
const MINUTE = 60_000;
/** Whoever took a message and has not come back by then has stopped. No sending lasts as long. */
export const CLAIM_MINUTES = 5;

export function claimed(message: Message, now: Date): Message {
  return { ...message, state: 'claimed', tries: message.tries + 1, nextTryAt: null, claimedAt: now.toISOString() };
}

/** What a message becomes by what came of sending it. */
export function after(message: Message, { result, reason }: Outcome, now: Date): Message {
  const ended = { ...message, nextTryAt: null, endedAt: now.toISOString(), reason };
  if (result !== 'again') return { ...ended, state: result };
  const wait = WAITS[message.tries - 1];
  if (wait === undefined) return { ...ended, state: 'refused' };
  return { ...message, state: 'waiting', nextTryAt: new Date(now.getTime() + wait * MINUTE).toISOString(), claimedAt: null, reason };
}

export function isAbandoned({ state, claimedAt }: Message, now: Date): boolean {
  return state === 'claimed' && claimedAt !== null && now.getTime() - Date.parse(claimedAt) > CLAIM_MINUTES * MINUTE;
}
