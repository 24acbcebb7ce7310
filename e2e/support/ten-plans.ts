import { listUnits } from '#/organisation/door.ts';
import { setOutline } from '#/planning/actions/site-files.ts';
import { recordSite } from '#/planning/actions/sites.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { reading } from '#/platform/transaction.ts';
import { listProjectRows } from '#/programme/door.ts';
import { planWorks } from '../../seed/works.ts';
import { openStory, projectsOf } from './opening.ts';
import { OUTLINE_OF_STORY, PLANS } from './plans-of-story.ts';

/** A district that does not exist, with ten planned projects; every date in it is made up. */
const DISTRICT = '990001';
const PEOPLE = [
  { username: 'wall-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'wall-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'wall-liaison', name: '演示·住建联络员', unit: '区住建局', kind: 'liaison' },
] as const;

const { installation, must, person, freeze, end } = await openStory({
  district: DISTRICT,
  name: '清泉区',
  today: '2026-06-18',
  people: PEOPLE,
});
const { world } = installation.composition;
const office = person('wall-office');
const {
  programme: { id: programmeId },
} = await freeze(
  office,
  '2026-06-15',
  projectsOf(PLANS.map((it) => [it.unit, it.name, it.verb, it.object, it.target, it.measureUnit, it.done ?? undefined])),
);
const outline = Buffer.from(JSON.stringify(OUTLINE_OF_STORY));
const digest = await putBytes(world, DISTRICT, outline);
await must(storeFile, { digest, name: '区界.json', size: outline.length, mediaType: 'application/json' }, office);
await must(setOutline, { digest, capturedIn: 'wgs84', source: '测试用的虚构区界', reviewNo: null }, office);
const { projects, units } = await reading(world, DISTRICT, async (reader) => ({
  projects: await listProjectRows(reader, programmeId),
  units: await listUnits(reader),
}));
for (const [i, plan] of PLANS.entries()) await planProject(plan, projects[i]!);
await end();

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
