import { z } from 'zod';
import { addDays, type CivilDate, civilDate, dayInChina, daysBetween } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 签到: one person, one slot, once. On a phone it happens now, or happened while there was no network; from paper it is keyed in with its day. */
export const SignIn = z.object({
  serviceKindId: z.uuid(),
  personNo: z.number().int().positive(),
  areaId: z.uuid(),
  slot: z.string().max(10),
  from: z.discriminatedUnion('way', [
    /** `at` is the moment by the server's clock as the phone last heard it; `deviceAt` what the phone itself believes. */
    z.object({ way: z.literal('phone'), at: z.iso.datetime(), deviceAt: z.iso.datetime() }),
    z.object({ way: z.literal('paper'), onDay: civilDate }),
  ]),
});
export type SignIn = z.output<typeof SignIn>;

export type SignInRefusal =
  | { readonly kind: 'signed-already'; readonly onDay: CivilDate; readonly slot: string; readonly signedBy: string }
  | { readonly kind: 'slot-unknown'; readonly slot: string }
  | { readonly kind: 'person-not-listed' }
  | { readonly kind: 'clock-odd'; readonly at: string; readonly now: string }
  | { readonly kind: 'day-in-future'; readonly onDay: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'not-of-unit' };

/** A phone may be without network for so long; older lists come from paper. 来源: 自定. */
const MOST_DAYS_LATE = 7;
const CLOCK_SLACK_MS = 10 * 60_000;

/** The day a sign-in is for. The district may live in a demo day: days are counted back from its today. */
export function dayOfSignIn(
  from: SignIn['from'],
  { today, now }: { readonly today: CivilDate; readonly now: Date },
): Result<CivilDate, SignInRefusal> {
  if (from.way === 'paper') return from.onDay > today ? refuse({ kind: 'day-in-future', onDay: from.onDay, today }) : accept(from.onDay);
  const late = now.getTime() - new Date(from.at).getTime();
  if (late < -CLOCK_SLACK_MS || late > MOST_DAYS_LATE * 86_400_000)
    return refuse({ kind: 'clock-odd', at: from.at, now: now.toISOString() });
  return accept(addDays(today, -Math.max(0, daysBetween(dayInChina(new Date(from.at)), dayInChina(now)))));
}
