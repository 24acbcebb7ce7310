import { GlobalOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'editions',
    title: { 'zh-CN': '公开版', en: 'Editions' },
    permission: 'publication.read',
    load: () => import('./editions.tsx'),
    menu: { icon: <GlobalOutlined />, order: 50, short: { 'zh-CN': '公开', en: 'Public' } },
  },
  {
    path: 'editions/:editionId',
    title: { 'zh-CN': '公开版', en: 'Edition' },
    permission: 'publication.read',
    load: () => import('./edition.tsx'),
  },
];
