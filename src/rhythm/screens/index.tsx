import { CoffeeOutlined, TeamOutlined, WarningOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'check-in',
    title: { 'zh-CN': '周碰头', en: 'Weekly check' },
    permission: 'rhythm.read',
    load: () => import('./check-in.tsx'),
    menu: { icon: <CoffeeOutlined />, order: 300, onPhone: 4, short: { 'zh-CN': '碰头', en: 'Week' } },
  },
  {
    path: 'blockers',
    title: { 'zh-CN': '堵点', en: 'Blockers' },
    permission: 'rhythm.read',
    load: () => import('./blockers.tsx'),
    menu: { icon: <WarningOutlined />, order: 310, short: { 'zh-CN': '堵点', en: 'Blockers' } },
  },
  {
    path: 'on-site',
    title: { 'zh-CN': '现场办公台账', en: 'Solved on site' },
    permission: 'rhythm.read-meetings',
    load: () => import('./on-site.tsx'),
  },
  {
    path: 'meetings',
    title: { 'zh-CN': '专题调度会', en: 'Review meetings' },
    permission: 'rhythm.read-meetings',
    load: () => import('./meetings.tsx'),
    menu: { icon: <TeamOutlined />, order: 320, short: { 'zh-CN': '调度会', en: 'Meetings' } },
  },
  {
    path: 'meetings/:meetingId',
    title: { 'zh-CN': '专题调度会', en: 'Review meeting' },
    permission: 'rhythm.read-meetings',
    load: () => import('./meeting.tsx'),
  },
  {
    path: 'meetings/:meetingId/room',
    title: { 'zh-CN': '会议模式', en: 'Meeting mode' },
    permission: 'rhythm.read-meetings',
    load: () => import('./room.tsx'),
  },
  {
    path: 'meetings/:meetingId/papers',
    title: { 'zh-CN': '会议材料', en: 'Papers' },
    permission: 'rhythm.read-meetings',
    load: () => import('./papers.tsx'),
  },
  {
    path: 'meetings/:meetingId/slips',
    title: { 'zh-CN': '交办单', en: 'Orders of a meeting' },
    permission: 'rhythm.read-meetings',
    load: () => import('./slips.tsx'),
  },
  {
    path: 'settings/rhythm',
    title: { 'zh-CN': '周碰头和调度会', en: 'Weekly check and meeting' },
    permission: 'rhythm.set',
    load: () => import('./rhythm-settings.tsx'),
    setting: {
      order: 26,
      lead: { 'zh-CN': '星期几前报，关口提前几天问，堵点几天上会', en: 'By which weekday units answer, how near a gate is asked about' },
    },
  },
];
