import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty, DutySentence } from '#/kernel/duty.ts';
import type { Locale } from '#/kernel/format.ts';
import type { NoticeLine } from './notice.ts';
import type { Time } from './order.ts';

/** 待办一行: a duty as a screen shows it, in the words of its stage. */
export type ShownDuty = Pick<Duty, 'kind' | 'key' | 'facts' | 'unitId' | 'dueOn' | 'since' | 'urgency' | 'link' | 'meets'> & {
  readonly time: Time;
  readonly said: Readonly<Record<Locale, DutySentence>>;
};

/** 我的本周: what the post owes, and what others owe, as far as the reader may see it. */
export type MyWeek = {
  readonly today: CivilDate;
  readonly next: CivilDate;
  readonly mine: readonly ShownDuty[];
  readonly others: readonly ShownDuty[];
  readonly seesAll: boolean;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly unread: number;
};

export type ShownLine = Pick<NoticeLine, 'kind' | 'key' | 'dueOn' | 'link'> & { readonly said: ShownDuty['said'] | null };
