import type ExcelJS from 'exceljs';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { District } from '../district.ts';
import { seconds, timed } from '../numbers.ts';
import type { Started } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED_MS = 3_000;
const ROWS = 1_000;
const COLUMN = { no: 1, name: 4, content: 5, due: 20 } as const;

/** 分解表 of a thousand tasks: out as Excel, and back with a change in every row: checked, compared and written. */
export async function measureTaskTable({ address }: Started, district: District): Promise<Row> {
  const { office, programmeId, year } = district;
  await bring(
    address,
    district,
    await filled(await download(district), (row, i) => {
      row.getCell(COLUMN.no).value = String(1 + (i % 10));
      row.getCell(COLUMN.name).value = `样本事项 ${i + 1}`;
      row.getCell(COLUMN.due).value = `${year}-10-31`;
    }),
  );
  const out = await timed(() => download(district));
  const file = await filled(out.value, (row, i) => {
    row.getCell(COLUMN.content).value = `样本内容 ${i + 1}`;
  });
  const back = await timed(() => bring(address, district, file));
  if (back.value.changed !== ROWS) throw new Error(`${JSON.stringify(back.value)} of ${ROWS} rows were changed`);
  const { tasks } = (await (await office.get(`/planning/breakdown?programmeId=${programmeId}`)).json()) as { tasks: unknown[] };
  if (tasks.length !== ROWS) throw new Error(`${tasks.length} tasks`);
  const ms = out.ms + back.ms;
  return {
    name: `分解表 ${ROWS} rows out, and back with every row changed`,
    measured: seconds(ms),
    wanted: `≤ ${WANTED_MS / 1000} s`,
    isMet: ms <= WANTED_MS,
    note: `out ${seconds(out.ms)}, back ${seconds(back.ms)}`,
  };
}

async function download({ office, programmeId }: District): Promise<ArrayBuffer> {
  return (await office.get(`/planning/task-table?programmeId=${programmeId}&as=xlsx`)).arrayBuffer();
}

async function filled(bytes: ArrayBuffer, fill: (row: ExcelJS.Row, i: number) => void): Promise<Buffer> {
  const book = await newWorkbook();
  await book.xlsx.load(bytes);
  for (let i = 0; i < ROWS; i++) fill(book.worksheets[0]!.getRow(2 + i), i);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Summary = { readonly added: number; readonly changed: number; readonly same: number };

async function bring(address: string, { office, code, programmeId }: District, bytes: Buffer): Promise<Summary> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '分解表.xlsx');
  const headers = { cookie: office.cookie, 'x-luoshi-csrf': office.csrf };
  const stored = await fetch(`${address}/api/${code}/files`, { method: 'POST', body: form, headers });
  const { digest } = (await stored.json()) as { digest: string };
  const checked = await office.get(`/planning/task-import/check?digest=${digest}&programmeId=${programmeId}`);
  const report = (await checked.json()) as { value?: { remarks: unknown[] } };
  if (report.value?.remarks.length !== 0) throw new Error(JSON.stringify(report).slice(0, 400));
  return office.run<Summary>('planning.import-tasks', { digest, programmeId });
}
