import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { aSession, type TestSession } from './test-session.ts';

type Report = {
  readonly rows: readonly { readonly name: string }[];
  readonly remarks: readonly { readonly row: number; readonly field: string; readonly kind: string; readonly isError: boolean }[];
};

async function download({ app, office }: TestSession, what: string): Promise<Buffer> {
  const headers = { cookie: `test=${office.actor.accountId}` };
  const response = await app.app.inject({ url: `/api/990001/ballot/${what}/template.xlsx`, headers });
  assert.equal(response.statusCode, 200);
  return response.rawPayload;
}

/** The template with these lines under its head, as an office fills it in. */
async function filled(template: Buffer, lines: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(template as never);
  for (const line of lines) book.worksheets[0]!.addRow([...line]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Answer = { readonly value?: Report; readonly refusal?: { readonly kind: string } };

async function readBack({ office }: TestSession, what: string, file: Buffer): Promise<Answer> {
  const { digest, name } = (await office.upload(`${what}.xlsx`, file)).body as unknown as { digest: string; name: string };
  return (await office.get(`/ballot/${what}/check?digest=${digest}&name=${encodeURIComponent(name)}`)).body as Answer;
}

const CASES = [
  {
    what: 'roll',
    head: ['姓名*', '代表团*', '工作单位'],
    good: [
      ['赵一', '城关代表团', '演示小学'],
      ['钱二', '东乡代表团', ''],
    ],
    bad: [
      ['赵一', '城关代表团', '演示小学'],
      ['', '东乡代表团', ''],
      ['赵一', '城关代表团', ''],
      ['孙三', '', '甲'.repeat(81)],
    ],
    said: [
      [3, 'name', 'missing'],
      [4, 'name', 'listed-twice'],
      [5, 'delegation', 'missing'],
      [5, 'unit', 'too-long'],
    ],
  },
  {
    what: 'candidates',
    head: ['项目名称*', '提出依据', '建设内容和目标', '投资', '资金来源', '实施地点', '完成时限', '牵头单位'],
    good: [['口袋公园', '群众反映集中', '新建2处', '120万元', '区级财政', '城区', '10月底前', '演示住建局']],
    bad: [
      ['口袋公园', '依', '内', '投', '资', '地', '时', '位'],
      ['口袋公园', '依', '内', '投', '资', '地', '时', '位'],
      ['', '依', '内', '投', '资', '地', '时', '位'],
      ['路灯', '依', '内', '投', '资', '地', '时', ''],
    ],
    said: [
      [3, 'name', 'listed-twice'],
      [4, 'name', 'missing'],
      [5, 'leadUnit', 'left-empty'],
    ],
  },
] as const;

for (const { what, head, good, bad, said } of CASES)
  test(`the form of the ${what} is downloaded, filled in and read back; a bad row is named with its column, the example is not read`, async (t) => {
    const session = await aSession(t);
    const template = await download(session, what);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as never);

    const report = (await readBack(session, what, await filled(template, good))).value!;
    const wrong = (await readBack(session, what, await filled(template, bad))).value!;
    const empty = await readBack(session, what, template);

    assert.deepEqual((book.worksheets[0]!.getRow(1).values as string[]).slice(1), head);
    assert.deepEqual([report.rows.map((it) => it.name), report.remarks.filter((it) => it.isError)], [good.map(([name]) => name), []]);
    assert.deepEqual(
      wrong.remarks.map((it) => [it.row, it.field, it.kind]),
      said,
    );
    assert.equal(empty.refusal?.kind, 'nothing-read', 'a form that nobody filled in is told');
  });
