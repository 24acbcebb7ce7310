import { InboxOutlined, KeyOutlined, SolutionOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'ballot',
    title: { 'zh-CN': '票决', en: 'Vote' },
    permission: 'ballot.read',
    load: () => import('./sessions.tsx'),
    menu: { icon: <SolutionOutlined />, order: 180, short: { 'zh-CN': '票决', en: 'Vote' } },
  },
  {
    path: 'ballot/:sessionId',
    title: { 'zh-CN': '表决办法', en: 'Rule sheet' },
    permission: 'ballot.read',
    load: () => import('./sheet.tsx'),
  },
  {
    path: 'ballot/:sessionId/roll',
    title: { 'zh-CN': '名册和到会', en: 'Roll and attendance' },
    permission: 'ballot.manage-roll',
    load: () => import('./roll.tsx'),
  },
  {
    path: 'ballot/:sessionId/desk',
    title: { 'zh-CN': '签到台', en: 'Check-in desk' },
    permission: 'ballot.manage-roll',
    load: () => import('./desk.tsx'),
  },
  {
    path: 'ballot/:sessionId/candidates',
    title: { 'zh-CN': '候选项目', en: 'Candidates' },
    permission: 'ballot.read',
    load: () => import('./candidates.tsx'),
  },
  {
    path: 'ballot/:sessionId/count',
    title: { 'zh-CN': '计票室', en: 'Count room' },
    permission: 'ballot.count-room',
    load: () => import('./count-room.tsx'),
  },
  {
    path: 'ballot/:sessionId/result',
    title: { 'zh-CN': '结果和公告', en: 'Result and notice' },
    permission: 'ballot.count-room',
    load: () => import('./result.tsx'),
  },
  {
    path: 'ballot-box',
    title: { 'zh-CN': '电子票箱', en: 'Electronic ballot box' },
    permission: 'ballot.keep-box',
    load: () => import('./box/office.tsx'),
    menu: { icon: <InboxOutlined />, order: 181, short: { 'zh-CN': '票箱', en: 'Ballot box' } },
  },
  {
    path: 'trustee',
    title: { 'zh-CN': '受托人', en: 'Trustee' },
    permission: 'ballot.keep-key',
    load: () => import('./box/trustee.tsx'),
    menu: { icon: <KeyOutlined />, order: 182, short: { 'zh-CN': '受托人', en: 'Trustee' } },
  },
];
