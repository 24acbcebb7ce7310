import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { findPersonalData, type PersonalDataKind } from '#/kernel/privacy-gate.ts';
import { holdsCoordinates } from '#/planning/rules/site.ts';

/** 下一场: a fair, a show, a day of service that a card announces. */
export type CardEvent = {
  readonly title: string;
  readonly on: CivilDate;
  /** 24 hours, `09:30`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string;
};

/** 办事卡: what a resident has to know of one promise. */
export type Card = {
  readonly who: string;
  readonly where: string;
  readonly bring: string;
  readonly until: string;
  readonly untilOn: CivilDate | null;
  /** The office that answers, and its telephone; never a person. */
  readonly office: string;
  readonly phone: string;
  readonly events: readonly CardEvent[];
  /** The areas that it concerns; none means the whole district. */
  readonly areaIds: readonly string[];
};

/** A card as an edition carries it, with the promise that it is about. */
export type PublicCard = Card & {
  readonly promiseId: string;
  readonly no: string;
  readonly position: number;
  readonly project: string;
  readonly promise: string;
};

const line = (max: number) => z.string().trim().min(1).max(max);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** A line of an office: 12345, 0352-1234567, 400-123-4567, with an extension. A mobile passes here and has to be settled by the reviewer. */
const phone = z
  .string()
  .trim()
  .regex(/^[\d+\-—－ ()（）转、/]{3,40}$/);

export const CardInput = z.object({
  who: line(120),
  where: line(120),
  bring: line(160),
  until: line(80),
  untilOn: civilDate.nullable().default(null),
  office: line(40),
  phone,
  events: z
    .array(
      z.object({ title: line(40), on: civilDate, from: time.nullable().default(null), to: time.nullable().default(null), place: line(60) }),
    )
    .max(12)
    .default([]),
  areaIds: z.array(z.uuid()).max(60).default([]),
});
export const WriteCard = z.object({ promiseId: z.uuid(), card: CardInput });
export const WithdrawCard = z.object({ promiseId: z.uuid(), reason: line(300) });
export const SetSiteAddress = z.object({
  address: z
    .string()
    .trim()
    .regex(/^https?:\/\/[^/\s]+\/?$/)
    .transform((it) => it.replace(/\/$/, '')),
});

export type CardField = Exclude<keyof Card, 'areaIds' | 'untilOn' | 'events'> | `events.${number}.${'title' | 'place'}`;
export type CardRefusal =
  | { readonly kind: 'card-personal-data'; readonly field: CardField; readonly data: PersonalDataKind; readonly masked: string }
  | { readonly kind: 'card-holds-coordinates'; readonly field: CardField }
  | { readonly kind: 'card-ends-before-it-begins'; readonly title: string }
  | { readonly kind: 'card-not-of-unit' }
  | { readonly kind: 'card-area-unknown' }
  | { readonly kind: 'card-absent' };

/** 个人信息 has no place on a card. Only the telephone may be a mobile (a duty line), which the reviewer of the edition then settles. */
export function cardFault(card: Card): CardRefusal | null {
  for (const [field, text] of textsOf(card)) {
    const found = findPersonalData(text).find((it) => field !== 'phone' || it.kind !== 'mobile');
    if (found !== undefined) return { kind: 'card-personal-data', field, data: found.kind, masked: found.masked };
    if (field !== 'phone' && holdsCoordinates(text)) return { kind: 'card-holds-coordinates', field };
  }
  const wrong = card.events.find(({ from, to }) => to !== null && (from === null || to <= from));
  return wrong === undefined ? null : { kind: 'card-ends-before-it-begins', title: wrong.title };
}

function textsOf({ who, where, bring, until, office, phone: call, events }: Card): readonly (readonly [CardField, string])[] {
  return [
    ...(Object.entries({ who, where, bring, until, office, phone: call }) as [CardField, string][]),
    ...events.flatMap(({ title, place }, i) => [[`events.${i}.title`, title] as const, [`events.${i}.place`, place] as const]),
  ];
}

/** What is still to come on the day of the edition, the next first. */
export function nextEvents({ events }: Pick<Card, 'events'>, asOf: CivilDate): readonly CardEvent[] {
  return events.filter((it) => it.on >= asOf).sort((a, b) => `${a.on} ${a.from ?? ''}`.localeCompare(`${b.on} ${b.from ?? ''}`));
}

/** `3-1`: the row of the list and the promise within it, counted from 1; what stands in the address of a card. */
export function cardKey({ no, position }: Pick<PublicCard, 'no' | 'position'>): string {
  return `${no}-${position + 1}`;
}

type Linked = { readonly id: string; readonly parentId: string | null };

/** Whether a card or a site concerns an area: the whole district, the area itself, or what it lies in. `lineage` begins with the area. */
export function concerns(areaIds: readonly string[], lineage: readonly Linked[]): boolean {
  return areaIds.length === 0 || areaIds.some((id) => lineage.some((it) => it.id === id));
}
