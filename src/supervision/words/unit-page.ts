import { longDate, percent, shortDate } from '#/kernel/format.ts';
import type { Sheet, SheetColumn, SheetPart } from '#/kernel/sheet.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { Asked } from '../rules/asked.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import type { AudienceFigures } from '../rules/figures-for.ts';
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

export type UnitPageFacts = {
  readonly figures: AudienceFigures;
  readonly asked: readonly Asked[];
  readonly kind: ProgrammeKind;
  readonly year: number;
  readonly unit: string;
  readonly issuer: string;
  readonly contact: string | null;
  readonly band: string | null;
  readonly stand: PageStand;
};

const COLUMNS: readonly SheetColumn[] = [
  { title: '序号', width: 10, align: 'center' },
  { title: '承诺（项目）', width: 38, align: 'left' },
  { title: '进度灯', width: 22, align: 'center' },
  { title: '已完成 / 目标（期间）', width: 38, align: 'left' },
  { title: '快慢与原因', width: 48, align: 'left' },
  { title: '办理时限', width: 18, align: 'center' },
];

const ASKED: readonly SheetColumn[] = [
  { title: '要办的事', width: 44, align: 'left' },
  { title: '涉及', width: 78, align: 'left' },
  { title: '时限', width: 26, align: 'center' },
  { title: '现状', width: 26, align: 'center' },
];

const WHAT: Readonly<Record<Asked['what'], string>> = {
  report: '报本月完成数，附佐证材料',
  correct: '核查不符的，更正报送',
  explain: '说明滞后原因，报补救措施、责任岗位和完成时间',
  measure: '改按承诺的计量单位报数',
  plan: '报进度计划（批准之日起启用，此前按默认直线推算）',
  target: '明确目标值，或报带日期的节点',
};

/** 单位页: its promises with lights and deadlines, what it was asked for and what it owes, by name. */
export function unitPageSheet(facts: UnitPageFacts): Sheet {
  const { figures, asked, kind, year, unit, issuer, contact, band, stand } = facts;
  const { asOf, elapsedDays, periodDays, own, lines } = figures;
  const elapsed = percent(periodDays === 0 ? 0 : elapsedDays / periodDays);
  const led = lines.filter((it) => it.leadUnit === unit);
  const supported = lines.filter((it) => it.leadUnit !== unit);
  return {
    title: `${unit}${year}年${LABELS.kinds[kind]}进展`,
    under: [`${issuer}　　截至${longDate(asOf)}，序时进度${elapsed}（${elapsedDays}/${periodDays}天）`],
    parts: [
      { kind: 'text', lead: '合计：', text: own === null ? '' : countsText(own) },
      ...correctionParts(stand),
      { kind: 'heading', text: '一、要办的事' },
      askedPart(asked),
      ...section('二、牵头的承诺', led, figures),
      ...section(led.length === 0 ? '二、配合的承诺' : '三、配合的承诺', supported, figures),
    ],
    notes: [
      ...standNotes(stand),
      `注：灯色由系统按报送数和计划推算；对数据有异议的，请书面反馈并附材料。联系单位：${issuer}${contact === null ? '' : `，电话：${contact}`}。`,
    ],
    band,
  };
}

function askedPart(asked: readonly Asked[]): SheetPart {
  if (asked.length === 0) return { kind: 'text', text: '本期没有要办的事。' };
  const rows = asked.map(({ what, items, dueOn, waiting }) => [
    WHAT[what],
    items.map(({ no, promise }) => `第${no}件${promise}`).join('；'),
    dueOn === null ? '尽快' : `${shortDate(dueOn)}前`,
    waiting === 0
      ? `欠${items.length}项`
      : waiting === items.length
        ? '已报，待采用'
        : `欠${items.length - waiting}项，${waiting}项已报待采用`,
  ]);
  return { kind: 'table', columns: ASKED, rows };
}

function section(text: string, lines: readonly BulletinItem[], figures: AudienceFigures): readonly SheetPart[] {
  if (lines.length === 0) return [];
  const rows = lines.map((it) => [
    it.no,
    `${it.promise}（${it.project}）`,
    lightCell(it.light),
    figureCell(it, figures.from),
    [whyText(it), saidText(it, 80)].filter((part) => part !== '').join('。'),
    shortDate(it.deadline),
  ]);
  return [
    { kind: 'heading', text },
    { kind: 'table', columns: COLUMNS, rows },
  ];
}
