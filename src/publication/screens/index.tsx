import { GlobalOutlined, IdcardOutlined, PictureOutlined } from '@ant-design/icons';
import type { Screen } from '#/ui/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: 'editions',
    title: { 'zh-CN': '公开版', en: 'Editions' },
    permission: 'publication.read',
    load: () => import('./editions.tsx'),
    menu: { icon: <GlobalOutlined />, order: 450, short: { 'zh-CN': '公开', en: 'Public' } },
  },
  {
    path: 'editions/:editionId',
    title: { 'zh-CN': '公开版', en: 'Edition' },
    permission: 'publication.read',
    load: () => import('./edition.tsx'),
  },
  {
    path: 'pictures',
    title: { 'zh-CN': '公开照片', en: 'Public pictures' },
    permission: 'publication.release-picture',
    load: () => import('./pictures.tsx'),
    menu: { icon: <PictureOutlined />, order: 460, short: { 'zh-CN': '照片', en: 'Pictures' } },
  },
  {
    path: 'pictures/:projectId/:digest',
    title: { 'zh-CN': '公开照片', en: 'Public picture' },
    permission: 'publication.release-picture',
    load: () => import('./picture.tsx'),
  },
  {
    path: 'cards',
    title: { 'zh-CN': '办事卡', en: 'Cards' },
    permission: 'publication.read-cards',
    load: () => import('./cards.tsx'),
    menu: { icon: <IdcardOutlined />, order: 470, short: { 'zh-CN': '办事卡', en: 'Cards' } },
  },
  {
    path: 'cards/:promiseId',
    title: { 'zh-CN': '办事卡', en: 'Card' },
    permission: 'publication.read-cards',
    load: () => import('./card.tsx'),
  },
];
