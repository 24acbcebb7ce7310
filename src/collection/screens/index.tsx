import { InboxOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'collection',
    title: { 'zh-CN': '收表', en: 'Collecting forms' },
    permission: 'collection.read',
    load: () => import('./period.tsx'),
    menu: { icon: <InboxOutlined />, order: 25, short: { 'zh-CN': '收表', en: 'Forms' } },
  },
  {
    path: 'collection/batches/:batchId',
    title: { 'zh-CN': '合并表', en: 'Merged table' },
    permission: 'collection.read',
    load: () => import('./batch.tsx'),
  },
  {
    path: 'collection/templates',
    title: { 'zh-CN': '套表', en: 'Forms of higher levels' },
    permission: 'collection.fill-template',
    load: () => import('./templates.tsx'),
  },
  {
    path: 'collection/templates/:templateId',
    title: { 'zh-CN': '套表', en: 'Forms of higher levels' },
    permission: 'collection.fill-template',
    load: () => import('./template.tsx'),
  },
];
