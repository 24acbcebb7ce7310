import type { CivilDate } from '#/kernel/civil-date.ts';

export const SOURCE_KINDS = ['instruction', 'meeting', 'blocker', 'light', 'verification', 'hotline', 'upper', 'other'] as const;
/** 督办来源: what an order comes from. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const ORDER_STATES = ['issued', 'signed', 'applied', 'checked', 'visited', 'closed', 'withdrawn'] as const;
/** 督办状态: 交办 → 签收、办理 → 申请销号 → 材料核查 → 现场核验 → 办结. Only `closed` counts as finished. */
export type OrderState = (typeof ORDER_STATES)[number];

/** 办理动作: one thing that can be done with an order. */
export type OrderAct =
  | ('sign' | 'reply' | 'object' | 'extend' | 'apply')
  | ('check' | 'visit' | 'close' | 'return' | 'withdraw' | 'note-province' | 'urge');

/** What can be done next. An act that is missing here is refused whoever asks. */
export const NEXT = {
  issued: ['sign', 'object', 'extend', 'urge', 'withdraw', 'note-province'],
  signed: ['reply', 'object', 'extend', 'apply', 'urge', 'withdraw', 'note-province'],
  applied: ['check', 'return', 'withdraw', 'note-province'],
  checked: ['visit', 'close', 'return', 'withdraw', 'note-province'],
  visited: ['close', 'return', 'withdraw', 'note-province'],
  closed: ['note-province'],
  withdrawn: [],
} as const satisfies Readonly<Record<OrderState, readonly OrderAct[]>>;

/** 督办件: one matter that one unit is told to settle by a day. */
export type Order = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly kind: string;
  /** The rule set it was issued under; 0 is the one that comes with the system. */
  readonly profileVersion: number;
  readonly matter: string;
  readonly requirement: string;
  readonly unitId: string;
  /** The unit as it was called on the day of issue; documents of that day keep it. */
  readonly unitName: string;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly senderName: string;
  readonly senderPost: string;
  readonly sourceKind: SourceKind;
  readonly sourceId: string | null;
  readonly sourceText: string;
  readonly subjectProjectId: string | null;
  readonly isUrgent: boolean;
  /** Its number in the province's 13710 system. */
  readonly provinceNumber: string | null;
  readonly issuedOn: CivilDate;
  readonly signBy: CivilDate;
  readonly feedbackBy: CivilDate | null;
  readonly firstDueOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly signedOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly appliedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly state: OrderState;
  readonly version: number;
};

const OPEN: readonly OrderState[] = ['issued', 'signed', 'applied', 'checked', 'visited'];
export const isOpen = ({ state }: Pick<Order, 'state'>): boolean => OPEN.includes(state);
/** Still with the unit: it has not said that it is done. */
export const isWithUnit = ({ state }: Pick<Order, 'state'>): boolean => state === 'issued' || state === 'signed';

/** 逾期: the day has passed and the unit has not said that it is done. */
export function isOverdue(order: Pick<Order, 'state' | 'dueOn'>, today: CivilDate): boolean {
  return isWithUnit(order) && order.dueOn < today;
}

/** `〔2026〕6号`: hexagonal brackets, not padded, without 第 (GB/T 9704-2012). */
export function numberText({ year, number }: { readonly year: number; readonly number: number }): string {
  return `〔${year}〕${number}号`;
}
