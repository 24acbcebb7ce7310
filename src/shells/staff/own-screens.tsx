import { HddOutlined, SafetyOutlined, SettingOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';
import { SETTINGS } from './screens.ts';

/** What belongs to no stage: my account, the journal and the backups of the platform. */
export const screens: readonly Screen[] = [
  { path: 'account', title: { 'zh-CN': '我的账号', en: 'My account' }, permission: null, load: () => import('./account.tsx') },
  {
    path: 'settings',
    title: { 'zh-CN': '设置', en: 'Settings' },
    permission: SETTINGS.flatMap(({ permission }) => permission ?? []),
    load: () => import('./settings.tsx'),
    menu: { icon: <SettingOutlined />, order: 530, short: { 'zh-CN': '设置', en: 'Settings' } },
  },
  {
    path: 'journal',
    title: { 'zh-CN': '操作日志', en: 'Journal' },
    permission: 'platform.read-journal',
    load: () => import('./journal.tsx'),
    menu: { icon: <SafetyOutlined />, order: 540, short: { 'zh-CN': '日志', en: 'Journal' } },
  },
  {
    path: 'backups',
    title: { 'zh-CN': '备份', en: 'Backups' },
    permission: 'platform.read-backups',
    load: () => import('./backups.tsx'),
    menu: { icon: <HddOutlined />, order: 550, short: { 'zh-CN': '备份', en: 'Backups' } },
  },
];
