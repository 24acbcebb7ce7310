import { ApartmentOutlined, EnvironmentOutlined, ScheduleOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'breakdown',
    title: { 'zh-CN': '责任分解', en: 'Breakdown' },
    permission: 'planning.read',
    load: () => import('./breakdown.tsx'),
    menu: { icon: <ApartmentOutlined />, order: 130, short: { 'zh-CN': '分解', en: 'Tasks' } },
  },
  {
    path: 'breakdown/first-answer',
    title: { 'zh-CN': '最迟哪天开工', en: 'Latest day to start' },
    permission: 'planning.read',
    load: () => import('./first-answer.tsx'),
  },
  {
    path: 'settings/templates',
    title: { 'zh-CN': '工序模板', en: 'Templates of steps' },
    permission: 'planning.read',
    load: () => import('./templates.tsx'),
    setting: {
      order: 45,
      lead: { 'zh-CN': '各类实事的常用工序、天数和法定最短时限', en: 'Usual steps of each kind of promise, their days and legal minimum' },
    },
  },
  {
    path: 'sites',
    title: { 'zh-CN': '点位', en: 'Sites' },
    permission: 'planning.read',
    load: () => import('./sites.tsx'),
    menu: { icon: <EnvironmentOutlined />, order: 150, short: { 'zh-CN': '点位', en: 'Sites' } },
  },
  {
    path: 'sites/steps',
    title: { 'zh-CN': '点位步骤', en: 'Steps of sites' },
    permission: 'planning.read',
    load: () => import('./steps.tsx'),
  },
  {
    path: 'sites/steps/:projectId',
    title: { 'zh-CN': '点位步骤', en: 'Steps of sites' },
    permission: 'planning.read',
    load: () => import('./step-matrix.tsx'),
  },
  {
    path: 'sites/areas',
    title: { 'zh-CN': '区域和区界', en: 'Areas and outline' },
    permission: 'planning.read',
    load: () => import('./areas.tsx'),
  },
  {
    path: 'schedule',
    title: { 'zh-CN': '排期', en: 'Schedule' },
    permission: 'planning.read',
    load: () => import('./schedules.tsx'),
    menu: { icon: <ScheduleOutlined />, order: 140, short: { 'zh-CN': '排期', en: 'Schedule' } },
  },
  {
    path: 'schedule/:projectId',
    title: { 'zh-CN': '排期', en: 'Schedule' },
    permission: 'planning.read',
    load: () => import('./schedule.tsx'),
  },
  {
    path: 'schedule/:projectId/days',
    title: { 'zh-CN': '日节点', en: 'Day by day' },
    permission: 'planning.read',
    load: () => import('./days.tsx'),
  },
  {
    path: 'settings/calendars',
    title: { 'zh-CN': '工作历', en: 'Calendars' },
    permission: 'planning.read',
    load: () => import('./calendars.tsx'),
    setting: {
      order: 15,
      lead: {
        'zh-CN': '哪些天上班、放假、停工；下一年的放假安排',
        en: 'Which days are worked, free or closed; the holidays of the next year',
      },
    },
  },
];
