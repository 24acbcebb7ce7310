import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { longDate } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import type { Draft } from '#/programme/rules/draft.ts';
import type { Answer } from '#/testing.ts';
import { loadTable } from './actions/task-files.ts';
import { makeTaskSheet } from './documents/task-sheet.ts';
import { aPoint, OUTLINE } from './rules/fixtures.ts';
import type { NetworkChange } from './rules/network-change.ts';
import { scheduleLabels } from './screens/schedule-labels.ts';
import { aSewer, type TestSewer } from './test-network.ts';
import { refusalOf, valueIn } from './test-places.ts';
import { type PlanningRefusal, wordsOf } from './words/refusals.ts';
import { actSentence, remarkSentence } from './words/schedule.ts';

const said = (answer: Answer): string => wordsOf(refusalOf<PlanningRefusal>(answer), 'zh-CN');

/** An activity of a project of another district, which exists there. */
async function anActivityElsewhere({ app }: TestSewer): Promise<string> {
  await app.mustRun(createDistrict, '990002', { name: '石桥区', demoToday: null });
  const office = app.as('office', { district: '990002' });
  const from = { text: '序号\t项目内容\t牵头单位\n1\t更新5个村的供水设施。\t区水利局', html: null };
  const list = { programmeId: newId(), year: 2026, title: '石桥区2026年民生实事', from };
  const { programmeId, draft } = valueIn<{ programmeId: string; draft: Draft }>(await office.run('programme.read-list', list));
  const projects = draft.projects.map((it) => ({ ...it, withoutNumber: 'later' as const }));
  valueIn(await office.run('programme.save-draft', { programmeId, draft: { ...draft, projects } }));
  valueIn(await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }));
  const [project] = ((await office.get('/planning/sites')).body as { projects: { id: string; unitIds: string[] }[] }).projects;
  const task = { programmeId, projectId: project!.id, name: '供水', leadUnitId: project!.unitIds[0], dueOn: '2026-10-31' };
  const { id: taskId } = valueIn<{ id: string }>(await office.run('planning.set-up-task', task));
  const activityId = newId();
  const edits = [{ do: 'add', activityId, taskId, name: '勘察', days: 3 }];
  valueIn(await office.run('planning.edit-network', { projectId: project!.id, edits }));
  return activityId;
}

test('a circle, a calendar that is not there and a link into another district are each told by name, and nothing is kept', async (t) => {
  const sewer = await aSewer(t);
  const { edit, ids, taskId, shown } = sewer;
  const elsewhere = await anActivityElsewhere(sewer);
  const add = (more: object) => ({ do: 'add', activityId: newId(), taskId, name: '临时工序', days: 3, ...more });
  const before = (await shown()).network;
  const cases: readonly (readonly [object, string])[] = [
    [
      { do: 'link', from: ids[2], to: ids[0] },
      '工序互相等待，排不出日期：“施工图审查和批复”→“招标文件审定发出”→“招标文件到开标”→“施工图审查和批复”。请去掉其中一条搭接。',
    ],
    [add({ calendar: 'moon' }), '工序“临时工序”用的工作历“moon”不存在，请换一种工作历，或先在“设置—工作历”里登记。'],
    [
      { do: 'link', from: ids[0], to: elsewhere },
      '搭接只能在同一件实事的工序之间建立，“施工图审查和批复”的另一端不在这件实事里。请重新选择。',
    ],
    [
      { do: 'link', from: elsewhere, to: ids[0] },
      '搭接只能在同一件实事的工序之间建立，“施工图审查和批复”的另一端不在这件实事里。请重新选择。',
    ],
  ];

  for (const [bad, sentence] of cases) assert.equal(said(await edit([add({ name: '同批的另一道' }), bad])), sentence);
  assert.deepEqual((await shown()).network, before);
});

test('dates past the announced holidays are marked provisional and the page says until when the calendar holds', async (t) => {
  const { shown } = await aSewer(t);

  const { schedule, network } = await shown('2026-11-02');

  assert.equal(schedule.refusal, null);
  assert.ok(schedule.provisional.length > 0 && schedule.provisional.length < schedule.planned.length);
  const late = schedule.planned.filter(({ activity }) => schedule.provisional.includes(activity.id));
  assert.ok(late.every(({ dates }) => dates.earlyFinish > '2026-12-31' || (dates.lateFinish ?? '') > '2026-12-31'));
  const covered = network.calendars.office!.spec.covers![1];
  assert.equal(
    scheduleLabels['zh-CN'].provisionalNote(longDate(covered)),
    '有工序排到了 2026年12月31日 之后，那一年的放假安排还没有公布，日期标“暂定”。',
  );
});

test('a work longer than its season is scheduled into the next one and said to be too long for one', async (t) => {
  const { edit, ids, shown } = await aSewer(t);

  valueIn(await edit([{ do: 'change', activityId: ids[5], days: 230 }]));

  const { schedule, network } = await shown();
  assert.deepEqual(
    schedule.remarks.map((it) => remarkSentence(it, network.activities, 'zh-CN')),
    ['“管道铺设”要 230 天，一个施工季只有 206 天，一季做不完，会跨到下一季'],
  );
  assert.ok(schedule.planned.find(({ activity }) => activity.id === ids[5])!.dates.earlyFinish > '2027-04-01');
});

