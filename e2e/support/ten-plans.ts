import path from 'node:path';
import { createDistrict, listUnits } from '#/organisation/door.ts';
import { setOutline } from '#/planning/actions/site-files.ts';
import { recordSite } from '#/planning/actions/sites.ts';
import { readConfig } from '#/platform/config.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { reading } from '#/platform/transaction.ts';
import { findProgrammeOf, listProjectRows } from '#/programme/door.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { type SeedPromise, seedList } from '../../seed/list.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';
import { planWorks } from '../../seed/works.ts';
import { OUTLINE_OF_STORY, PLANS } from './plans-of-story.ts';

/** A district that does not exist, with ten planned projects; every date in it is made up. */
const DISTRICT = '990001';
const PEOPLE = [
  { username: 'wall-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'wall-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'wall-liaison', name: '演示·住建联络员', unit: '区住建局', kind: 'liaison' },
] as const;

const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const say = (line: string) => process.stdout.write(`${line}\n`);
const installation = await openInstallation({ config, isStart: true, say });
await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
const must = mustIn(installation.composition, DISTRICT);
await must(createDistrict, { name: '清泉区', demoToday: '2026-06-18' });
const office = (await seedPeople(must, installation.pool, PEOPLE)).get('wall-office')!;
await seedList(
  must,
  {
    district: DISTRICT,
    year: 2026,
    origin: 'government',
    title: '清泉区2026年民生实事',
    source: '清泉区政府文件',
    frozenFor: '清泉区政府常务会议审定',
    asOf: '2026-06-15',
    projects: PLANS.map(({ name, unit, verb, object, target, measureUnit, done }, i) => {
      const printed = `${target}${measureUnit}`;
      const report = done === null ? {} : { report: { value: done, measureUnit, text: '' } };
      const promise: SeedPromise = { verb, object, target, measureUnit, printed, ...report };
      return { no: String(i + 1), name, text: `${name}：${verb}${object}${printed}。`, leadUnit: unit, promises: [promise] };
    }),
  },
  office,
);
const outline = Buffer.from(JSON.stringify(OUTLINE_OF_STORY));
const digest = await putBytes(installation.composition.world, DISTRICT, outline);
await must(storeFile, { digest, name: '区界.json', size: outline.length, mediaType: 'application/json' }, office);
await must(setOutline, { digest, capturedIn: 'wgs84', source: '测试用的虚构区界', reviewNo: null }, office);
const { projects, units } = await reading(installation.composition.world, DISTRICT, async (reader) => {
  const { id } = (await findProgrammeOf(reader, { year: 2026, kind: 'ten-things' }))!;
  return { projects: await listProjectRows(reader, id), units: await listUnits(reader) };
});
for (const [i, plan] of PLANS.entries()) await planProject(plan, projects[i]!);
await installation.close();
process.exit(0);

async function planProject(plan: (typeof PLANS)[number], { id: projectId, programmeId }: (typeof projects)[number]): Promise<void> {
  for (const [i, [name, lon, lat]] of plan.sites.entries()) {
    const geometry = { type: 'Point', coordinates: [lon, lat] };
    const stage = i < plan.begun ? (i === 0 ? 'done' : 'under-way') : 'not-begun';
    await must(recordSite, { projectId, name, kind: plan.kind, stage, geometry, capturedIn: 'wgs84' }, office);
  }
  if (plan.works.length === 0) return;
  const leadUnitId = units.find((it) => it.name === plan.unit)!.id;
  const isBegun = plan.begun > 0;
  await planWorks({ must, actor: office, evidence: digest }, { programmeId, projectId, name: plan.name, leadUnitId }, { ...plan, isBegun });
}
