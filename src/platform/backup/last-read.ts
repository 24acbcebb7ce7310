import { z } from 'zod';
import { read } from '../module.ts';
import { LastBackup, readLastBackup } from './last.ts';

/** A night and half a day: a backup that is older was missed. */
const OVERDUE_MS = 36 * 3_600_000;

/** 最近一次备份, for whoever keeps the machine: whether it is whole, and whether it is overdue. */
export const backupRead = read({
  path: '/platform/backups',
  permission: 'platform.read-backups',
  query: z.object({}),
  summary: 'What came of the last backup of the installation',
  answer: z.object({ last: LastBackup.nullable(), isOverdue: z.boolean() }),
  async run({ filesFolder, now }) {
    const last = readLastBackup(filesFolder);
    const at = last?.lastSuccessAt ?? null;
    return { last, isOverdue: at === null || now.getTime() - Date.parse(at) > OVERDUE_MS };
  },
});
