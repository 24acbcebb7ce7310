import type { AnnexTable, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { BundleEntry, Gap } from './rules/archive.ts';
import type { ListFile, ProjectFile } from './rules/facts.ts';
import type { DataSheet } from './tables.ts';
import { gapSentence } from './words.ts';

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it; with a byte order mark, as Excel and WPS read it. */
export function csvBytes({ columns, rows }: DataSheet): Buffer {
  const cell = (value: string | number | null) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return Buffer.from(`\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}

export function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

/** 封面之后的数据: one sheet for each table, the first line kept in sight. */
export async function xlsxBytes(sheets: readonly DataSheet[]): Promise<Buffer> {
  const book = await newWorkbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    sheet.addRow(columns).font = { bold: true };
    for (const row of rows) sheet.addRow(row);
    columns.forEach((title, i) => {
      const longest = Math.max(title.length * 2, ...rows.slice(0, 50).map((row) => String(row[i] ?? '').length + 2));
      sheet.getColumn(i + 1).width = Math.min(42, Math.max(8, longest));
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Paper = Pick<OfficialLetter, 'title' | 'body'> & {
  readonly mark: string;
  readonly annex?: { readonly name: string; readonly table: AnnexTable };
};

function letterBytes({ programme, officeName, today }: ListFile, { mark, title, body, annex }: Paper): Promise<Buffer> {
  return writeOfficialLetter({
    head: { kind: 'bulletin-head', mark, year: programme.year, issue: null, issuer: officeName, issuedOn: today },
    title,
    addressee: null,
    body,
    signature: null,
    note: null,
    annexes: annex === undefined ? [] : [{ name: annex.name, title: [annex.name], before: [], table: annex.table, after: [] }],
    imprint: null,
  });
}

/** 卷内目录: what lies in the bundle, in its order; the manifest and the two forms of this list are named by their place alone. */
export function catalogueBytes(list: ListFile, entries: readonly BundleEntry[]): Promise<Buffer> {
  return letterBytes(list, {
    mark: '归档材料',
    title: [list.programme.title, '卷内目录'],
    body: [
      {
        kind: 'paragraph',
        text: `本卷共 ${entries.length} 件，目录见附件。每件的完整校验值见同卷“SHA256SUMS.txt”，可用 sha256sum -c 核对。`,
      },
    ],
    annex: { name: '卷内目录', table: catalogueTable(entries) },
  });
}

function catalogueTable(entries: readonly BundleEntry[]): AnnexTable {
  return {
    landscape: true,
    columns: [
      { title: '顺序号', weight: 1, align: 'center' },
      { title: '文件题名', weight: 5, align: 'left' },
      { title: '责任者', weight: 3, align: 'left' },
      { title: '日期', weight: 2, align: 'center' },
      { title: '卷内位置', weight: 6, align: 'left' },
      { title: '校验值（前12位）', weight: 3, align: 'left' },
    ],
    rows: entries.map((it, i) => [String(i + 1), it.title, it.by, it.on ?? '—', it.path, it.digest.slice(0, 12)]),
  };
}

export function catalogueSheet(entries: readonly BundleEntry[]): DataSheet {
  return {
    name: '卷内目录',
    columns: ['顺序号', '文件题名', '责任者', '日期', '卷内位置', '字节', 'SHA-256'],
    rows: entries.map((it, i) => [i + 1, it.title, it.by, it.on, it.path, it.size, it.digest]),
  };
}

/** 缺项清单. An empty one says that nothing is missing. */
export function gapBytes(list: ListFile, gaps: readonly Gap[]): Promise<Buffer> {
  const body =
    gaps.length === 0
      ? [{ kind: 'paragraph' as const, text: '未发现缺项。' }]
      : gaps.map((gap, i) => ({ kind: 'paragraph' as const, text: `${i + 1}. ${gapSentence(gap)}。` }));
  return letterBytes(list, { mark: '归档材料', title: [list.programme.title, '归档缺项清单'], body });
}

/** 项目材料: the words of the list, each promise with its target, its adjustments and where it stands; the report sheets with who signed as annex. */
export function projectBytes(list: ListFile, file: ProjectFile): Promise<Buffer> {
  const { project, leadUnit, promises } = file;
  return letterBytes(list, {
    mark: '归档材料',
    title: [`第${project.no}件`, project.name],
    body: [
      { kind: 'heading', level: 1, text: '清单原文' },
      { kind: 'paragraph', text: project.text },
      {
        kind: 'paragraph',
        text: `牵头单位：${leadUnit ?? '未定'}。清单${list.programme.frozenOn ?? ''}冻结，版本 ${list.programme.version}，校验值 ${list.programme.digest ?? '无'}。`,
      },
      { kind: 'heading', level: 1, text: '承诺与完成情况' },
      ...promises.map(({ promise, original, done, doneOn, accepted }) => ({
        kind: 'paragraph' as const,
        text: `${promise.verb}${promise.object}：目标 ${quantity(promise.target, promise.measureUnit)}${original.target === promise.target ? '' : `（冻结时 ${quantity(original.target, original.measureUnit)}）`}，已完成 ${quantity(done, promise.measureUnit)}${doneOn === null ? '' : `（截至 ${doneOn}）`}，${accepted === null ? '未核验销号' : `${accepted.acceptedOn} 核验销号`}。`,
      })),
      { kind: 'heading', level: 1, text: '调整' },
      ...adjustmentsOf(file),
    ],
    annex: { name: '报送单汇编', table: reportTable(list, file) },
  });
}

const quantity = (value: number | null, unit: string) => (value === null ? '未载明' : `${value} ${unit}`);

function adjustmentsOf({ promises }: ProjectFile): OfficialLetter['body'] {
  const made = promises.flatMap((it) => it.adjustments.map((adjustment) => ({ promise: it.promise, adjustment })));
  if (made.length === 0) return [{ kind: 'paragraph', text: '冻结后没有调整。' }];
  return made.map(({ promise, adjustment: { decision, documentNo, decidedOn, reason } }) => ({
    kind: 'paragraph' as const,
    text: `${promise.verb}${promise.object}：${decidedOn} ${decision}（${documentNo}），原因：${reason}。`,
  }));
}

function reportTable({ unitNames }: ListFile, { promises }: ProjectFile): AnnexTable {
  const rows = promises.flatMap(({ promise, reports }) =>
    reports
      .filter((it) => it.state === 'adopted')
      .map((it) => [
        it.asOf,
        `${promise.verb}${promise.object}`,
        it.value === null ? (it.stage ?? '—') : `${it.value} ${it.measureUnit}`,
        it.unitId === null ? '—' : (unitNames[it.unitId] ?? '—'),
        `${it.submittedBy}${it.onBehalf ? '（代录）' : ''}`,
        it.unitReviewedBy ?? '—',
        it.decidedBy ?? '—',
        `${it.evidence.length}`,
      ]),
  );
  return {
    landscape: true,
    columns: [
      { title: '截至日', weight: 2, align: 'center' },
      { title: '承诺', weight: 4, align: 'left' },
      { title: '数值或阶段', weight: 2, align: 'right' },
      { title: '单位', weight: 3, align: 'left' },
      { title: '填报', weight: 2, align: 'left' },
      { title: '审核', weight: 2, align: 'left' },
      { title: '采用', weight: 2, align: 'left' },
      { title: '佐证', weight: 1, align: 'right' },
    ],
    rows,
  };
}
