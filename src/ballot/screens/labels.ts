import type { Labels } from '#/ui/locale.tsx';
import { en } from './labels-en.ts';
import { type BallotLabels, zh } from './labels-zh.ts';

export const labels: Labels<BallotLabels> = { 'zh-CN': zh, en };
