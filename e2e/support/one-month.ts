import { setOverseeingLeader } from '#/programme/actions.ts';
import { openStory, projectsOf } from './opening.ts';

/** A district that does not exist, in the middle of June: three units, two of them far behind, and the leader who oversees them. */
const PEOPLE = [
  { username: 'month-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'month-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'month-health', name: '演示·卫健联络员', unit: '区卫健局', kind: 'liaison' },
  { username: 'month-health-head', name: '演示·卫健局长', unit: '区卫健局', kind: 'head' },
  { username: 'month-civil', name: '演示·民政联络员', unit: '区民政局', kind: 'liaison' },
  { username: 'month-civil-head', name: '演示·民政局长', unit: '区民政局', kind: 'head' },
  { username: 'month-culture', name: '演示·文旅联络员', unit: '区文旅局', kind: 'liaison' },
  { username: 'month-culture-head', name: '演示·文旅局长', unit: '区文旅局', kind: 'head' },
] as const;

const { must, person, freeze, end } = await openStory({ district: '990004', today: '2026-06-17', people: PEOPLE });
const office = person('month-office');
const { projects } = await freeze(
  office,
  '2026-06-15',
  projectsOf([
    ['区卫健局', '免费检测', '完成', '免费检测', 40_000, '人次', 6_000],
    ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个', 9],
    ['区文旅局', '文化进村', '举办', '送戏下乡', 60, '场', 10],
  ]),
);
const { postId } = person('month-leader');
for (const { id: projectId } of projects) await must(setOverseeingLeader, { projectId, postId }, office);
await end();
