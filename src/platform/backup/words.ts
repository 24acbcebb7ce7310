import type { BackupFault } from './read.ts';
import type { BackupRefusal } from './write.ts';

/** A sentence for whoever sits before the command line, in both languages: what is wrong, where, and the way on. */
export function wordsOfFault(fault: BackupFault): string {
  switch (fault.kind) {
    case 'no-backup-here':
      return `${fault.folder} 里没有完整的备份。请指明备份目录或其中某一次。There is no finished backup in ${fault.folder}; name the folder of the backups or one of them.`;
    case 'manifest-unreadable':
      return `备份清单 ${fault.file} 读不出。请换用另一次备份。The manifest ${fault.file} cannot be read; take another backup.`;
    case 'part-missing':
      return `备份缺少 ${fault.file}。没有恢复任何内容，请换用另一次备份。${fault.file} is missing; nothing was restored, take another backup.`;
    case 'part-changed':
      return `${fault.file} 与清单记载不符，已损坏或被改动。没有恢复任何内容，请换用另一次备份。${fault.file} is not what was written; nothing was restored, take another backup.`;
    case 'newer-version':
      return `备份由较新的版本 ${fault.version} 写成（本程序 ${fault.own}，不认识 ${fault.migration}）。请先升级程序再恢复。A newer version ${fault.version} wrote this backup; upgrade this program first.`;
    case 'migration-differs':
      return `备份的库表步骤 ${fault.migration} 与本程序不同，版本 ${fault.version} 不是同一产品的旧版。请用写备份的程序恢复。The migration ${fault.migration} of the backup is another one; restore it with the program that wrote it.`;
  }
}

export function wordsOfBackupRefusal(refusal: BackupRefusal): string {
  if ('lost' in refusal)
    return `库中登记的文件 ${refusal.lost.district}/${refusal.lost.digest} 不在磁盘上，备份不完整，未写成。请从旧备份找回。The stored file ${refusal.lost.district}/${refusal.lost.digest} is not on the disk; no backup was written.`;
  if ('busy' in refusal)
    return `另一次备份正在写入同一目录${refusal.busy === null ? '' : `（进程 ${refusal.busy}）`}，请稍后再试。Another backup is being written into this folder.`;
  return `${refusal.taken} 里有别的文件，请换一个空目录。${refusal.taken} holds other files; name an empty or new folder.`;
}
