import { AuditOutlined, BarsOutlined, CalendarOutlined, EyeOutlined, FileDoneOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'board',
    title: { 'zh-CN': '看板', en: 'Board' },
    permission: 'delivery.read',
    load: () => import('./board.tsx'),
    menu: { icon: <BarsOutlined />, order: 110, onPhone: 1, short: { 'zh-CN': '看板', en: 'Board' } },
  },
  {
    path: 'reports',
    title: { 'zh-CN': '报送进展', en: 'Report' },
    permission: 'delivery.report',
    load: () => import('./due.tsx'),
  },
  {
    path: 'inbox',
    title: { 'zh-CN': '审核采用', en: 'Inbox' },
    permission: 'delivery.adopt',
    load: () => import('./inbox.tsx'),
    menu: { icon: <AuditOutlined />, order: 210, onPhone: 3, short: { 'zh-CN': '审核', en: 'Inbox' } },
  },
  {
    path: 'unit-review',
    title: { 'zh-CN': '单位审核', en: 'Unit review' },
    permission: 'delivery.review',
    load: () => import('./unit-review.tsx'),
    menu: { icon: <FileDoneOutlined />, order: 205, onPhone: 3, short: { 'zh-CN': '单位审核', en: 'Review' } },
  },
  {
    path: 'periods',
    title: { 'zh-CN': '各月审定', en: 'Months' },
    permission: 'delivery.read',
    load: () => import('./periods.tsx'),
    menu: { icon: <CalendarOutlined />, order: 220, short: { 'zh-CN': '审定', en: 'Months' } },
  },
  {
    path: 'verification',
    title: { 'zh-CN': '核查', en: 'Verification' },
    permission: 'delivery.verify',
    load: () => import('./verification.tsx'),
    menu: { icon: <EyeOutlined />, order: 230, short: { 'zh-CN': '核查', en: 'Verification' } },
  },
  {
    path: 'settings/lights',
    title: { 'zh-CN': '亮灯标准', en: 'Thresholds of the lights' },
    permission: 'delivery.set-lights',
    load: () => import('./light-settings.tsx'),
    setting: {
      order: 10,
      lead: { 'zh-CN': '滞后、严重滞后从哪里算起，数据几天算旧', en: 'From where on a promise is behind, and figures are old' },
    },
  },
  {
    path: 'settings/review',
    title: { 'zh-CN': '审核步数', en: 'Steps of review' },
    permission: 'delivery.set-review',
    load: () => import('./review-settings.tsx'),
    setting: {
      order: 20,
      lead: { 'zh-CN': '哪些单位先在单位内审核，再交督查室', en: 'Which units review their reports themselves first' },
    },
  },
  {
    path: 'settings/verification',
    title: { 'zh-CN': '核查', en: 'Verification' },
    permission: 'delivery.set-review',
    load: () => import('./verification-settings.tsx'),
    setting: {
      order: 30,
      lead: { 'zh-CN': '是否启用已核查占比，要求多少', en: 'Whether the verified share is counted, and how much is needed' },
    },
  },
  {
    path: 'settings/entry-end',
    title: { 'zh-CN': '填报截止', en: 'Last day for figures' },
    permission: 'delivery.set-review',
    load: () => import('./entry-end-settings.tsx'),
    setting: {
      order: 25,
      lead: { 'zh-CN': '月末后第几个工作日自动关闭填报', en: 'On which working day after a month its entry ends by itself' },
    },
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
