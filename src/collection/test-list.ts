import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import ExcelJS from 'exceljs';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import { startTestApp, type TestApp, type TestOptions, type TestPerson } from '#/testing.ts';
import { FORM_FIELDS, type FormField, type ReportingForm } from './rules/form.ts';
import type { PeriodView } from './screens/contract.ts';

const TABLE = [
  '序号\t项目内容\t进展情况\t牵头单位',
  '1\t全年举办专场招聘会15场。\t\t区人社局',
  '2\t全年送戏下乡70场。\t\t区文旅局',
  '3\t新建老年食堂3个。\t\t区民政局',
  '4\t新建健身步道12公里。\t\t区人社局',
].join('\n');

/** A frozen list of 2026 in the fictional district 990001, on 3 July, with June to be collected. */
export type TestList = {
  readonly app: TestApp;
  readonly programmeId: string;
  readonly office: TestPerson;
  readonly period: (id?: string) => Promise<PeriodView>;
  readonly form: (unit: string, id?: string) => Promise<{ readonly form: ReportingForm; readonly bytes: Buffer }>;
  readonly liaisonOf: (unit: string) => Promise<TestPerson>;
  /** Uploads the files and takes them into one batch, as the page does. */
  readonly drop: (
    files: Readonly<Record<string, Buffer>>,
    options?: DropOptions,
  ) => Promise<{ batchId: string; files: { name: string; outcome: string }[] }>;
};
type DropOptions = { readonly batchId?: string; readonly as?: TestPerson; readonly period?: string; readonly receivedOn?: string };

export const JUNE = '2026-06';

export async function aFrozenList(t: TestContext, options: TestOptions = { today: '2026-07-03' }): Promise<TestList> {
  const app = await startTestApp(t, options);
  await app.mustRun(createDistrict, '990001', { name: '清泉区' });
  const office = app.as('office');
  const text = { from: { text: TABLE, html: null }, year: 2026, title: '清泉区2026年民生实事' };
  const read = { programmeId: newId(), ...text };
  const { programmeId, draft } = accepted<{ programmeId: string; draft: Draft }>(await office.run('programme.read-list', read));
  accepted(await office.run('programme.save-draft', { programmeId, draft: settled(draft) }));
  accepted(await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }));
  const query = (id: string) => `year=2026&period=${id}`;
  const period = async (id = JUNE) => (await office.get(`/collection/period?${query(id)}`)).body as PeriodView;
  const formOf = async (unit: string, id = JUNE) => (await period(id)).forms.find((it) => it.unitName === unit)!;
  return {
    app,
    programmeId,
    office,
    period,
    form: async (unit, id = JUNE) => {
      const form = await formOf(unit, id);
      const url = `/api/990001/collection/form.xlsx?${query(id)}&unitId=${form.unitId}`;
      const answer = await app.app.inject({ url, headers: { cookie: `test=${office.actor.accountId}`, 'x-luoshi-csrf': 'test' } });
      assert.equal(answer.statusCode, 200, answer.body);
      return { form, bytes: answer.rawPayload };
    },
    liaisonOf: async (unit) => app.as('liaison', { unitId: (await formOf(unit)).unitId }),
    drop: async (files, { batchId = newId(), as = office, period: id = JUNE, receivedOn = options.today ?? '2026-06-18' } = {}) => {
      const digests: { digest: string; name: string }[] = [];
      for (const [name, bytes] of Object.entries(files)) {
        const stored = await as.upload(name, bytes);
        assert.equal(stored.status, 200, stored.text);
        digests.push({ digest: (stored.body as { digest: string }).digest, name });
      }
      return accepted(await as.run('collection.take-in', { batchId, programmeId, period: id, receivedOn, files: digests }));
    },
  };
}

function settled(draft: Draft): Draft {
  return { ...draft, progressAsOf: '2026-06-18', projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later' })) };
}

export function accepted<Value>(answer: { readonly status: number; readonly body: unknown; readonly text: string }): Value {
  assert.equal(answer.status, 200, answer.text);
  return (answer.body as { value: Value }).value;
}

export const kindOf = ({ body }: { readonly body: unknown }): string | undefined => (body as { refusal?: { kind: string } }).refusal?.kind;

type Filled = Partial<Record<FormField, string | number>>;

/** Fills a form as a unit does: cell by cell, row by row; `change` may do anything else to the workbook. */
export async function fill(bytes: Buffer, rows: readonly Filled[], change: (book: ExcelJS.Workbook) => void = () => {}): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  for (const [i, row] of rows.entries())
    for (const [field, value] of Object.entries(row)) sheet.getCell(5 + i, FORM_FIELDS.indexOf(field as FormField) + 2).value = value;
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
