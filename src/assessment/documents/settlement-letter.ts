import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate, percent } from '#/kernel/format.ts';
import type { Annex, Block, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import { quantity, targetText } from '#/supervision/words/quantity.ts';
import { byPriority, type Priorities } from '../rules/priorities.ts';
import { isOpen, OUTCOMES, type PromiseTerms, type SettledPromise, type Settlement } from '../rules/settlement.ts';
import { words } from '../words/labels.ts';

export type SettlementLetterInput = {
  readonly settlement: Settlement;
  readonly priorities: Priorities;
  readonly issuer: string;
  readonly settledOn: CivilDate | null;
  readonly today: CivilDate;
  readonly band: string | null;
};

const LABELS = words['zh-CN'];

/** 年终结账报告: the year against what was frozen, by the priorities of the work report, with every change and what is carried over. */
export function settlementLetter(input: SettlementLetterInput): OfficialLetter {
  const { settlement, priorities, issuer, settledOn, today, band } = input;
  const day = settledOn ?? today;
  const title = [`${settlement.year}年度`, '民生实事项目'];
  return {
    head: { kind: 'bulletin-head', mark: '年终结账', year: settlement.year, issue: 1, issuer, issuedOn: day },
    title: ['关于', ...title, '完成情况的', '结账报告'],
    addressee: null,
    body: [...overall(settlement), ...open(settlement), ...changed(settlement), ...served(settlement, priorities)],
    signature: { kind: 'unsealed', unit: issuer, date: day },
    note: null,
    annexes: settlement.lines.length === 0 ? [] : [annexOf(settlement, [...title, '结账表'])],
    imprint: { copyTo: null, issuer, printedOn: day },
    band: band ?? (settledOn === null ? `预览，截至${longDate(settlement.asOf)}，未结账` : null),
  };
}

function overall({ title, projectCount, lines, counts, keptProjects, adjustedCount, carriedCount, asOf }: Settlement): readonly Block[] {
  if (lines.length === 0) return [heading('总体情况'), paragraph(`${title}没有可以结账的承诺。`)];
  const parts = OUTCOMES.filter((key) => counts[key] > 0).map((key) => `${LABELS.outcomes[key]}${counts[key]}项`);
  const over = lines.filter(({ isOverFulfilled }) => isOverFulfilled);
  return [
    heading('总体情况'),
    paragraph(
      `${title}共${projectCount}件，分解为${lines.length}项承诺，以清单冻结时的承诺为准。截至${longDate(asOf)}，${parts.join('，')}；各项承诺全部完成的${keptProjects}件，占${percent(projectCount === 0 ? 0 : keptProjects / projectCount)}（${keptProjects}/${projectCount}）。经批准调整${adjustedCount}项，结转${carriedCount}项。`,
    ),
    ...(over.length === 0
      ? []
      : [
          paragraph(
            `${over.map((it) => `第${it.no}件${it.promise}（目标${goal(it.binding)}，完成${amount(it)}）`).join('；')}。`,
            `超额完成${over.length}项。`,
          ),
        ]),
  ];
}

function open({ lines, isOver }: Settlement): readonly Block[] {
  const left = lines.filter(({ outcome }) => isOpen(outcome) && outcome !== 'running');
  const running = lines.filter(({ outcome }) => outcome === 'running');
  return [
    ...(left.length === 0 ? [] : [heading('没有完成和无法判断的承诺'), ...left.map((it) => openLine(it, isOver))]),
    ...(running.length === 0 ? [] : [heading('期限未到的承诺'), ...running.map((it) => openLine(it, isOver))]),
  ];
}

function openLine(it: SettledPromise, isOver: boolean): Block {
  const target = targetText(it.binding, 'zh-CN');
  const done = it.done === null ? '没有报数' : `已完成${amount(it)}`;
  return paragraph(
    `${LABELS.outcomes[it.outcome]}。${target === null ? '没有目标值' : `目标${target}`}，${done}。${carryText(it, isOver)}`,
    `第${it.no}件“${it.project}”：${it.promise}（${it.leadUnit ?? LABELS.noLeadUnit}）。`,
  );
}

function carryText({ carryOver }: SettledPromise, isOver: boolean): string {
  if (carryOver === null) return isOver ? '结转还是不再实施，尚未决定。' : '';
  const { way, toYear, note, decision, decidedOn } = carryOver;
  return `${way === 'next-year' ? `结转${toYear}年` : LABELS.ways.stopped}：${note.replace(/[。；]$/, '')}（${decision}，${longDate(decidedOn)}）。`;
}

function changed({ lines }: Settlement): readonly Block[] {
  const own = lines.filter(({ adjustments }) => adjustments.length > 0);
  if (own.length === 0) return [];
  return [
    heading('经批准的调整'),
    ...own.map((it) => {
      const decisions = it.adjustments.map(
        ({ decision, documentNo, decidedOn, reason }) =>
          `${longDate(decidedOn)}${decision}批准（${documentNo}），原因：${reason.replace(/[。；]$/, '')}`,
      );
      return paragraph(
        `冻结时目标${goal(it.frozen)}${due(it.frozen)}，调整后${goal(it.binding)}${due(it.binding)}。${decisions.join('；')}。`,
        `第${it.no}件${it.promise}。`,
      );
    }),
  ];
}

function served({ lines }: Settlement, priorities: Priorities): readonly Block[] {
  if (priorities.items.length === 0) return [];
  const groups = byPriority(priorities, lines, ({ projectId }) => projectId);
  return [
    heading('按政府工作报告重点'),
    ...groups.map(({ title, rows }) => {
      const kept = rows.filter(({ outcome }) => outcome === 'kept' || outcome === 'kept-early').length;
      const names = [...new Map(rows.map((it) => [it.projectId, `第${it.no}件“${it.project}”`])).values()];
      const text = rows.length === 0 ? '没有对应的项目。' : `${names.join('、')}；承诺${rows.length}项，完成${kept}项。`;
      return paragraph(text, `${title ?? LABELS.noPriority}：`);
    }),
  ];
}

const WEIGHTS = [10, 30, 38, 22, 22, 22, 18, 24, 22, 36];
const COLUMNS = ['序号', '项目', '承诺', '冻结目标', '调整后', '完成', '占冻结\n目标', '结果', '完成日期', '结转'];

function annexOf({ lines, asOf }: Settlement, title: readonly string[]): Annex {
  return {
    name: title.join(''),
    title,
    before: [`截至${longDate(asOf)}`],
    table: {
      landscape: true,
      columns: COLUMNS.map((text, i) => ({
        title: text,
        weight: WEIGHTS[i]!,
        align: i === 1 || i === 2 ? ('left' as const) : ('center' as const),
      })),
      rows: settlementRows(lines),
    },
    after: ['注：“冻结目标”是清单冻结时的承诺，调整不改这一栏；“占冻结目标”一律以它为分母。'],
  };
}

/** One line for each promise; null continues the cell above. */
export function settlementRows(lines: readonly SettledPromise[]): readonly (readonly (string | null)[])[] {
  return lines.map((it, i) => {
    const isAgain = lines[i - 1]?.projectId === it.projectId;
    const { carryOver } = it;
    return [
      isAgain ? null : it.no,
      isAgain ? null : it.project,
      it.promise,
      goal(it.frozen),
      it.adjustments.length === 0 ? '—' : it.outcome === 'ended' ? '终止' : goal(it.binding),
      amount(it),
      it.ofFrozen === null ? '—' : percent(it.ofFrozen),
      LABELS.outcomes[it.outcome],
      it.outcome === 'kept' || it.outcome === 'kept-early' ? (it.doneOn ?? it.acceptedOn ?? '—') : '—',
      carryOver === null ? '—' : carryOver.way === 'next-year' ? `结转${carryOver.toYear}年` : LABELS.ways.stopped,
    ];
  });
}

function goal(terms: PromiseTerms): string {
  return targetText(terms, 'zh-CN') ?? '无目标值';
}

function due({ dueOn }: PromiseTerms): string {
  return dueOn === null ? '' : `、${longDate(dueOn)}前`;
}

function amount({ done, binding }: SettledPromise): string {
  return done === null ? '数未报' : quantity(done, binding.measureUnit, 'zh-CN');
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text };
}

function paragraph(text: string, lead?: string): Block {
  return { kind: 'paragraph', text, ...(lead !== undefined && { lead }) };
}
