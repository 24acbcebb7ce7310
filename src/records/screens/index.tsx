import { DatabaseOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'records',
    title: { 'zh-CN': '实绩', en: 'Records' },
    permission: 'records.read',
    load: () => import('./people/home.tsx'),
    menu: { icon: <DatabaseOutlined />, order: 160, short: { 'zh-CN': '实绩', en: 'Records' } },
  },
  {
    path: 'records/imports/:importNo',
    title: { 'zh-CN': '导入', en: 'Import' },
    permission: 'records.read',
    load: () => import('./people/import.tsx'),
  },
  {
    path: 'records/figure/:promiseId',
    title: { 'zh-CN': '数的来源', en: 'A figure and its records' },
    permission: 'records.read',
    load: () => import('./people/figure.tsx'),
  },
  {
    path: 'records/duplicates/:kindId',
    title: { 'zh-CN': '疑似重复', en: 'Duplicates' },
    permission: 'records.read-persons',
    load: () => import('./people/duplicates.tsx'),
  },
  {
    path: 'records/doses/:kindId',
    title: { 'zh-CN': '应种名单', en: 'Who is due' },
    permission: 'records.read-persons',
    load: () => import('./people/doses.tsx'),
  },
  {
    path: 'records/sign-in/:kindId',
    title: { 'zh-CN': '签到', en: 'Sign in' },
    permission: 'records.sign-in',
    load: () => import('./people/sign-in.tsx'),
  },
  {
    path: 'records/sign-in-event/:entryId',
    title: { 'zh-CN': '活动签到', en: 'Sign in at an event' },
    permission: 'records.sign-in',
    load: () => import('./people/sign-in-event.tsx'),
  },
];
