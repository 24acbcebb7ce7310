import { InboxOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'collection',
    title: { 'zh-CN': '收表', en: 'Collecting forms' },
    permission: 'collection.read',
    load: () => import('./period.tsx'),
    menu: { icon: <InboxOutlined />, order: 200, short: { 'zh-CN': '收表', en: 'Forms' } },
  },
  {
    path: 'collection/batches/:batchId',
    title: { 'zh-CN': '合并表', en: 'Merged table' },
    permission: 'collection.read',
    load: () => import('./batch.tsx'),
  },
  {
    path: 'settings/calendar',
    title: { 'zh-CN': '报送日历和催报文字', en: 'Reporting calendar and reminder' },
    permission: 'collection.keep-calendar',
    load: () => import('./calendar-settings.tsx'),
    setting: {
      order: 15,
      lead: { 'zh-CN': '多久报一次、几天内报回，群里的催报文字怎么写', en: 'How often, due when, and what the text for the group says' },
    },
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
