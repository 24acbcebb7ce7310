import { z } from 'zod';

/** What can fill a place of a higher level's form. The first group says the same in every line. */
export const WHOLE_FIELDS = ['district', 'programme', 'period', 'asOf', 'filledOn'] as const;
export const LINE_FIELDS = [
  'ordinal',
  'no',
  'project',
  'projectText',
  'leadUnit',
  'supportingUnits',
  'promise',
  'target',
  'measureUnit',
  'targetWithUnit',
  'done',
  'doneWithUnit',
  'doneOn',
  'planned',
  'percent',
  'percentWithBase',
  'stage',
  'light',
  'reason',
  'text',
] as const;
export const TEMPLATE_FIELDS = [...WHOLE_FIELDS, ...LINE_FIELDS] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];
export type FieldValues = Readonly<Record<TemplateField, string | number | null>>;

/** A cell of a blank form as the screen draws it; `at` is its address in the file. */
export type TemplateCell = {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
};

/** A sheet of a workbook, a table of a text, or (`text`) the placeholders between the tables. */
export type TemplateSheet = { readonly name: string; readonly kind: 'sheet' | 'table' | 'text'; readonly cells: readonly TemplateCell[] };
export type TemplateStructure = { readonly kind: 'xlsx' | 'docx'; readonly sheets: readonly TemplateSheet[] };

/** 不随行移动的部分: what lies over the cells of a workbook and stays where it is when rows come in. */
export const FIXED = ['comments', 'table', 'pivotTable', 'vmlDrawing'] as const;
export type FixedPart = (typeof FIXED)[number];

const place = { row: z.number().int().min(0).max(100_000), column: z.number().int().min(0).max(1000) };
const heading = z.string().max(400);
const sheetName = z.string().max(120);

export const TemplateMapping = z.object({
  /** Places that are filled once. */
  cells: z.array(z.object({ sheet: sheetName, ...place, field: z.enum(WHOLE_FIELDS), heading })).max(200),
  /** Rows that are filled once for each promise or project; a sheet or a table may hold several such blocks, one below the other. */
  blocks: z
    .array(
      z.object({
        sheet: sheetName,
        row: place.row,
        per: z.enum(['promise', 'project']),
        columns: z
          .array(z.object({ column: place.column, field: z.enum(TEMPLATE_FIELDS), heading }))
          .min(1)
          .max(60),
      }),
    )
    .max(20),
});
export type TemplateMapping = z.output<typeof TemplateMapping>;

/** 套表: a blank form of a higher level, and what fills its places. Every saved mapping is a version of its own. */
export type FormTemplate = {
  readonly templateId: string;
  readonly version: number;
  readonly name: string;
  readonly kind: 'xlsx' | 'docx';
  readonly fileDigest: string;
  readonly fileName: string;
  readonly structureDigest: string;
  readonly mapping: TemplateMapping;
  readonly savedBy: string;
  readonly savedAt: string;
};

export type TemplateRefusal =
  | { readonly kind: 'not-a-template' }
  | { readonly kind: 'place-not-there'; readonly sheet: string; readonly at: string }
  | { readonly kind: 'nothing-mapped' }
  | { readonly kind: 'template-changed'; readonly seen: number; readonly current: number };

/** From the last block of a sheet up, so that rows that come in move no block that is still to be filled; `room` ends where the next one begins. */
export function bottomUp({ blocks }: TemplateMapping): readonly (TemplateMapping['blocks'][number] & { readonly endsBefore: number })[] {
  return blocks
    .map((block) => {
      const below = blocks.filter((it) => it.sheet === block.sheet && it.row > block.row).map(({ row }) => row);
      return { ...block, endsBefore: Math.min(Number.MAX_SAFE_INTEGER, ...below) };
    })
    .toSorted((a, b) => b.row - a.row);
}

/** What makes two blank forms the same form: their words and where these stand. */
export function structureText({ kind, sheets }: TemplateStructure): string {
  return JSON.stringify([
    kind,
    sheets.map((it) => [
      it.name,
      it.kind,
      it.cells.filter(({ text }) => text !== '').map(({ row, column, text }) => [row, column, bare(text)]),
    ]),
  ]);
}

