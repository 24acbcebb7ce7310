/** 列外文字: what stands in lines of one batch and is read, not counted: the sheet of each, and what was written as evidence. */
export type Beside = {
  /** From which line on which sheet; a text without sheets has none. */
  readonly sheets: readonly (readonly [from: number, name: string | null])[];
  readonly evidence: readonly (string | null)[];
};

type Line = { readonly sheet: string | null; readonly evidence: string | null };

export function besideOf(lines: readonly Line[]): Beside {
  const sheets: [number, string | null][] = [];
  for (const [i, { sheet }] of lines.entries()) if (sheets.at(-1)?.[1] !== sheet) sheets.push([i, sheet]);
  return { sheets, evidence: lines.map((it) => it.evidence) };
}

export function lineBeside({ sheets, evidence }: Beside, i: number): Line {
  return { sheet: sheets.findLast(([from]) => from <= i)?.[1] ?? null, evidence: evidence[i] ?? null };
}
