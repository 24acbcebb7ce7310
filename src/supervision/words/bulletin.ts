import type { Locale } from '#/kernel/format.ts';
import { bulletinEn } from './bulletin-en.ts';
import type { BulletinWords } from './bulletin-words.ts';
import { bulletinZh } from './bulletin-zh.ts';

export const bulletinWords: Readonly<Record<Locale, BulletinWords>> = { 'zh-CN': bulletinZh, en: bulletinEn };
