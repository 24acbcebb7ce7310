import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aProject, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { type BulletinContent, bulletinOf } from '../rules/bulletin.ts';
import { defaultSettings } from '../rules/settings.ts';
import { aFullBoard } from '../test-board.ts';
import { bulletinWords } from '../words/bulletin.ts';
import { bulletinLetter } from './bulletin-letter.ts';

const settings = defaultSettings('清泉区政府督查室');

function letterOf(content: BulletinContent) {
  return bulletinLetter({ content, overrides: [], issuedOn: '2026-06-18' });
}

function textOf(content: BulletinContent): string {
  return letterOf(content)
    .body.map((it) => (it.kind === 'paragraph' ? `${it.lead ?? ''}${it.text}` : it.text))
    .join('\n');
}

test('the letter says where the list stands, who is behind and by how much, what cannot be judged, what is asked, and where to object', () => {
  const letter = letterOf(bulletinOf({ board: aFullBoard(), month: 6, settings }));

  assert.deepEqual(
    letter.body.filter((it) => it.kind === 'heading').map((it) => it.text),
    ['总体情况', '滞后的承诺', '严重滞后5项', '其他承诺的进展', '无法判断的承诺', '下一步要求', '异议反馈'],
  );
  assert.deepEqual(letter.title.join(''), '关于2026年6月份民生实事项目进展情况的通报');
});

test('one behind is named with its unit, its days, what each day must bring, and its finish at this speed', () => {
  const text = textOf(bulletinOf({ board: aFullBoard(), month: 6, settings }));
  const line = text.split('\n').find((it) => it.includes('乙肝抗体检测'))!;

  assert.equal(
    line,
    '第10件“重点人群健康”：提供乙肝抗体检测。牵头单位区卫健局。目标约40万名，已完成57,000名，占目标的14.3%；按计划应完成185,205名，低于计划32.1个百分点，落后117天。' +
      '尚差34.3万名，要在12月31日前完成，此后196天每天须完成1,750名，是此前速度的5.2倍。按目前速度，预计2029年3月完成（只有1次报送，单点推算）。按默认直线推算（单位未报计划）。',
  );
});

test('the annex has a line for each promise, a row of the list printed once', () => {
  const { table } = letterOf(bulletinOf({ board: aFullBoard(), month: 6, settings })).annexes[0]!;

  assert.equal(table.columns.length, 10);
  assert.equal(table.rows.length, 14);
  assert.deepEqual(
    table.rows.slice(-3).map(([no, , promise, target, done, planned, light, days]) => [no, promise, target, done, planned, light, days]),
    [
      ['10', '提供乙肝抗体检测', '约40万名', '57,000名', '185,205名', '■ 严重滞后', '117'],
      [null, '接种HPV疫苗', '约3,600名', '204名', '1,667名', '■ 严重滞后', '148'],
      [null, '提供婚前医学检查', '无目标值', '150对', '—', '◌ 无数据', '—'],
    ],
  );
});

test('where nothing can be judged the letter does not say that nothing is behind', () => {
  const text = textOf(bulletinOf({ board: boardOf(aBoardInput({ reports: [] })), month: 6, settings }));

  assert.match(text, /没有一项承诺可以判断进度，不能说没有滞后/);
  assert.match(text, /无数据1项。人社部门：第1件举办招聘会。没有可以采用的报送/);
});

test('an empty list makes a letter without an annex, a bare row is named', () => {
  const empty = letterOf(bulletinOf({ board: boardOf(aBoardInput({ projects: [], promises: [], reports: [] })), month: 1, settings }));
  const bare = textOf(
    bulletinOf({
      board: boardOf(aBoardInput({ projects: [aProject({ leadUnitId: null })], promises: [], reports: [] })),
      month: 1,
      settings,
    }),
  );

  assert.deepEqual(empty.annexes, []);
  assert.match(bare, /未列承诺1件。第1件“便民就业服务”/);
});

test('the red head bears the office’s own number, and its title begins with its name', () => {
  const own = {
    ...settings,
    head: 'red-head',
    mark: '清泉区人民政府办公室文件',
    numberCode: '清政办发',
    issuer: '清泉区人民政府办公室',
  } as const;

  const letter = letterOf(bulletinOf({ board: aFullBoard(), month: 6, settings: own, issue: null }));

  assert.deepEqual(letter.head, { kind: 'red-head', mark: own.mark, number: { code: '清政办发', year: 2026, serial: null } });
  assert.equal(letter.title[0], '清泉区人民政府办公室');
});

test('every month of the year has its letter, and no sentence has a hole', () => {
  for (let month = 1; month <= 12; month++) {
    const content = bulletinOf({ board: aFullBoard(), month, settings });
    const english = bulletinWords.en;
    const said = [
      textOf(content),
      ...english.overall(content),
      ...content.behind.map((it) => english.behind(it).text),
      english.title(content).join(''),
    ];
    assert.doesNotMatch(said.join('\n'), /undefined|NaN|null|\[object|\{/);
    assert.match(letterOf(content).title.join(''), new RegExp(`2026年${month}月份`));
  }
});

test('a bulletin over a hundred promises is one document with a row for each', async () => {
  const promises = Array.from({ length: 100 }, (_, i) => aPromise({ id: `p${i}`, position: i }));
  const reports = promises.map(({ id }, i) => aReport({ id: `r${i}`, promiseId: id, value: i % 15 }));
  const bulletin = bulletinOf({ board: boardOf(aBoardInput({ promises, reports })), month: 6, settings });

  const bytes = await writeOfficialLetter(letterOf(bulletin));

  assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
  assert.equal(bulletin.items.length, 100);
});
