import { randomUUID } from 'node:crypto';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { District } from '../district.ts';
import { seconds, timed } from '../numbers.ts';
import type { Started } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED_MS = 10_000;
const FORMS = 50;
const AT_ONCE = 5;
/** Where the form has its first row, its figure and its remark. */
const FIRST_ROW = 5;
const VALUE_COLUMN = 9;
const REMARK_COLUMN = 15;

type Asked = {
  readonly programmeId: string;
  readonly period: { readonly id: string };
  readonly forms: readonly { readonly unitId: string; readonly rows: readonly unknown[] }[];
};

/** Fifty returned forms of ten rows, from the first upload to the merged table with its checks. */
export async function measureForms({ address }: Started, { office, year, code }: District): Promise<Row> {
  const asked = (await (await office.get(`/collection/period?year=${year}&period=${year}-05`)).json()) as Asked;
  const files = await filledForms(office, asked, year);
  const { ms, value } = await timed(async () => {
    const digests: { digest: string; name: string }[] = [];
    for (const { name, bytes } of files) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      const headers = { cookie: office.cookie, 'x-luoshi-csrf': office.csrf };
      const stored = await fetch(`${address}/api/${code}/files`, { method: 'POST', body: form, headers });
      if (!stored.ok) throw new Error(`upload: ${stored.status} ${await stored.text()}`);
      digests.push({ digest: ((await stored.json()) as { digest: string }).digest, name });
    }
    const batchId = randomUUID();
    const about = { batchId, programmeId: asked.programmeId, period: asked.period.id, receivedOn: `${year}-06-01` };
    for (let from = 0; from < digests.length; from += AT_ONCE)
      await office.run('collection.take-in', { ...about, files: digests.slice(from, from + AT_ONCE) });
    const batch = (await (await office.get(`/collection/batch?batchId=${batchId}`)).json()) as { files: unknown[] };
    await office.run('collection.discard-batch', { batchId });
    return batch.files.length;
  });
  if (value !== FORMS) throw new Error(`${value} of ${FORMS} forms were taken`);
  return {
    name: `收表 ${FORMS} returned forms, from upload to merged table`,
    measured: seconds(ms),
    wanted: `≤ ${WANTED_MS / 1000} s`,
    isMet: ms <= WANTED_MS,
  };
}

async function filledForms(office: District['office'], { forms, period }: Asked, year: number) {
  const files: { name: string; bytes: Buffer }[] = [];
  for (let i = 0; i < FORMS; i++) {
    const form = forms[i % forms.length]!;
    const blank = await (await office.get(`/collection/form.xlsx?year=${year}&period=${period.id}&unitId=${form.unitId}`)).arrayBuffer();
    const book = await newWorkbook();
    await book.xlsx.load(blank);
    for (const [row] of form.rows.entries()) {
      book.worksheets[0]!.getCell(FIRST_ROW + row, VALUE_COLUMN).value = 500 + i;
      book.worksheets[0]!.getCell(FIRST_ROW + row, REMARK_COLUMN).value = `样本 ${i}`;
    }
    files.push({ name: `表 (${i}).xlsx`, bytes: Buffer.from(await book.xlsx.writeBuffer()) });
  }
  return files;
}
