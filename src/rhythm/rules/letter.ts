import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 函的去向: which utility or body outside is written to. */
export const LETTER_TO = ['water', 'power', 'gas', 'heat', 'telecom', 'city', 'other'] as const;
export type LetterTo = (typeof LETTER_TO)[number];

export const LETTER_RESULTS = ['agreed', 'partly', 'refused', 'waits'] as const;

/** 函的答复: what came back, from where it is known, typed by the office. */
export type LetterAnswer = {
  readonly letterId: string;
  readonly position: number;
  readonly answeredOn: CivilDate;
  readonly result: (typeof LETTER_RESULTS)[number];
  readonly text: string;
  readonly source: string;
  readonly scanDigest: string | null;
  readonly scanName: string | null;
  readonly typedBy: string;
};

/** 函: a request in writing to a body that has no account here (水、电、气、热、通信, or the city), with what came of it. */
export type Letter = {
  readonly id: string;
  readonly blockerId: string;
  readonly toKind: LetterTo;
  readonly toBody: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'drafted' | 'sent' | 'answered' | 'withdrawn';
  /** 文号 as the office's own register gives it. */
  readonly number: string | null;
  readonly sentOn: CivilDate | null;
  readonly answerBy: CivilDate;
  readonly draftedBy: string;
  readonly draftedOn: CivilDate;
  readonly version: number;
};

const words = (most: number) => z.string().trim().min(2).max(most);

export const DraftLetter = z.object({
  id: z.uuid(),
  blockerId: z.uuid(),
  toKind: z.enum(LETTER_TO),
  toBody: words(60),
  title: words(100),
  text: words(2000),
  answerBy: civilDate,
});
export const SendLetter = z.object({ letterId: z.uuid(), sentOn: civilDate, number: z.string().trim().max(40).nullable().default(null) });
export const AnswerLetter = z.object({
  letterId: z.uuid(),
  answeredOn: civilDate,
  result: z.enum(LETTER_RESULTS),
  text: words(1000),
  source: words(100),
  scan: z
    .object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: words(200) })
    .nullable()
    .default(null),
});
export const WithdrawLetter = z.object({ letterId: z.uuid() });

export type LetterRefusal =
  | { readonly kind: 'letter-state'; readonly state: Letter['state'] }
  | { readonly kind: 'letter-answer-early'; readonly sentOn: CivilDate }
  | { readonly kind: 'letter-day-ahead'; readonly today: CivilDate }
  | { readonly kind: 'letter-answer-by-past'; readonly answerBy: CivilDate };

/** 发函: from then on it waits for its answer. */
export function send(letter: Letter, sentOn: CivilDate, number: string | null, today: CivilDate): Result<Letter, LetterRefusal> {
  if (letter.state !== 'drafted') return refuse({ kind: 'letter-state', state: letter.state });
  if (sentOn > today) return refuse({ kind: 'letter-day-ahead', today });
  if (letter.answerBy < sentOn) return refuse({ kind: 'letter-answer-by-past', answerBy: letter.answerBy });
  return accept({ ...letter, state: 'sent', sentOn, number });
}

/** 收到答复: an answer may be followed by another; one that only says to wait leaves the letter open. */
export function answered(
  letter: Letter,
  { answeredOn, result }: Pick<LetterAnswer, 'answeredOn' | 'result'>,
  today: CivilDate,
): Result<Letter, LetterRefusal> {
  if (letter.sentOn === null || letter.state === 'withdrawn') return refuse({ kind: 'letter-state', state: letter.state });
  if (answeredOn < letter.sentOn) return refuse({ kind: 'letter-answer-early', sentOn: letter.sentOn });
  if (answeredOn > today) return refuse({ kind: 'letter-day-ahead', today });
  return accept({ ...letter, state: result === 'waits' && letter.state === 'sent' ? 'sent' : 'answered' });
}
