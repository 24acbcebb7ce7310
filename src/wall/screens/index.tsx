import { BarsOutlined, FundProjectionScreenOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'wall',
    title: { 'zh-CN': '挂图', en: 'Wall chart' },
    permission: 'wall.read',
    load: () => import('./wall.tsx'),
    menu: { icon: <FundProjectionScreenOutlined />, order: 120, short: { 'zh-CN': '挂图', en: 'Wall' } },
  },
  {
    path: 'plan-chart',
    title: { 'zh-CN': '排期图', en: 'Schedule chart' },
    permission: 'wall.read',
    load: () => import('./gantt/gantt.tsx'),
    menu: { icon: <BarsOutlined />, order: 145, short: { 'zh-CN': '排期图', en: 'Chart' } },
  },
];
