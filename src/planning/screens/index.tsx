import { ApartmentOutlined, EnvironmentOutlined, ScheduleOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'breakdown',
    title: { 'zh-CN': '责任分解', en: 'Breakdown' },
    permission: 'planning.read',
    load: () => import('./breakdown.tsx'),
    menu: { icon: <ApartmentOutlined />, order: 22, short: { 'zh-CN': '分解', en: 'Tasks' } },
  },
  {
    path: 'sites',
    title: { 'zh-CN': '点位', en: 'Sites' },
    permission: 'planning.read',
    load: () => import('./sites.tsx'),
    menu: { icon: <EnvironmentOutlined />, order: 25, short: { 'zh-CN': '点位', en: 'Sites' } },
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
    menu: { icon: <ScheduleOutlined />, order: 24, short: { 'zh-CN': '排期', en: 'Schedule' } },
  },
  {
    path: 'schedule/:projectId',
    title: { 'zh-CN': '排期', en: 'Schedule' },
    permission: 'planning.read',
    load: () => import('./schedule.tsx'),
  },
];
