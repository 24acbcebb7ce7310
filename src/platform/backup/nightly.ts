import type { InstallationJob } from '../module.ts';
import { recordBackup } from './last.ts';
import type { Keep } from './retention.ts';
import { tidy } from './tidy.ts';
import { wordsOfBackupRefusal } from './words.ts';
import { type Backup, backUp } from './write.ts';

export type BackupPlan = Omit<Backup, 'world'> & { readonly keep: Keep };

/** 每夜备份: writes a backup, lets go of those that need not stay, and keeps what came of it where the page and the figures find it. */
export function nightlyBackup(plan: BackupPlan): InstallationJob {
  return {
    name: 'platform.backup',
    cron: '30 2 * * *',
    patienceSeconds: 6 * 60 * 60,
    async once({ world }) {
      const done = await recordBackup(world.filesFolder, async () => {
        const written = await backUp({ ...plan, world });
        if (!('folder' in written)) throw new Error(wordsOfBackupRefusal(written));
        return { written, ...tidy(plan.series, plan.keep) };
      });
      if (done.fault !== null) throw new Error(done.fault);
    },
  };
}
