import { AuditOutlined, BarsOutlined, FileDoneOutlined, FormOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'board',
    title: { 'zh-CN': '看板', en: 'Board' },
    permission: 'delivery.read',
    load: () => import('./board.tsx'),
    menu: { icon: <BarsOutlined />, order: 10, short: { 'zh-CN': '看板', en: 'Board' } },
  },
  {
    path: 'reports',
    title: { 'zh-CN': '报送进展', en: 'Report' },
    permission: 'delivery.report',
    load: () => import('./due.tsx'),
    menu: { icon: <FormOutlined />, order: 20, short: { 'zh-CN': '报送', en: 'Report' } },
  },
  {
    path: 'inbox',
    title: { 'zh-CN': '审核采用', en: 'Inbox' },
    permission: 'delivery.adopt',
    load: () => import('./inbox.tsx'),
    menu: { icon: <AuditOutlined />, order: 30, short: { 'zh-CN': '审核', en: 'Inbox' } },
  },
  {
    path: 'unit-review',
    title: { 'zh-CN': '单位审核', en: 'Unit review' },
    permission: 'delivery.review',
    load: () => import('./unit-review.tsx'),
    menu: { icon: <FileDoneOutlined />, order: 25, short: { 'zh-CN': '单位审核', en: 'Review' } },
  },
  {
    path: 'reports/forms',
    title: { 'zh-CN': '报送表和催报文字', en: 'Forms and reminder text' },
    permission: 'delivery.adopt',
    load: () => import('./reporting-forms.tsx'),
  },
  {
    path: 'promises/:promiseId',
    title: { 'zh-CN': '承诺', en: 'Promise' },
    permission: 'delivery.read',
    load: () => import('./promise.tsx'),
  },
  {
    path: 'promises/:promiseId/report',
    title: { 'zh-CN': '报送', en: 'Report' },
    permission: 'delivery.report',
    load: () => import('./report-form.tsx'),
  },
  {
    path: 'promises/:promiseId/plan',
    title: { 'zh-CN': '报计划', en: 'Plan' },
    permission: 'delivery.plan',
    load: () => import('./plan-form.tsx'),
  },
];
