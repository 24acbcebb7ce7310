import { DiffOutlined, FormOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

/** Events, works, money and visits, and the page where two figures are put together. */
export const entryScreens: readonly Screen[] = [
  {
    path: 'records/entries',
    title: { 'zh-CN': '场次、工程量、资金', en: 'Events, works, money' },
    permission: 'records.read',
    load: () => import('./entries/home.tsx'),
    menu: { icon: <FormOutlined />, order: 165, short: { 'zh-CN': '场次', en: 'Events' } },
  },
  {
    path: 'records/visits',
    title: { 'zh-CN': '走访困难家庭', en: 'Visits to families' },
    permission: 'records.read',
    load: () => import('./visits/visits.tsx'),
  },
  {
    path: 'records/compare',
    title: { 'zh-CN': '两个数能不能比', en: 'Comparing two figures' },
    permission: 'records.read',
    load: () => import('./compare/compare.tsx'),
    menu: { icon: <DiffOutlined />, order: 245, short: { 'zh-CN': '比较', en: 'Compare' } },
  },
];