export const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** A head has so many rows at most. */
const HEAD_ROWS = 3;

/** The words over a column, from the top of the head down: 完成情况/完成率. Merged cells stand over every column that they cover. */
export function headingOfColumn(sheet: TemplateSheet, row: number, column: number): string {
  const top = topOfHead(sheet, row);
  return sheet.cells
    .filter((it) => it.row >= top && it.row < row && it.column <= column && column < it.column + it.columnSpan && it.text !== '')
    .toSorted((a, b) => a.row - b.row)
    .map((it) => bare(it.text).slice(0, 60))
    .join('/');
}

/** The head of a table ends above its first line and begins where the cells that reach into it begin; a row half empty is no part of it. */
function topOfHead({ cells }: TemplateSheet, row: number): number {
  const width = cells.reduce((most, it) => Math.max(most, it.column + it.columnSpan), 1);
  const covering = (at: number) => cells.filter((it) => it.row <= at && at < it.row + it.rowSpan);
  const wordsIn = (at: number) => covering(at).reduce((sum, it) => sum + (it.text === '' ? 0 : it.columnSpan), 0);
  const begins = (at: number) => Math.min(at, ...covering(at).map((it) => it.row));
  let top = begins(row - 1);
  while (top > 0 && row - top < HEAD_ROWS) {
    const isTitle = covering(top - 1).some((it) => it.columnSpan > 1 && it.columnSpan >= width - 1);
    if (wordsIn(top) >= width || wordsIn(top - 1) <= width / 2 || isTitle) break;
    top = begins(top - 1);
  }
  return Math.max(top, 0);
}

/** What a single place is known by: its own words, else the label left of it (with an arrow behind), else what stands over it. */
export function headingOfCell(sheet: TemplateSheet, row: number, column: number): string {
  const own = sheet.cells.find((it) => it.row === row && it.column === column);
  if (own !== undefined && own.text !== '') return bare(own.text).slice(0, 120);
  const left = sheet.cells.filter((it) => it.row === row && it.column < column && it.text !== '').at(-1);
  return left === undefined ? headingOfColumn(sheet, row, column) : `${bare(left.text).slice(0, 120)}→`;
}

const GUESSES: readonly (readonly [RegExp, TemplateField])[] = [
  [/^序号$/, 'ordinal'],
  [/编号/, 'no'],
  [/完成率|完成比例|百分比|占比|进度.*%/, 'percentWithBase'],
  [/未完成|滞后|原因|问题|困难|措施/, 'reason'],
  [/牵头|责任单位|承办单位|主管部门/, 'leadUnit'],
  [/配合|协办/, 'supportingUnits'],
  [/计量单位|^单位$/, 'measureUnit'],
  [/计划进度|序时/, 'planned'],
  [/灯|是否滞后|预警/, 'light'],
  [/阶段|形象进度/, 'stage'],
  [/(?:累计|已|实际)?完成(?:数|量|情况)?$|完成数/, 'done'],
  [/目标值|目标数|任务数|计划数|年度目标$/, 'target'],
  [/目标任务|承诺|工作任务|建设内容|主要内容/, 'promise'],
  [/进展|说明|备注/, 'text'],
  [/项目名称|实事名称|项目$|事项/, 'project'],
  [/截至|截止/, 'asOf'],
  [/填报(?:单位|区|县)|县.?区|地区/, 'district'],
  [/填报(?:日期|时间)|日期/, 'filledOn'],
  [/月份|报送期|期间/, 'period'],
];

/** What a heading probably asks for; a person decides. */
export function guessField(headingText: string): TemplateField | null {
  const own = headingText.split('/').at(-1) ?? '';
  return (GUESSES.find(([pattern]) => pattern.test(own)) ?? GUESSES.find(([pattern]) => pattern.test(headingText)))?.[1] ?? null;
}
