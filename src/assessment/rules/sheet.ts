import { z } from 'zod';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { round } from '#/kernel/format.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** What a line is computed from. None of them counts that something was sent, who logged in, or how many photos there are. */
export const SOURCES = ['completion', 'lights', 'milestones', 'on-time', 'verified', 'rectified', 'orders', 'manual'] as const;
export type Source = (typeof SOURCES)[number];
export const BONUS_SOURCES = ['workload', 'manual'] as const;
export const DEDUCTION_SOURCES = ['late-report', 'red-light', 'overdue-order', 'manual'] as const;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const title = z.string().trim().min(2).max(30);
const points = z.number().min(0).max(100);

export const SheetLine = z.object({ key, title, source: z.enum(SOURCES), weight: z.number().gt(0).max(100) });
export const BonusLine = z.object({ key, title, source: z.enum(BONUS_SOURCES), each: points, most: points });
export const DeductionLine = z.object({
  key,
  title,
  source: z.enum(DEDUCTION_SOURCES),
  each: points,
  /** 封顶; null takes off as much as it comes to. */
  most: points.nullable(),
  /** 重复加倍: the second time on the same matter costs twice as much, the third four times. */
  doubles: z.boolean(),
  /** 一票否决: the lowest grade, behind everybody else. */
  vetoes: z.boolean(),
});

export const ScoreSheet = z.object({
  lines: z.array(SheetLine).min(1).max(20),
  bonuses: z.array(BonusLine).max(10),
  /** 加分合计封顶. */
  bonusMost: points,
  deductions: z.array(DeductionLine).max(10),
  /** Best first; the last one holds for everything below. */
  grades: z
    .array(z.object({ name: z.string().trim().min(1).max(6), least: points }))
    .min(1)
    .max(6),
  /** 并列: the numbers after a tie are skipped (1, 1, 3), or not (1, 1, 2). */
  ties: z.enum(['skip', 'dense']),
  appealDays: z.number().int().min(1).max(30),
});
/** 评分表: what a quarter is scored by: lines that add up to a hundred, bonuses, deductions, grades and how ties are ranked. */
export type ScoreSheet = Readonly<z.output<typeof ScoreSheet>>;
export type SheetLine = Readonly<z.output<typeof SheetLine>>;
export type BonusLine = Readonly<z.output<typeof BonusLine>>;
export type DeductionLine = Readonly<z.output<typeof DeductionLine>>;

/** 评分表的一版: of one year, who set it, when and why; version 0 is the default that nobody set. */
export type SheetVersion = {
  readonly year: number;
  readonly version: number;
  readonly sheet: ScoreSheet;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: string;
};

export type SheetRefusal =
  | { readonly kind: 'weights-do-not-add-up'; readonly sum: number; readonly wants: number }
  | { readonly kind: 'line-key-twice'; readonly title: string }
  | { readonly kind: 'source-twice'; readonly title: string }
  | { readonly kind: 'grades-out-of-order'; readonly name: string }
  | { readonly kind: 'veto-only-by-hand'; readonly title: string }
  | { readonly kind: 'sheet-unchanged' };

export const FULL = 100;

/** A typical quarter sheet (README 来源 1), with every weight open to change. */
export const DEFAULT_SHEET: ScoreSheet = {
  lines: [
    { key: 'completion', title: '目标完成', source: 'completion', weight: 50 },
    { key: 'milestones', title: '节点按期', source: 'milestones', weight: 5 },
    { key: 'lights', title: '月末进度灯', source: 'lights', weight: 10 },
    { key: 'rectified', title: '核查不符整改', source: 'rectified', weight: 5 },
    { key: 'quality', title: '质量安全', source: 'manual', weight: 5 },
    { key: 'payment', title: '资金支付', source: 'manual', weight: 10 },
    { key: 'satisfaction', title: '群众满意', source: 'manual', weight: 10 },
    { key: 'on-time', title: '报送按时', source: 'on-time', weight: 3 },
    { key: 'verified', title: '数据属实', source: 'verified', weight: 2 },
  ],
  bonuses: [
    { key: 'workload', title: '任务量', source: 'workload', each: 0.2, most: 2 },
    { key: 'praise', title: '上级表彰、现场会', source: 'manual', each: 2, most: 5 },
  ],
  bonusMost: 5,
  deductions: [
    { key: 'late', title: '迟报', source: 'late-report', each: 0.5, most: 5, doubles: false, vetoes: false },
    { key: 'red', title: '月末严重滞后', source: 'red-light', each: 2, most: 10, doubles: false, vetoes: false },
    { key: 'overdue', title: '督办件逾期', source: 'overdue-order', each: 1, most: 5, doubles: false, vetoes: false },
    { key: 'false-data', title: '弄虚作假', source: 'manual', each: 5, most: null, doubles: false, vetoes: true },
  ],
  grades: [
    { name: '优', least: 90 },
    { name: '良', least: 80 },
    { name: '中', least: 70 },
    { name: '差', least: 0 },
  ],
  ties: 'skip',
  appealDays: 3,
};

/** A sheet whose weights do not add up, or that counts one thing twice, is not taken. */
export function checkSheet(sheet: ScoreSheet, before: ScoreSheet | null = null): Result<ScoreSheet, SheetRefusal> {
  const sum = weightSum(sheet);
  if (sum !== FULL) return refuse({ kind: 'weights-do-not-add-up', sum, wants: FULL });
  const all = [...sheet.lines, ...sheet.bonuses, ...sheet.deductions];
  const twice = all.find((it, i) => all.findIndex((other) => other.key === it.key) !== i);
  if (twice !== undefined) return refuse({ kind: 'line-key-twice', title: twice.title });
  for (const group of [sheet.lines, sheet.bonuses, sheet.deductions] as const) {
    const same = group.find((it, i) => it.source !== 'manual' && group.findIndex((other) => other.source === it.source) !== i);
    if (same !== undefined) return refuse({ kind: 'source-twice', title: same.title });
  }
  const veto = sheet.deductions.find(({ vetoes, source }) => vetoes && source !== 'manual');
  if (veto !== undefined) return refuse({ kind: 'veto-only-by-hand', title: veto.title });
  const wrong = sheet.grades.find(({ least }, i) => i > 0 && least >= sheet.grades[i - 1]!.least);
  if (wrong !== undefined) return refuse({ kind: 'grades-out-of-order', name: wrong.name });
  if (before !== null && canonicalText(before) === canonicalText(sheet)) return refuse({ kind: 'sheet-unchanged' });
  return accept(sheet);
}

/** To a hundredth: 33.33 and 66.67 are a hundred. */
export function weightSum({ lines }: Pick<ScoreSheet, 'lines'>): number {
  return round(
    lines.reduce((sum, { weight }) => sum + weight, 0),
    2,
  );
}

/** What a person may enter by hand under a key, and at most how many points; null where the sheet computes it. */
export function manualLine(sheet: ScoreSheet, wanted: string): { readonly title: string; readonly most: number } | null {
  const line = sheet.lines.find(({ key: it, source }) => it === wanted && source === 'manual');
  if (line !== undefined) return { title: line.title, most: line.weight };
  const more = [...sheet.bonuses, ...sheet.deductions].find(({ key: it, source }) => it === wanted && source === 'manual');
  return more === undefined ? null : { title: more.title, most: more.most ?? FULL };
}

export function titleIn(sheet: ScoreSheet, wanted: string): string | null {
  return [...sheet.lines, ...sheet.bonuses, ...sheet.deductions].find(({ key: it }) => it === wanted)?.title ?? null;
}
