import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { findPersonalData, type PersonalDataKind } from '#/kernel/privacy-gate.ts';

export const DISRUPTION_KINDS = ['water', 'road', 'power', 'gas', 'heating', 'other'] as const;
export type DisruptionKind = (typeof DISRUPTION_KINDS)[number];

/** 停水封路通知: what stops, where, from when until when, and whom to ask. */
export type Disruption = {
  readonly id: string;
  readonly kind: DisruptionKind;
  readonly what: string;
  readonly fromOn: CivilDate;
  readonly fromTime: string | null;
  readonly untilOn: CivilDate;
  readonly untilTime: string | null;
  /** The areas that it concerns; none means the whole district. */
  readonly areaIds: readonly string[];
  readonly office: string;
  readonly phone: string;
};

const line = (max: number) => z.string().trim().min(2).max(max);
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);
export const AnnounceDisruption = z.object({
  disruptionId: z.uuid(),
  kind: z.enum(DISRUPTION_KINDS),
  what: line(160),
  fromOn: civilDate,
  fromTime: time,
  untilOn: civilDate,
  untilTime: time,
  areaIds: z.array(z.uuid()).max(60).default([]),
  office: line(40),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+\-—－ ()（）转、/]{3,40}$/),
});
export const WithdrawDisruption = z.object({ disruptionId: z.uuid(), reason: line(200) });

export type DisruptionRefusal =
  | { readonly kind: 'disruption-ends-before-it-begins' }
  | { readonly kind: 'disruption-is-over'; readonly untilOn: CivilDate }
  | { readonly kind: 'disruption-personal-data'; readonly data: PersonalDataKind; readonly masked: string }
  | { readonly kind: 'disruption-area-unknown' }
  | { readonly kind: 'disruption-withdrawn-already'; readonly on: CivilDate };

/** What keeps a notice from being announced: its days, and personal data in its words (a duty mobile is for the reviewer of the edition). */
export function disruptionFault(it: Disruption, today: CivilDate): DisruptionRefusal | null {
  const [from, until] = [`${it.fromOn} ${it.fromTime ?? '00:00'}`, `${it.untilOn} ${it.untilTime ?? '24:00'}`];
  if (until <= from) return { kind: 'disruption-ends-before-it-begins' };
  if (it.untilOn < today) return { kind: 'disruption-is-over', untilOn: it.untilOn };
  const found = [...findPersonalData(it.what), ...findPersonalData(it.office)][0];
  return found === undefined ? null : { kind: 'disruption-personal-data', data: found.kind, masked: found.masked };
}

/** What is not over on the day of the edition, the earliest first. */
export function comingDisruptions(all: readonly Disruption[], asOf: CivilDate): readonly Disruption[] {
  return all
    .filter((it) => it.untilOn >= asOf)
    .toSorted((a, b) => `${a.fromOn} ${a.fromTime ?? ''}`.localeCompare(`${b.fromOn} ${b.fromTime ?? ''}`));
}
