import type { CivilDate } from '#/kernel/civil-date.ts';

/** 办理过程的一步: what kind of thing happened to an order. */
export type EventKind =
  | ('issued' | 'signed' | 'replied' | 'objected' | 'asked-extension' | 'decided' | 'applied' | 'checked' | 'visited' | 'closed')
  | (
      | 'returned'
      | 'withdrawn'
      | 'reminded'
      | 'not-signed'
      | 'not-replied'
      | 'urged'
      | 'demanded'
      | 'proposed'
      | 'addressed'
      | 'measure-decided'
    )
  | ('measure-carried-out' | 'drawn' | 'revisited' | 'reopened' | 'province-number');

export type EventFacts = Readonly<Record<string, string | number | boolean | null>>;

/** 附件: a stored file and the name it was sent under. */
export type OrderFile = { readonly digest: string; readonly name: string };

/** 办理记录: one line of an order's course. */
export type OrderEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly on: CivilDate;
  readonly at: string;
  readonly byName: string;
  readonly byPost: string;
  readonly isTyped: boolean;
  readonly body: string;
  readonly facts: EventFacts;
  readonly files: readonly OrderFile[];
};
