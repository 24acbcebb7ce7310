import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { Annex, Block, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import { endOfQuarter, firstOfQuarter, type Quarter } from '../rules/quarter.ts';
import type { ScoreSheet } from '../rules/sheet.ts';
import type { UnitScore } from '../rules/unit-score.ts';
import { pointsText, totalText } from '../words/score-words.ts';

export type RoundLetterInput = {
  readonly quarter: Quarter;
  readonly list: string;
  readonly issuer: string;
  readonly sheet: ScoreSheet;
  readonly isDefaultSheet: boolean;
  readonly scores: readonly UnitScore[];
  readonly appeals: { readonly filed: number; readonly upheld: number };
  readonly publishedOn: CivilDate | null;
  readonly today: CivilDate;
  readonly band: string | null;
};

const NAMES = ['一', '二', '三', '四'] as const;

/** 季考评结果: the ranking as an official letter, with the table of lines as its annex. A draft says over every page that it is one. */
export function roundLetter(input: RoundLetterInput): OfficialLetter {
  const { quarter, issuer, publishedOn, today, band } = input;
  const title = [`${quarter.year}年`, `第${NAMES[quarter.quarter - 1]}季度`, '民生实事项目', '考评结果'];
  const day = publishedOn ?? today;
  return {
    head: { kind: 'bulletin-head', mark: '督查考评', year: quarter.year, issue: quarter.quarter, issuer, issuedOn: day },
    title: ['关于', ...title, '的通报'],
    addressee: '各有关单位',
    body: bodyOf(input),
    signature: { kind: 'unsealed', unit: issuer, date: day },
    note: null,
    annexes: [annexOf(input, title)],
    imprint: { copyTo: null, issuer, printedOn: day },
    band: band ?? (publishedOn === null ? '核对稿，未印发' : null),
  };
}

function bodyOf({ quarter, list, sheet, isDefaultSheet, scores, appeals }: RoundLetterInput): readonly Block[] {
  const [from, to] = [firstOfQuarter(quarter), endOfQuarter(quarter)];
  const judged = scores.filter(({ total }) => total !== null);
  const grades = sheet.grades.flatMap(({ name }) => {
    const own = judged.filter(({ grade }) => grade === name);
    return own.length === 0
      ? []
      : [paragraph(`${own.map(({ unit, total }) => `${unit}（${totalText({ total })}分）`).join('、')}。`, `${name}${own.length}个。`)];
  });
  const missing = scores.filter(({ total }) => total === null);
  const sheetText = isDefaultSheet ? '系统默认评分表（本区尚未另定）' : `本区${quarter.year}年评分表`;
  return [
    paragraph(
      `现将${list}${longDate(from)}至${longDate(to)}的考评结果通报如下。得分按${sheetText}由实施台账计算，人工评分的各项附有材料。`,
    ),
    heading('结果'),
    paragraph(`参加考评的单位${scores.length}个，名次和各项得分见附件。`),
    ...grades,
    ...(missing.length === 0 ? [] : [paragraph(`${missing.map(({ unit }) => unit).join('、')}没有可以评分的项，不排名次。`)]),
    heading('申诉'),
    paragraph(appeals.filed === 0 ? '核对期内没有单位申诉。' : `核对期内收到申诉${appeals.filed}件，采纳${appeals.upheld}件，已计入得分。`),
  ];
}

function annexOf({ sheet, scores }: RoundLetterInput, title: readonly string[]): Annex {
  const columns = [
    { title: '名次', weight: 12, align: 'center' as const },
    { title: '单位', weight: 34, align: 'left' as const },
    ...sheet.lines.map((it) => ({ title: `${it.title}\n${it.weight}`, weight: 20, align: 'center' as const })),
    ...['加分', '扣分', '合计'].map((text) => ({ title: text, weight: 20, align: 'center' as const })),
    { title: '等次', weight: 12, align: 'center' as const },
  ];
  return {
    name: `${title.join('')}表`,
    title: [...title, '表'],
    before: [],
    table: { landscape: true, columns, rows: scores.map((it) => scoreRow(it)) },
    after: [
      '注：1.“—”为缺项，该行没有可以评分的事实，其余各行按比例折算为百分制。',
      `2.加分合计不超过${sheet.bonusMost}分；合计为折算得分加加分减扣分，保留两位小数。`,
      `3.${sheet.ties === 'skip' ? '得分相同的名次并列，其后名次空缺。' : '得分相同的名次并列，其后名次顺延。'}`,
    ],
  };
}

/** 名次、单位、各项、加分、扣分、合计、等次; each bonus and deduction stands by itself in the workbook. */
function scoreRow(score: UnitScore): readonly string[] {
  const { rank, unit, lines, bonus, deduction, grade } = score;
  const own = lines.filter(({ kind }) => kind === 'line').map(pointsText);
  const more = [pointsText({ kind: 'bonus', points: bonus }), pointsText({ kind: 'deduction', points: deduction })];
  return [rank === null ? '—' : String(rank), unit, ...own, ...more, totalText(score), grade ?? '—'];
}

function paragraph(text: string, lead?: string): Block {
  return { kind: 'paragraph', text, ...(lead !== undefined && { lead }) };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text };
}
