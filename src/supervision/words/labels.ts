import type { Locale } from '#/kernel/format.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { BulletinClass } from '../rules/classes.ts';
import type { Severity } from '../rules/discrepancies/discrepancy.ts';
import type { TextBlock } from '../rules/text-block.ts';

const zh = {
  kinds: { 'ten-things': '民生实事项目', 'special-action': '专项行动', 'superior-project': '上级民生项目' } as Record<
    ProgrammeKind,
    string
  >,
  classes: {
    'not-started': '未启动',
    preparing: '前期',
    behind: '推进中（滞后）',
    'on-pace': '推进中（按序时）',
    ahead: '推进中（超序时）',
    'met-unverified': '达标待核验',
    'finished-early': '提前完成',
    finished: '完成',
    routine: '常态化',
    adjusted: '经批准调整',
    ended: '终止',
    'no-target': '无目标值',
    'no-data': '无数据',
  } as Record<BulletinClass, string>,
  severities: { high: '说法与数据不符', medium: '说不清', low: '需要留意' } as Record<Severity, string>,
  blocks: { opening: '开头', 'next-steps': '下一步要求', closing: '结尾' } as Record<TextBlock, string>,
  bulletins: '月通报',
  discrepancies: '对不上的地方',
  statements: '公开说法',
  noLeadUnit: '清单未列牵头单位',
};

export type LabelWords = typeof zh;

const en: LabelWords = {
  kinds: {
    'ten-things': 'livelihood projects',
    'special-action': 'special actions',
    'superior-project': 'livelihood projects of higher levels',
  },
  classes: {
    'not-started': 'not started',
    preparing: 'in preparation',
    behind: 'running (behind)',
    'on-pace': 'running (on pace)',
    ahead: 'running (ahead)',
    'met-unverified': 'target met, not yet accepted',
    'finished-early': 'completed early',
    finished: 'completed',
    routine: 'routine, no yearly target',
    adjusted: 'adjusted with approval',
    ended: 'ended',
    'no-target': 'no target',
    'no-data': 'no data',
  },
  severities: { high: 'Said against the figures', medium: 'Cannot be checked', low: 'Worth a look' },
  blocks: { opening: 'Opening', 'next-steps': 'Next steps', closing: 'Closing' },
  bulletins: 'Monthly bulletin',
  discrepancies: 'Things that do not add up',
  statements: 'Published statements',
  noLeadUnit: 'no lead unit on the list',
};

export const words: Readonly<Record<Locale, LabelWords>> = { 'zh-CN': zh, en };