test('a table with a renamed column and a site outside the district are told by name, and nothing of them is taken', async (t) => {
  const sewer = await aSewer(t);
  const { app, office, programmeId, file, project } = sewer;
  const bytes = await app.read('990001', async (reader) => {
    const { shown, world, title } = await loadTable({ ...reader, actor: office.actor }, programmeId);
    return makeTaskSheet(title, shown, world.names);
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const head = book.getWorksheet('分解表')!.getRow(1);
  head.eachCell((cell) => {
    if (cell.value === '完成时限') cell.value = '截止日';
  });
  const renamed = await file('分解表.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  const outline = await file('区界.geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry: OUTLINE }));
  valueIn(
    await office.run('planning.set-outline', { digest: outline, capturedIn: 'wgs84', source: '区自然资源局', reviewNo: '示例审图号' }),
  );
  const far = { projectId: project('1').id, name: '远方广场', kind: 'other', geometry: aPoint(102.5, 40.2), capturedIn: 'wgs84' };

  assert.equal(
    said(await office.run('planning.import-tasks', { digest: renamed, programmeId })),
    '没有找到“完成时限”这一栏。“截止日”不是表里的栏目。表头请不要改，按下载的表填写。',
  );
  assert.equal(said(await office.run('planning.record-site', far)), '“远方广场”的坐标落在区界之外，请核对坐标和坐标系。');
  const { sites } = (await office.get('/planning/sites')).body as { sites: readonly unknown[] };
  assert.deepEqual([(await sewer.tasks()).length, sites.length], [1, 0]);
});

test('a table of sites or of areas with a renamed column is told by name, so that what was not to be public does not become so', async (t) => {
  const { app, office, programmeId, file } = await aSewer(t);
  const sites = (heads: string) => file('点位.csv', `${heads}\n1,仓库,其他,100.5,40.2,未开工,否,王\n`);
  const take = async (heads: string) =>
    office.run('planning.import-sites', { digest: await sites(heads), programmeId, capturedIn: 'wgs84' });
  const areas = await file('区域.csv', '名称,类别,所在乡镇\n柳河村,行政村,石桥镇\n');

  assert.equal(
    said(await take('实事序号,点位名称,类别,经度,纬度,阶段,对外,联系人')),
    '没有找到“所在区域”“是否公开”这一栏。“对外”“联系人”不是表里的栏目。表头请不要改，按下载的表填写。',
  );
  assert.equal(
    said(await office.run('planning.import-areas', { digest: areas })),
    '没有找到“上级”“统计区划代码”这一栏。“所在乡镇”不是表里的栏目。表头请不要改，按下载的表填写。',
  );
  const { rowCount } = await app.ownerPool.query('select 1 from planning.site union all select 1 from planning.area');
  assert.equal(rowCount, 0);
  valueIn(await take('实事序号,点位名称,类别,经度,纬度,阶段,是否公开,备注'));
});

test('of two who edit one network at once the later is told in words what the earlier did, and may then save on top of it', async (t) => {
  const { edit, ids, office, projectId, shown } = await aSewer(t);
  const seen = (await shown()).network.version;
  valueIn(await edit([{ do: 'change', activityId: ids[5], days: 55 }], seen));

  const late = refusalOf<{ kind: string; seen: number; current: number }>(
    await edit([{ do: 'change', activityId: ids[6], days: 20 }], seen),
  );
  const { body } = await office.get(`/planning/network-changes?projectId=${projectId}&after=${late.seen}`);
  const [change, ...more] = body as NetworkChange[];

  assert.deepEqual([late.kind, late.seen, late.current], ['changed-since', seen, seen + 1]);
  assert.deepEqual([more.length, change!.changes.map((it) => actSentence(it, 'zh-CN'))], [0, ['“管道铺设”的天数由 60 改为 55']]);
  valueIn(await edit([{ do: 'change', activityId: ids[6], days: 20 }], late.current));
  const { activities } = (await shown()).network;
  assert.deepEqual([activities[5]!.days, activities[6]!.days], [55, 20]);
});

test('what was done to a link is told with its way and its days', () => {
  const linked = { act: 'linked', name: '路面恢复', after: '管道铺设', type: 'SS', lag: 20 } as const;

  assert.deepEqual(
    [linked, { ...linked, type: 'FS', lag: -2 } as const, { ...linked, act: 'unlinked', type: 'FF', lag: 0 } as const].map((it) =>
      actSentence(it, 'zh-CN'),
    ),
    ['“路面恢复”在“管道铺设”开始后开始，隔 20 天', '“路面恢复”接在“管道铺设”之后，提前 2 天', '去掉搭接：“路面恢复”在“管道铺设”完成后完成'],
  );
  assert.equal(actSentence(linked, 'en'), '“路面恢复” starts after the start of “管道铺设”, 20 days later');
});
