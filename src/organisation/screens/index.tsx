import { TeamOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'organisation',
    title: { 'zh-CN': '单位和岗位', en: 'Units and posts' },
    permission: 'organisation.read',
    load: () => import('./units.tsx'),
    menu: { icon: <TeamOutlined />, order: 520, short: { 'zh-CN': '单位', en: 'Units' } },
  },
  {
    path: 'organisation/units/:unitId',
    title: { 'zh-CN': '单位', en: 'Unit' },
    permission: 'organisation.read',
    load: () => import('./unit.tsx'),
  },
  {
    path: 'organisation/people',
    title: { 'zh-CN': '人员', en: 'People' },
    permission: 'organisation.read-people',
    load: () => import('./people.tsx'),
  },
  {
    path: 'organisation/accounts',
    title: { 'zh-CN': '账号', en: 'Accounts' },
    permission: 'organisation.read-accounts',
    load: () => import('./accounts.tsx'),
  },
  {
    path: 'organisation/slips',
    title: { 'zh-CN': '账号条', en: 'Account slips' },
    permission: 'organisation.print-slips',
    load: () => import('./slips.tsx'),
  },
  {
    path: 'organisation/import',
    title: { 'zh-CN': '一张表导入', en: 'Bring in a table' },
    permission: 'organisation.import',
    load: () => import('./import.tsx'),
  },
  {
    path: 'organisation/district',
    title: { 'zh-CN': '区县名称', en: 'Names of the district' },
    permission: 'organisation.manage-district',
    load: () => import('./district.tsx'),
  },
];
