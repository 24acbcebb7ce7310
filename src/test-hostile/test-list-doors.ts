import { accepted, type TestList } from '#/collection/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { makeImportTemplate } from '#/organisation/import-template.ts';
import { aBase, aSheet, aWordList, LIST_AS_CSV } from './test-bases.ts';
import { asTemplate, type Door, door } from './test-doors.ts';
import type { Base } from './test-mutate.ts';

/** The year's list, the units, the forms that come back and the forms of the higher level. */
export async function doorsOfLists(list: TestList): Promise<readonly Door[]> {
  const { office, app, programmeId } = list;
  const command = 'programme.read-list';
  const reading = (from: object) => ({ programmeId: newId(), year: 2027, title: '清泉区2027年民生实事', from, replace: true });
  return [
    {
      base: await aBase('清单.docx', await aWordList()),
      by: office,
      async *give(file) {
        yield { stage: 'programme', answer: await office.run(command, reading(file)) };
        yield* asTemplate(office, file, 'table 1');
      },
    },
    door({ name: '清单.csv', bytes: LIST_AS_CSV, parts: null }, office, { command, input: reading }),
    door(await aBase('单位导入.xlsx', await makeImportTemplate()), app.as('setup'), {
      command: 'organisation.import',
      input: ({ digest }) => ({ digest }),
    }),
    {
      base: await aBase('报送表.xlsx', (await list.form('区人社局')).bytes),
      by: office,
      async *give(file) {
        const batchId = newId();
        const about = { batchId, programmeId, period: '2026-06', receivedOn: '2026-07-03', files: [file] };
        yield { stage: 'collection', answer: await office.run('collection.take-in', about) };
        yield { stage: 'collection', answer: await office.get(`/collection/batch?batchId=${batchId}`), mayWrite: false };
        yield* asTemplate(office, file, '报送表');
      },
    },
  ];
}

const POINT = {
  type: 'Feature',
  properties: { 实事序号: '3', 点位名称: '西沟食堂', 类别: '养老托育' },
  geometry: { type: 'Point', coordinates: [113.1, 40.1] },
};
const RING = [113, 113.3, 113.3, 113, 113].map((lon, i) => [lon, i === 2 || i === 3 ? 40.2 : 40]);
const json = (name: string, value: unknown): Base => ({ name, bytes: Buffer.from(JSON.stringify(value)), parts: null });

type Projects = { readonly projects: readonly { readonly id: string; readonly no: string; readonly unitIds: readonly string[] }[] };

/** Villages, places on the map, the outline of the district, steps done at each place, tasks. */
export async function doorsOfPlaces({ app, office, programmeId }: TestList): Promise<readonly Door[]> {
  const canteens = ((await office.get('/planning/sites')).body as Projects).projects.find(({ no }) => no === '3')!;
  const projectId = canteens.id;
  const steps = ['选址', '开门'].map((name, i) => ({ id: newId(), name, weight: 40 + 20 * i, needs: [] }));
  accepted(await office.run('planning.set-site-steps', { programmeId, projectId, steps }));
  accepted(await office.run('planning.record-site', { projectId, name: '东泉食堂', kind: 'care' }));
  const task = { programmeId, projectId, name: '食堂装修', leadUnitId: canteens.unitIds[0], dueOn: '2026-10-31' };
  accepted(await office.run('planning.set-up-task', task));
  const table = `/api/990001/planning/task-table?programmeId=${programmeId}&as=xlsx`;
  const tasks = (await app.app.inject({ url: table, headers: { cookie: `test=${office.actor.accountId}` } })).rawPayload;
  const areas = [
    ['名称', '类别', '上级', '统计区划代码'],
    ['东河乡', '乡镇', '', ''],
    ['东泉村', '行政村', '东河乡', ''],
  ];
  const places = [
    ['实事序号', '点位名称', '类别', '经度', '纬度', '阶段'],
    ['3', '南街食堂', '养老托育', '113.21', '40.11', '在建'],
  ];
  const done = [
    ['点位名称', '选址', '开门'],
    ['东泉食堂', '2026-06-01', ''],
  ];
  const ofSites = {
    command: 'planning.import-sites',
    input: ({ digest }: { digest: string }) => ({ digest, programmeId, capturedIn: 'gcj02' }),
  };
  const ofDigest = ({ digest }: { digest: string }) => ({ digest });
  return [
    door(await aSheet('区域.xlsx', areas), office, { command: 'planning.import-areas', input: ofDigest }),
    door(await aSheet('点位.xlsx', places), office, ofSites),
    door(json('点位.geojson', { type: 'FeatureCollection', features: [POINT] }), office, ofSites),
    door(json('区界.geojson', { type: 'Polygon', coordinates: [RING] }), office, {
      command: 'planning.set-outline',
      input: ({ digest }) => ({ digest, capturedIn: 'wgs84', source: '区自然资源局', reviewNo: '' }),
    }),
    door(await aSheet('步骤.xlsx', done), office, { command: 'planning.import-steps', input: ({ digest }) => ({ digest, projectId }) }),
    door(await aBase('分解表.xlsx', tasks), office, { command: 'planning.import-tasks', input: ({ digest }) => ({ digest, programmeId }) }),
  ];
}
