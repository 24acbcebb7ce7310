import type { Comparison } from '#/kernel/comparison/figure.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { BulletinContent } from './bulletin.ts';
import { type Claim, claimOf } from './claim.ts';
import { claimedComparison } from './claimed-comparison.ts';
import { FIGURES, type FigureName, figuresOf } from './figures.ts';
import { type TypedNumber, typedNumbers } from './typed-numbers.ts';

/** 文字段: the parts of a bulletin that a person may word. Everything else is made from the board. */
export const TEXT_BLOCKS = ['opening', 'next-steps', 'closing'] as const;
export type TextBlock = (typeof TEXT_BLOCKS)[number];

/** 改写: what somebody wrote in place of the standing text, with who and when. */
export type TextOverride = {
  readonly block: TextBlock;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
  /** The district words it so in every bulletin, not only in this one. */
  readonly isStanding?: true;
};

/** A block's text is a few paragraphs of a letter, not a second letter. */
export const MAX_TEXT = 4000;

export type TextRefusal =
  | { readonly kind: 'unknown-placeholder'; readonly placeholder: string }
  | { readonly kind: 'text-contradicts'; readonly block: TextBlock; readonly raw: string }
  | { readonly kind: 'text-compares-unlike'; readonly block: TextBlock; readonly raw: string; readonly comparison: Comparison };

export const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A placeholder that names no figure is refused, so that no brace is ever printed. */
export function checkPlaceholders(text: string): Result<string, TextRefusal> {
  const unknown = [...text.matchAll(PLACEHOLDER)].map((it) => it[1]!.trim()).find((name) => !isFigure(name));
  return unknown === undefined ? accept(text) : refuse({ kind: 'unknown-placeholder', placeholder: unknown });
}

/** Puts the figures in. */
export function fillText(text: string, content: BulletinContent): Result<string, TextRefusal> {
  const checked = checkPlaceholders(text);
  if (!checked.ok) return checked;
  const figures = figuresOf(content);
  return accept(text.replace(PLACEHOLDER, (_, name: string) => figures[name.trim() as FigureName]));
}

function isFigure(name: string): name is FigureName {
  return (FIGURES as readonly string[]).includes(name);
}

/**
 * 文字里的数: what a person typed where a figure of the board belongs. `contradicts` says otherwise than the board and keeps the bulletin from
 * being issued, and so does `unlike`, which sets two figures side by side that must not stand so; `unsupported` is a number that the board does
 * not know; `use` names the placeholder that would have been right.
 */
export type TextFinding = FindingPlace &
  ({ readonly kind: 'contradicts' | 'unsupported' } | { readonly kind: 'unlike'; readonly comparison: Comparison });

type FindingPlace = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly use: FigureName | null;
};

/** Which words say which figure, the more particular first: counts of promises and counts of rows are both true answers. */
const SAID: readonly {
  readonly words: RegExp;
  readonly figure: FigureName;
  readonly values: (content: BulletinContent) => readonly number[];
}[] = [
  {
    words: /严重滞后|红灯|亮红/,
    figure: '严重滞后承诺数',
    values: (it) => [it.behind.filter((item) => item.light === 'red').length, rows(it, 'red')],
  },
  { words: /滞后|落后|未达序时/, figure: '滞后承诺数', values: (it) => [it.behind.length, rows(it, 'red') + rows(it, 'yellow')] },
  { words: /无数据|未报送|没有报送/, figure: '无数据承诺数', values: (it) => [promises(it, 'no-data'), rows(it, 'grey')] },
  { words: /无目标|没有目标/, figure: '无目标承诺数', values: (it) => [promises(it, 'no-target')] },
  { words: /未报计划|没有计划|默认直线/, figure: '无计划承诺数', values: (it) => [it.missing.noPlan.length] },
  {
    words: /完成|办结/,
    figure: '完成承诺数',
    values: (it) => [promises(it, 'finished') + promises(it, 'finished-early'), rows(it, 'closed')],
  },
  { words: /承诺|任务/, figure: '承诺总数', values: (it) => [it.promiseCount] },
  { words: /项目|实事/, figure: '项目总数', values: (it) => [it.projectCount] },
];

function rows(content: BulletinContent, light: string): number {
  return content.projectsByLight.find((it) => it.key === light)?.count ?? 0;
}

function promises(content: BulletinContent, key: string): number {
  return content.promisesByClass.find((it) => it.key === key)?.count ?? 0;
}

export function checkText(text: string, content: BulletinContent): readonly TextFinding[] {
  const bare = text.replace(PLACEHOLDER, (match) => ' '.repeat(match.length));
  const findings = typedNumbers(bare).flatMap((it) => findingOf(bare, it, content));
  const claim = claimOf(bare);
  return claim === null ? findings : [...findings, ...claimFindings(claim, bare, content)];
}

function claimFindings(claim: Claim, text: string, content: BulletinContent): readonly TextFinding[] {
  const { start, end } = claim;
  const place = { raw: text.slice(start, end), start, end, use: null };
  if (claim.kind === 'all-on-plan') return content.behind.length === 0 ? [] : [{ ...place, kind: 'contradicts' }];
  const comparison = claimedComparison(claim, content.year);
  return comparison?.verdict === 'refused' ? [{ ...place, kind: 'unlike', comparison }] : [];
}

function findingOf(text: string, typed: TypedNumber, content: BulletinContent): readonly TextFinding[] {
  const { raw, start, end, value, unit } = typed;
  const finding = (kind: 'contradicts' | 'unsupported', use: FigureName | null): TextFinding => ({ kind, raw, start, end, use });
  if (unit === '%' || unit === '％')
    return isKnownShare(content, value) ? [] : [finding(/序时/.test(clauseAt(text, start)) ? 'contradicts' : 'unsupported', null)];
  if (isKnownAmount(content, value, unit)) return [];
  if (!['件', '项', '个', '条', ''].includes(unit)) return [finding('unsupported', null)];
  const said = SAID.find(({ words }) => words.test(clauseAt(text, start)));
  if (said === undefined) return [finding('unsupported', null)];
  return said.values(content).includes(value) ? [] : [finding('contradicts', said.figure)];
}

/** The words between two stops around a number. */
function clauseAt(text: string, at: number): string {
  const before = text
    .slice(0, at)
    .split(/[，。；：、\n]/)
    .at(-1)!;
  const behind = text.slice(at).split(/[，。；：、\n]/)[0]!;
  return before + behind;
}

function isKnownShare(content: BulletinContent, value: number): boolean {
  const shares = [...content.projectsByLight, ...content.promisesByClass].map((it) => it.tenths / 10);
  const items = content.items.flatMap((it) => (it.done !== null && it.target ? [(it.done / it.target) * 100] : []));
  const elapsed = content.periodDays === 0 ? 0 : (content.elapsedDays / content.periodDays) * 100;
  return [...shares, ...items, elapsed].some((it) => Math.abs(it - value) < 0.0501);
}

function isKnownAmount(content: BulletinContent, value: number, unit: string): boolean {
  if (unit === '天')
    return value === content.settings.objectionDays || content.behind.some((it) => Math.round(it.behindDays ?? -1) === value);
  return unit !== '' && content.items.some((it) => it.measureUnit === unit && (it.done === value || it.target === value));
}
