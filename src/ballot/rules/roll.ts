import { z } from 'zod';
import { neededOf } from './decide.ts';
import type { BallotRule } from './sheet.ts';
import type { Heads, RawRow } from './table.ts';

export const ATTENDANCE = ['unknown', 'present', 'leave', 'absent'] as const;

/** 名册: a deputy, his delegation, and whether he is there. What he chooses stands nowhere. */
export type Deputy = {
  readonly id: string;
  readonly position: number;
  readonly delegation: string;
  readonly name: string;
  readonly unit: string;
  readonly attendance: (typeof ATTENDANCE)[number];
  /** 请假事由. */
  readonly leaveNote: string;
  /** 领了第几轮的凭证条: that a slip was taken, never which one. */
  readonly slipRound: number | null;
};

export const ROLL_HEADS = {
  name: ['姓名', '代表姓名', '代表'],
  delegation: ['代表团', '所在代表团', '团别', '代表团名称'],
  unit: ['工作单位', '所在单位', '单位', '工作单位及职务', '单位及职务'],
} as const satisfies Heads<string>;
type RollField = keyof typeof ROLL_HEADS;

/** 名册的逐行报告: one remark on one row. An error keeps the whole file out. */
export type RollRemark = { readonly row: number; readonly field: RollField; readonly isError: boolean } & (
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'same-name' | 'listed-twice'; readonly otherRow: number }
);

export type RollRow = Pick<Deputy, 'name' | 'delegation' | 'unit'>;
const LIMIT = { name: 30, delegation: 40, unit: 80 } as const;

/** Two deputies of one name in two delegations are remarked on; the same one twice in a delegation is an error. */
export function checkRoll(raw: readonly RawRow<RollField>[]): {
  readonly rows: readonly RollRow[];
  readonly remarks: readonly RollRemark[];
} {
  const remarks: RollRemark[] = [];
  const seen = new Map<string, { readonly row: number; readonly delegation: string }>();
  const rows = raw.map((it) => {
    const { row } = it;
    const name = it.name.replace(/\s+/g, /\p{Script=Han}/u.test(it.name) ? '' : ' ');
    for (const field of ['name', 'delegation'] as const) if (it[field] === '') remarks.push({ row, field, isError: true, kind: 'missing' });
    for (const field of ['name', 'delegation', 'unit'] as const)
      if (it[field].length > LIMIT[field]) remarks.push({ row, field, isError: true, kind: 'too-long', limit: LIMIT[field] });
    const other = name === '' ? undefined : seen.get(name);
    if (other !== undefined) {
      const isTwice = other.delegation === it.delegation;
      remarks.push({ row, field: 'name', isError: isTwice, kind: isTwice ? 'listed-twice' : 'same-name', otherRow: other.row });
    } else if (name !== '') seen.set(name, { row, delegation: it.delegation });
    return { name, delegation: it.delegation, unit: it.unit };
  });
  return { rows, remarks };
}

/** 到会清点: how many are there, and what the quorum asks, as it is read out. */
export type Attendance = {
  readonly roll: number;
  readonly present: number;
  readonly leave: number;
  readonly absent: number;
  readonly unknown: number;
  readonly needed: number;
  readonly holds: boolean;
  readonly delegations: readonly DelegationSum[];
};

/** `slips` are those handed out in the vote that is under way or prepared. */
export type DelegationSum = {
  readonly name: string;
  readonly roll: number;
  readonly present: number;
  readonly leave: number;
  readonly slips: number;
};

export type Presence = Pick<Deputy, 'delegation' | 'attendance' | 'slipRound'>;

export function attendanceOf(roll: readonly Presence[], quorum: BallotRule['quorum'], round: number | null = null): Attendance {
  const count = (of: typeof roll, what: Deputy['attendance']) => of.filter((it) => it.attendance === what).length;
  const needed = neededOf(quorum, roll.length);
  const present = count(roll, 'present');
  const delegations = [...Map.groupBy(roll, (it) => it.delegation)].map(([name, its]) => ({
    name,
    roll: its.length,
    present: count(its, 'present'),
    leave: count(its, 'leave'),
    slips: round === null ? 0 : its.filter((it) => it.slipRound === round).length,
  }));
  return {
    roll: roll.length,
    present,
    leave: count(roll, 'leave'),
    absent: count(roll, 'absent'),
    unknown: count(roll, 'unknown'),
    needed,
    holds: roll.length > 0 && present >= needed,
    delegations,
  };
}

/** 隐去姓名: the family name alone, for screens on which nobody need be recognised. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return `${first}${'○'.repeat(Math.min(2, rest.length))}`;
}

export const RecordAttendance = z.object({
  sessionId: z.uuid(),
  deputies: z
    .array(z.object({ id: z.uuid(), attendance: z.enum(ATTENDANCE), leaveNote: z.string().trim().max(100).default('') }))
    .min(1)
    .max(1_000),
});
