import { newId } from '#/kernel/id.ts';
import { editNetwork } from '#/planning/actions/networks.ts';
import { setUpTask } from '#/planning/actions/tasks.ts';
import { openStory, projectsOf } from './opening.ts';

/** A district that does not exist, on the eve of the Dragon Boat holiday: one unit with reports, a claim and two milestones ahead of it. */
const PEOPLE = [
  { username: 'week-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'week-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'week-liaison', name: '演示·水务联络员', unit: '区水务局', kind: 'liaison' },
  { username: 'week-head', name: '演示·水务局长', unit: '区水务局', kind: 'head' },
] as const;

const { must, person, freeze, end } = await openStory({ district: '990003', today: '2026-06-18', people: PEOPLE });
const office = person('week-office');
const list = await freeze(
  office,
  '2026-01-31',
  projectsOf([
    ['区水务局', '农村供水', '更新', '村的供水管网', 12, '个'],
    ['区水务局', '雨污分流', '改造', '雨污分流管网', 9, '公里'],
    ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个'],
  ]),
);
const sewer = list.projects.find(({ name }) => name === '雨污分流')!;
const { id: taskId } = await must<{ id: string }>(
  setUpTask,
  { programmeId: list.programme.id, projectId: sewer.id, name: '东街雨污分流', leadUnitId: sewer.leadUnitId, dueOn: '2026-10-31' },
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
await end();
