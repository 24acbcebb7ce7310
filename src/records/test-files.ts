import ExcelJS from 'exceljs';

let codes: ReadonlyMap<string, number> | null = null;

/** Text as Chinese editions of Excel and WPS save it; signs of two bytes only. */
export function inGb18030(text: string): Buffer {
  codes ??= twoByteCodes();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = codes.get(sign);
    if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else if (sign.charCodeAt(0) < 0x80) bytes.push(sign.charCodeAt(0));
    else throw new Error(`no two bytes for ${sign}`);
  }
  return Buffer.from(bytes);
}

function twoByteCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\ufffd') found.set(sign, lead * 256 + trail);
    }
  return found;
}

export type Cell = string | number | Date | null;

type Sheet = { readonly rows: readonly (readonly Cell[])[]; readonly isHidden?: boolean; readonly merge?: readonly string[] };

/** A workbook as a clerk makes it: titles, merged headings, numbers that are numbers. */
export async function aWorkbook(sheets: Readonly<Record<string, Sheet>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, { rows, isHidden, merge = [] }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name, isHidden ? { state: 'hidden' } : {});
    for (const row of rows) sheet.addRow([...row]);
    for (const cells of merge) sheet.mergeCells(cells);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
