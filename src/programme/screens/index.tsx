import { OrderedListOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'programmes',
    title: { 'zh-CN': '年度清单', en: 'Programmes' },
    permission: 'programme.read',
    load: () => import('./list.tsx'),
    menu: { icon: <OrderedListOutlined />, order: 500, short: { 'zh-CN': '清单', en: 'Lists' } },
  },
  {
    path: 'programmes/new',
    title: { 'zh-CN': '导入清单', en: 'Read a list' },
    permission: 'programme.prepare',
    load: () => import('./wizard.tsx'),
  },
  {
    path: 'programmes/:programmeId',
    title: { 'zh-CN': '清单', en: 'List' },
    permission: 'programme.read',
    load: () => import('./frozen.tsx'),
  },
  {
    path: 'programmes/:programmeId/draft',
    title: { 'zh-CN': '核对清单', en: 'Check the list' },
    permission: 'programme.prepare',
    load: () => import('./wizard.tsx'),
  },
];
