import path from 'node:path';
import { createDistrict } from '#/organisation/door.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import { readConfig } from '#/platform/config.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { type SeedPromise, seedList } from '../../seed/list.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';

/** A district that does not exist: six lead units that never log in, a seventh that does. */
const DISTRICT = '990002';
const PEOPLE = [
  { username: 'story-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'story-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'story-liaison', name: '演示·文旅联络员', unit: '区文旅局', kind: 'liaison' },
  { username: 'story-deputy', name: '演示·文旅副局长', unit: '区文旅局', kind: 'deputy-head' },
] as const;

const LINES: readonly (readonly [unit: string, name: string, verb: string, object: string, target: number, measureUnit: string])[] = [
  ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个'],
  ['区水务局', '农村供水', '更新', '村的供水管网', 12, '个'],
  ['区住建局', '停车便民', '新建', '公共停车泊位', 600, '个'],
  ['区交通局', '农村公路', '新改建', '农村公路', 26, '公里'],
  ['区教体局', '校园照明', '改造', '教室照明', 80, '间'],
  ['区商务局', '便民市场', '改造', '便民市场', 4, '个'],
  ['区文旅局', '文化进村', '举办', '送戏下乡', 60, '场'],
];

const projects = LINES.map(([leadUnit, name, verb, object, target, measureUnit], i) => {
  const printed = `${target}${measureUnit}`;
  const promise: SeedPromise = { verb, object, target, measureUnit, printed };
  return { no: String(i + 1), name, text: `${name}：${verb}${object}${printed}。`, leadUnit, promises: [promise] };
});

const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const say = (line: string) => process.stdout.write(`${line}\n`);
const installation = await openInstallation({ config, isStart: true, say });
await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
const must = mustIn(installation.composition, DISTRICT);
await must(createDistrict, { name: '试点区', demoToday: '2026-07-02' });
const office = (await seedPeople(must, installation.pool, PEOPLE)).get('story-office')!;
await seedList(
  must,
  {
    district: DISTRICT,
    year: 2026,
    origin: 'government',
    title: '试点区2026年民生实事',
    source: '试点区政府文件',
    frozenFor: '试点区政府常务会议审定',
    asOf: '2026-01-31',
    projects,
  },
  office,
);
const { id: parentId } = await must<{ id: string }>(setUpArea, { kind: 'township', name: '试点乡' }, office);
for (const name of ['东泉村', '西沟村']) await must(setUpArea, { kind: 'village', name, parentId }, office);
await installation.close();
process.exit(0);
