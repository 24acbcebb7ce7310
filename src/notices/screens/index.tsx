import { ScheduleOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'my-week',
    title: { 'zh-CN': '我的本周', en: 'My week' },
    permission: 'notices.read-own',
    load: () => import('./my-week.tsx'),
    menu: { icon: <ScheduleOutlined />, order: 100, onPhone: 0, short: { 'zh-CN': '本周', en: 'Week' } },
  },
  { path: 'my-week/inbox', title: { 'zh-CN': '收件箱', en: 'Inbox' }, permission: 'notices.read-own', load: () => import('./inbox.tsx') },
  {
    path: 'my-week/reminders',
    title: { 'zh-CN': '提醒方式', en: 'How I am reminded' },
    permission: 'notices.read-own',
    load: () => import('./reminders.tsx'),
  },
  {
    path: 'settings/notices',
    title: { 'zh-CN': '提醒', en: 'Reminders' },
    permission: 'notices.set-notices',
    load: () => import('./settings.tsx'),
    setting: { order: 60, lead: { 'zh-CN': '傍晚提不提醒，收件箱保留多久', en: 'Whether evenings remind, and how long the inbox keeps' } },
  },
  {
    path: 'settings/robots',
    title: { 'zh-CN': '群机器人', en: 'Chat robots' },
    permission: 'notices.set-channels',
    load: () => import('./robots.tsx'),
    setting: { order: 61, lead: { 'zh-CN': '把提醒发到企业微信、钉钉的工作群', en: 'Reminders for groups in WeCom and DingTalk' } },
  },
  {
    path: 'settings/sent',
    title: { 'zh-CN': '发出记录', en: 'What was sent' },
    permission: 'notices.read-sent',
    load: () => import('./sent.tsx'),
    setting: { order: 62, lead: { 'zh-CN': '提醒发给了谁，有没有发出', en: 'To whom reminders went, and whether they did' } },
  },
];
