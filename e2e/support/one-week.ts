import path from 'node:path';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { editNetwork } from '#/planning/actions/networks.ts';
import { setUpTask } from '#/planning/actions/tasks.ts';
import { readConfig } from '#/platform/config.ts';
import { reading } from '#/platform/transaction.ts';
import { listProgrammes, loadProgramme } from '#/programme/door.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { type SeedPromise, seedList } from '../../seed/list.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';

/** A district that does not exist, on the eve of the Dragon Boat holiday: one unit with reports, a claim and two milestones ahead of it. */
const DISTRICT = '990003';
const PEOPLE = [
  { username: 'week-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'week-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'week-liaison', name: '演示·水务联络员', unit: '区水务局', kind: 'liaison' },
  { username: 'week-head', name: '演示·水务局长', unit: '区水务局', kind: 'head' },
] as const;

const LINES = [
  ['区水务局', '农村供水', '更新', '村的供水管网', 12, '个'],
  ['区水务局', '雨污分流', '改造', '雨污分流管网', 9, '公里'],
  ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个'],
] as const;
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
await must(createDistrict, { name: '试点区', demoToday: '2026-06-18' });
const office = (await seedPeople(must, installation.pool, PEOPLE)).get('week-office')!;
const list = { year: 2026, origin: 'government', title: '试点区2026年民生实事', source: '试点区政府文件' } as const;
const frozenFor = '试点区政府常务会议审定';
await seedList(must, { ...list, district: DISTRICT, frozenFor, asOf: '2026-01-31', projects }, office);
const { programmeId, sewer } = await reading(installation.composition.world, DISTRICT, async (reader) => {
  const stored = (await listProgrammes(reader))[0]!;
  const loaded = await loadProgramme(reader, stored);
  return { programmeId: stored.id, sewer: loaded.projects.find(({ name }) => name === '雨污分流')! };
});
const { id: taskId } = await must<{ id: string }>(
  setUpTask,
  { programmeId, projectId: sewer.id, name: '东街雨污分流', leadUnitId: sewer.leadUnitId, dueOn: '2026-10-31' },
  office,
);
const add = { do: 'add', taskId, days: 5, isMilestone: true } as const;
await must(
  editNetwork,
  {
    projectId: sewer.id,
    edits: [
      { ...add, activityId: newId(), name: '施工图批复', finishBy: '2026-06-15' },
      { ...add, activityId: newId(), name: '招标文件发出', finishBy: '2026-06-22' },
    ],
  },
  office,
);
await installation.close();
process.exit(0);
