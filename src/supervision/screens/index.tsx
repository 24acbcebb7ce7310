import { AuditOutlined, FileTextOutlined, ProfileOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'bulletin',
    title: { 'zh-CN': '月通报', en: 'Monthly bulletin' },
    permission: 'supervision.read',
    load: () => import('./bulletin.tsx'),
    menu: { icon: <FileTextOutlined />, order: 400, short: { 'zh-CN': '通报', en: 'Bulletin' } },
  },
  {
    path: 'settings/bulletin-texts',
    title: { 'zh-CN': '通报固定文字', en: 'Standing texts of the bulletin' },
    permission: 'supervision.set-texts',
    load: () => import('./standing-texts.tsx'),
    setting: {
      order: 18,
      lead: {
        'zh-CN': '每月通报的开头、下一步要求和结尾，本区怎么写',
        en: 'How this district words opening, next steps and closing of every bulletin',
      },
    },
  },
  {
    path: 'one-pager',
    title: { 'zh-CN': '领导一页纸', en: 'One page for a leader' },
    permission: 'supervision.read-documents',
    load: () => import('./one-pager.tsx'),
    menu: { icon: <AuditOutlined />, order: 410, short: { 'zh-CN': '一页纸', en: 'One page' } },
  },
  {
    path: 'unit-page',
    title: { 'zh-CN': '单位页', en: 'Page of a unit' },
    permission: 'supervision.read',
    load: () => import('./unit-page.tsx'),
    menu: { icon: <ProfileOutlined />, order: 420, short: { 'zh-CN': '单位页', en: 'Unit page' } },
  },
  {
    path: 'discrepancies',
    title: { 'zh-CN': '对不上的地方', en: 'Does not add up' },
    permission: 'supervision.read',
    load: () => import('./discrepancies.tsx'),
    menu: { icon: <QuestionCircleOutlined />, order: 240, short: { 'zh-CN': '对不上', en: 'Check' } },
  },
];
