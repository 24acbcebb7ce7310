import { BarChartOutlined, FileDoneOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'assessment',
    title: { 'zh-CN': '季考评', en: 'Quarterly assessment' },
    permission: 'assessment.read',
    load: () => import('./assessment.tsx'),
    menu: { icon: <BarChartOutlined />, order: 430, short: { 'zh-CN': '考评', en: 'Scores' } },
  },
  {
    path: 'settlement',
    title: { 'zh-CN': '年终结账', en: 'Settlement of the year' },
    permission: 'assessment.read',
    load: () => import('./settlement.tsx'),
    menu: { icon: <FileDoneOutlined />, order: 440, short: { 'zh-CN': '结账', en: 'Settle' } },
  },
  {
    path: 'settings/score-sheet',
    title: { 'zh-CN': '评分表', en: 'Score sheet' },
    permission: 'assessment.set-sheet',
    load: () => import('./sheet.tsx'),
    setting: {
      order: 20,
      lead: {
        'zh-CN': '季考评按什么计分、怎么排名，各项目的难度系数',
        en: 'What a quarter is scored by, how ties rank, difficulty of projects',
      },
    },
  },
  {
    path: 'settings/priorities',
    title: { 'zh-CN': '工作报告重点', en: 'Priorities of the work report' },
    permission: 'assessment.set-priorities',
    load: () => import('./priorities.tsx'),
    setting: {
      order: 21,
      lead: { 'zh-CN': '每件实事对应政府工作报告的哪几条重点', en: 'Which priorities of the work report each project serves' },
    },
  },
];
