import { AlertOutlined, CarryOutOutlined, FileDoneOutlined, FormOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'orders',
    title: { 'zh-CN': '督办事项', en: 'Orders' },
    permission: 'orders.read',
    load: () => import('./orders.tsx'),
    menu: { icon: <CarryOutOutlined />, order: 330, onPhone: 2, short: { 'zh-CN': '督办', en: 'Orders' } },
  },
  {
    path: 'orders/instructions',
    title: { 'zh-CN': '批示件', en: 'Instructions' },
    permission: 'orders.instructions',
    load: () => import('./instructions.tsx'),
    menu: { icon: <FormOutlined />, order: 340, short: { 'zh-CN': '批示', en: 'Notes' } },
  },
  {
    path: 'orders/measures',
    title: { 'zh-CN': '呈批', en: 'Proposals' },
    permission: 'orders.measures',
    load: () => import('./measures.tsx'),
    menu: { icon: <AlertOutlined />, order: 350, short: { 'zh-CN': '呈批', en: 'Proposals' } },
  },
  {
    path: 'orders/revisits',
    title: { 'zh-CN': '回头看', en: 'Revisits' },
    permission: 'orders.revisit',
    load: () => import('./revisits.tsx'),
    menu: { icon: <FileDoneOutlined />, order: 360, short: { 'zh-CN': '回头看', en: 'Revisits' } },
  },
  { path: 'orders/:orderId', title: { 'zh-CN': '督办事项', en: 'Order' }, permission: 'orders.read', load: () => import('./order.tsx') },
  { path: 'orders/:orderId/slip', title: { 'zh-CN': '单据', en: 'Slip' }, permission: 'orders.read', load: () => import('./slip.tsx') },
  {
    path: 'settings/orders',
    title: { 'zh-CN': '督办规则', en: 'Rules of orders' },
    permission: 'orders.set-profile',
    load: () => import('./rules-setting.tsx'),
    setting: { order: 17, lead: { 'zh-CN': '督办件的类别、时限、三色单和每月件数', en: 'Kinds, time limits, slips and the monthly cap' } },
  },
];
