/** 段落: one paragraph or line. `numbering` is the automatic number that the word processor would print before it (`一、`, `1.`), already resolved. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly numbering: string | null; readonly line: number };

/**
 * 表格: rows of equal length. A merged cell stands in every place it covers; empty rows are left out, so `rowNumbers[i]` tells where
 * `rows[i]` stood in its sheet or table, counted from 1. Columns count from the sheet's first one (index 0 = A).
 */
export type Table = {
  readonly kind: 'table';
  readonly sheet: string | null;
  readonly ordinal: number;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly hiddenRowNumbers: readonly number[];
};

export type Block = Paragraph | Table;

/** 文档内容: what a document says, without its looks. */
export type DocumentContent = { readonly kind: 'docx' | 'xlsx' | 'csv' | 'html' | 'text'; readonly blocks: readonly Block[] };
