/** 一张印刷页: what a printed sheet of A4 says, in its order, without a fount or a measure. Paper, Word file and screen draw the same one. */
export type Sheet = {
  readonly title: string;
  /** Under the title: for whom, as of which day. */
  readonly under: readonly string[];
  readonly parts: readonly SheetPart[];
  /** Small notes at the foot of the text. */
  readonly notes: readonly string[];
  /** A line over every page that says what the paper is not (a demonstration, a draft). */
  readonly band: string | null;
};

export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly lead?: string }
  /** Set off by a frame: the one thing that is asked of the reader. */
  | { readonly kind: 'box'; readonly lead: string; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly string[])[] };

/** `width` in millimetres. */
export type SheetColumn = { readonly title: string; readonly width: number; readonly align: 'left' | 'center' };

/** A4 with the edges that office printers keep, in millimetres; lines are exact, so that the height can be counted. */
export const SHEET = { width: 210, height: 297, edge: 18, top: 15, bottom: 15, textWidth: 174 } as const;

/** Points of a character and of its line, by what it stands in. */
export const SHEET_TYPE = {
  title: { size: 20, line: 30 },
  under: { size: 10.5, line: 16 },
  heading: { size: 12, line: 22 },
  text: { size: 10.5, line: 16 },
  cell: { size: 10, line: 14 },
  note: { size: 9, line: 13 },
} as const;

export const SHEET_CELL_PADDING = 1.2;
const POINT = 25.4 / 72;
/** A line is seldom filled to its last character: stops and figures are not torn. */
const FILLED = 0.94;

/** How many pages it takes, by exact lines and counted characters. Anything above 1 is a second page. */
export function pagesOf(sheet: Sheet): number {
  return heightOf(sheet) / (SHEET.height - SHEET.top - SHEET.bottom);
}

/** Millimetres from the first line to the last. */
export function heightOf({ title, under, parts, notes }: Sheet): number {
  const { title: head, under: lead, note } = SHEET_TYPE;
  const lines = (texts: readonly string[], type: { readonly size: number; readonly line: number }) =>
    texts.reduce((sum, text) => sum + linesOf(text, SHEET.textWidth, type.size) * type.line, 0);
  const points = lines([title], head) + lines(under, lead) + lines(notes, note);
  return points * POINT + parts.reduce((sum, part) => sum + partHeight(part), 0);
}

function partHeight(part: SheetPart): number {
  const { heading, text, cell } = SHEET_TYPE;
  switch (part.kind) {
    case 'heading':
      return linesOf(part.text, SHEET.textWidth, heading.size) * heading.line * POINT;
    case 'text':
      return linesOf((part.lead ?? '') + part.text, SHEET.textWidth, text.size) * text.line * POINT;
    case 'box':
      return linesOf(part.lead + part.text, SHEET.textWidth - 6, text.size) * text.line * POINT + 5;
    case 'table': {
      const rowHeight = (row: readonly string[]) =>
        Math.max(...row.map((it, i) => linesOf(it, part.columns[i]!.width - 2 * SHEET_CELL_PADDING, cell.size))) * cell.line * POINT + 0.9;
      const rows = [part.columns.map((it) => it.title), ...part.rows];
      return rows.reduce((sum, row) => sum + rowHeight(row), 0) + 2;
    }
  }
}

/** A Chinese character is as wide as it is high, a digit or a Latin letter half as wide. */
function linesOf(text: string, width: number, size: number): number {
  const fits = (width * FILLED) / (size * POINT);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / fits)), 0);
}

function ems(text: string): number {
  return [...text].reduce((sum, it) => sum + (it.charCodeAt(0) < 0x250 ? 0.55 : 1), 0);
}
