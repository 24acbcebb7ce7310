import { WORST_FIRST } from '#/delivery/rules/lights.ts';
import { addDays } from '#/kernel/civil-date.ts';
import { briefText } from '#/kernel/comparison/brief.ts';
import { longDate, percent } from '#/kernel/format.ts';
import type { Sheet, SheetColumn, SheetPart } from '#/kernel/sheet.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import type { AudienceFigures } from '../rules/figures-for.ts';
import { isFolded, type Shortening } from '../rules/one-page.ts';
import { leftOutNotes } from './bulletin-zh.ts';
import {
  correctionParts,
  countsText,
  figureCell,
  LABELS,
  lightCell,
  type PageStand,
  saidText,
  standNotes,
  whyText,
} from './sheet-cells.ts';

/** 一页纸的内容: what the page of one overseeing leader is made from. */
export type OnePageFacts = {
  readonly figures: AudienceFigures;
  readonly kind: ProgrammeKind;
  readonly year: number;
  readonly post: string;
  readonly holder: string | null;
  /** 请定事项 as somebody worded it; null prints the standing sentence. */
  readonly decision: string | null;
  readonly answerDays: number;
  readonly issuer: string;
  readonly band: string | null;
  readonly stand: PageStand;
};

const COLUMNS: readonly SheetColumn[] = [
  { title: '序号', width: 10, align: 'center' },
  { title: '承诺（项目）', width: 34, align: 'left' },
  { title: '进度灯', width: 22, align: 'center' },
  { title: '已完成 / 目标（期间）', width: 38, align: 'left' },
  { title: '快慢与原因、单位原话', width: 52, align: 'left' },
  { title: '牵头单位', width: 18, align: 'center' },
];

/** 分管领导一页纸: his projects with lights, figures with their base and period, what is behind and why, and the one thing to decide. */
export function onePageSheet(facts: OnePageFacts, shortening: Shortening): Sheet {
  const { figures, kind, year, post, holder, issuer, band } = facts;
  const { asOf, elapsedDays, periodDays, totals, own } = figures;
  const elapsed = percent(periodDays === 0 ? 0 : elapsedDays / periodDays);
  return {
    title: `${year}年${LABELS.kinds[kind]}进展一页纸`,
    under: [
      `送：${post}${holder === null ? '' : ` ${holder}`}　　${issuer}`,
      `截至${longDate(asOf)}，序时进度${elapsed}（${elapsedDays}/${periodDays}天）`,
    ],
    parts: [
      { kind: 'box', lead: '请定：', text: decisionText(facts) },
      { kind: 'text', lead: '分管的：', text: own === null ? '' : countsText(own) },
      ...(own !== null && own.projectCount === totals.projectCount
        ? []
        : [{ kind: 'text', lead: '全部：', text: countsText(totals) } as const]),
      ...correctionParts(facts.stand),
      ...linesPart(facts, shortening),
      ...foldedPart(facts, shortening),
    ],
    notes: [
      ...leftOutNotes(figures, false),
      ...standNotes(facts.stand),
      '注：进度灯按计划推算，未报计划的按全年直线推算；无数据、无目标值的不作判断，也不计入正常。引号内是单位报送的原话。',
    ],
    band,
  };
}

function linesPart({ figures }: OnePageFacts, shortening: Shortening): readonly SheetPart[] {
  const lines = figures.lines.filter((it) => !isFolded(it, shortening)).toSorted(worseFirst);
  if (lines.length === 0) return [];
  const rows = lines.map((it) => [
    it.no,
    `${it.promise}（${it.project}）`,
    lightCell(it.light),
    figureCell(it, figures.from),
    [whyText(it), saidText(it, shortening.saidLength), latelyText(it, shortening)].filter((text) => text !== '').join('。'),
    it.leadUnit ?? '未定',
  ]);
  return [{ kind: 'table', columns: COLUMNS, rows }];
}

/** 近两次相比, while there is room for more than why it is behind. */
function latelyText({ lately }: BulletinItem, { withLately }: Shortening): string {
  return lately === undefined || !withLately ? '' : `近两次相比${briefText(lately, 'zh-CN')}`;
}

function foldedPart({ figures }: OnePageFacts, shortening: Shortening): readonly SheetPart[] {
  const folded = figures.lines.filter((it) => isFolded(it, shortening));
  return WORST_FIRST.flatMap((light) => {
    const items = folded.filter((it) => it.light === light);
    if (items.length === 0) return [];
    const names = shortening.namesFolded ? `：${items.map(({ no, promise }) => `第${no}件${promise}`).join('；')}` : '';
    return [{ kind: 'text', text: `${lightCell(light)}的另有${items.length}项${names}。` } as const];
  });
}

function worseFirst(a: BulletinItem, b: BulletinItem): number {
  return WORST_FIRST.indexOf(a.light) - WORST_FIRST.indexOf(b.light) || (b.behindDays ?? 0) - (a.behindDays ?? 0);
}

/** 请定: the sentence as worded, else what the figures ask for. */
export function decisionText({ decision, figures, answerDays }: OnePageFacts): string {
  if (decision !== null) return decision;
  const by = longDate(addDays(figures.asOf, answerDays));
  const red = figures.lines.filter((it) => it.light === 'red');
  const behind = red.length > 0 ? red : figures.lines.filter((it) => it.light === 'yellow');
  if (behind.length > 0) {
    const which = behind.map(({ no, object }) => `第${no}件${object}`).join('、');
    const what = `在${by}前书面说明原因，报追赶措施、责任岗位和完成时间（${which}）。`;
    return behind.every(({ leadUnit }) => leadUnit === null) ? `是否先定牵头单位，并要求其${what}` : `是否要求${unitsOf(behind)}${what}`;
  }
  const silent = figures.lines.filter((it) => it.class === 'no-data');
  if (silent.length > 0) return `是否要求${unitsOf(silent)}在${by}前补报${silent.length}项没有数据的承诺。`;
  return '本期没有需要定的事项。';
}

function unitsOf(items: readonly BulletinItem[]): string {
  return [...new Set(items.map(({ leadUnit }) => leadUnit ?? '未定牵头单位的项目'))].join('、');
}
