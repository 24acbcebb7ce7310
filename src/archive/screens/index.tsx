import { FolderOpenOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'archive',
    title: { 'zh-CN': '归档', en: 'Archive' },
    permission: 'archive.read',
    load: () => import('./archive.tsx'),
    menu: { icon: <FolderOpenOutlined />, order: 510, short: { 'zh-CN': '归档', en: 'Archive' } },
  },
];
