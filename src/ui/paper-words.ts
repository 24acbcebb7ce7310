import type { Labels } from './locale.tsx';

const zh = {
  scan: '附签批件扫描件',
  scanOf: (name: string) => `签批件：${name}`,
  noScan: '签批件扫描件还没有附上（只供内部查阅，不公开）。',
  now: '现在',
  done: '已完成',
  target: '目标',
  changedBy: (by: string, day: string) => `${by}${day}的报送`,
  changedOtherwise: '计划、调整、核验或标准有变',
  leftOut: '略去的行',
  noLeftOut: '没有略去的行。',
  leave: '略去一行',
  restore: '恢复',
  restored: (by: string, day: string) => `${by}于${day}恢复`,
  line: '哪一行',
  basis: '依据（会议、文件）',
  reason: '理由',
  decidedBy: '谁决定的',
  decidedOn: '决定日期',
  incomplete: '请填全各项',
};
type PaperWords = typeof zh;

const en: PaperWords = {
  scan: 'Attach the signed scan',
  scanOf: (name) => `Scan: ${name}`,
  noScan: 'The signed scan is not attached yet (kept inside, never public).',
  now: 'Now',
  done: 'done',
  target: 'target',
  changedBy: (by, day) => `report of ${by}, ${day}`,
  changedOtherwise: 'a plan, an adjustment, an acceptance or a threshold changed',
  leftOut: 'Lines left out',
  noLeftOut: 'No line is left out.',
  leave: 'Leave a line out',
  restore: 'Put back',
  restored: (by, day) => `put back by ${by} on ${day}`,
  line: 'Which line',
  basis: 'Basis (meeting, document)',
  reason: 'Reason',
  decidedBy: 'Decided by',
  decidedOn: 'Decided on',
  incomplete: 'Fill in every field',
};

/** What every paper on its way to a signature has: a scan, changes since, lines left out. */
export const paperWords: Labels<PaperWords> = { 'zh-CN': zh, en };
