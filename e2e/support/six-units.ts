import { setUpArea } from '#/planning/actions/areas.ts';
import { openStory, projectsOf } from './opening.ts';

/** A district that does not exist: six lead units that never log in, a seventh that does. */
const PEOPLE = [
  { username: 'story-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'story-leader', name: '演示·分管领导', unit: '区政府', kind: 'leader' },
  { username: 'story-liaison', name: '演示·文旅联络员', unit: '区文旅局', kind: 'liaison' },
  { username: 'story-deputy', name: '演示·文旅副局长', unit: '区文旅局', kind: 'deputy-head' },
] as const;

const { must, person, freeze, end } = await openStory({ district: '990002', today: '2026-07-02', people: PEOPLE });
const office = person('story-office');
await freeze(
  office,
  '2026-01-31',
  projectsOf([
    ['区民政局', '老年助餐', '建成', '社区助餐点', 20, '个'],
    ['区水务局', '农村供水', '更新', '村的供水管网', 12, '个'],
    ['区住建局', '停车便民', '新建', '公共停车泊位', 600, '个'],
    ['区交通局', '农村公路', '新改建', '农村公路', 26, '公里'],
    ['区教体局', '校园照明', '改造', '教室照明', 80, '间'],
    ['区商务局', '便民市场', '改造', '便民市场', 4, '个'],
    ['区文旅局', '文化进村', '举办', '送戏下乡', 60, '场'],
  ]),
);
const { id: parentId } = await must<{ id: string }>(setUpArea, { kind: 'township', name: '试点乡' }, office);
for (const name of ['东泉村', '西沟村']) await must(setUpArea, { kind: 'village', name, parentId }, office);
await end();
