import path from 'node:path';
import { createDistrict } from '#/organisation/door.ts';
import { readConfig } from '#/platform/config.ts';
import { reading } from '#/platform/transaction.ts';
import { setOverseeingLeader } from '#/programme/actions.ts';
import { listProgrammes, loadProgramme } from '#/programme/door.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { type SeedPromise, seedList } from '../../seed/list.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';

/** A district that does not exist, in the middle of June: three units, two of them far behind, and the leader who oversees them. */
const DISTRICT = '990004';
const PEOPLE = [
  { username: 'month-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'month-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'month-health', name: '演示·卫健联络员', unit: '区卫健局', kind: 'liaison' },
  { username: 'month-health-head', name: '演示·卫健局长', unit: '区卫健局', kind: 'head' },
  { username: 'month-civil', name: '演示·民政联络员', unit: '区民政局', kind: 'liaison' },
  { username: 'month-civil-head', name: '演示·民政局长', unit: '区民政局', kind: 'head' },
  { username: 'month-culture', name: '演示·文旅联络员', unit: '区文旅局', kind: 'liaison' },
] as const;

const LINES = [
  ['区卫健局', '免费检测', '完成', '免费检测', 40_000, '人次', 6_000],
  ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个', 9],
  ['区文旅局', '文化进村', '举办', '送戏下乡', 60, '场', 10],
] as const;
const projects = LINES.map(([leadUnit, name, verb, object, target, measureUnit, value], i) => {
  const printed = `${target}${measureUnit}`;
  const promise: SeedPromise = {
    verb,
    object,
    target,
    measureUnit,
    printed,
    report: { value, measureUnit, text: `累计${value}${measureUnit}` },
  };
  return { no: String(i + 1), name, text: `${name}：${verb}${object}${printed}。`, leadUnit, promises: [promise] };
});

const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const say = (line: string) => process.stdout.write(`${line}\n`);
const installation = await openInstallation({ config, isStart: true, say });
await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
const must = mustIn(installation.composition, DISTRICT);
await must(createDistrict, { name: '试点区', demoToday: '2026-06-17' });
const people = await seedPeople(must, installation.pool, PEOPLE);
const [office, leader] = [people.get('month-office')!, people.get('month-leader')!];
const list = { year: 2026, origin: 'government', title: '试点区2026年民生实事', source: '试点区政府文件' } as const;
await seedList(must, { ...list, district: DISTRICT, frozenFor: '试点区政府常务会议审定', asOf: '2026-06-15', projects }, office);
const found = await reading(installation.composition.world, DISTRICT, async (reader) =>
  loadProgramme(reader, (await listProgrammes(reader))[0]!),
);
for (const { id: projectId } of found.projects) await must(setOverseeingLeader, { projectId, postId: leader.postId }, office);
await installation.close();
process.exit(0);
