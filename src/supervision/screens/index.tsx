import { FileTextOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'bulletin',
    title: { 'zh-CN': '月通报', en: 'Monthly bulletin' },
    permission: 'supervision.read',
    load: () => import('./bulletin.tsx'),
    menu: { icon: <FileTextOutlined />, order: 40, short: { 'zh-CN': '通报', en: 'Bulletin' } },
  },
  {
    path: 'discrepancies',
    title: { 'zh-CN': '对不上的地方', en: 'Does not add up' },
    permission: 'supervision.read',
    load: () => import('./discrepancies.tsx'),
    menu: { icon: <QuestionCircleOutlined />, order: 35, short: { 'zh-CN': '对不上', en: 'Check' } },
  },
];
