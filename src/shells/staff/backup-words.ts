const zh = {
  title: '备份',
  lead: '数据库与文件每夜备份一次，不含密钥文件。恢复的办法和半年一次的演练见运维手册“备份与恢复”。',
  never: '还没有做过备份',
  neverTitle: '怎样开始备份',
  neverText: '请设置 LUOSHI_BACKUP_DIR（备份目录，最好在另一块磁盘上）后重新启动，每夜 2:30 自动备份；或现在运行一次 backup 命令。',
  failed: (at: string) => `最近一次备份没有成功（${at}）`,
  overdue: (at: string) => `备份已过期：最近一次成功是 ${at}`,
  overdueText: '请确认服务在运行、LUOSHI_BACKUP_DIR 可写。',
  whole: (at: string) => `最近一次备份完整（${at}）`,
  lastWhole: '最近一次完整备份',
  at: '时间',
  folder: '位置',
  rows: '数据',
  rowsIn: (rows: number, size: string) => `${rows} 行，压缩后 ${size}`,
  files: '文件',
  filesIn: (count: number, size: string, copied: number) => `${count} 个，${size}，其中新增 ${copied} 个`,
  took: '用时',
  seconds: (count: number) => `${count} 秒`,
  kept: '保留',
  keptNow: (kept: number, removed: number) => `现有 ${kept} 次，本次按保留规则清理 ${removed} 次`,
};
export type BackupWords = typeof zh;

const en: BackupWords = {
  title: 'Backups',
  lead: 'Database and files are backed up every night, without the key file. How to restore, and the drill twice a year: “Backup and restore” in the operators’ guide.',
  never: 'No backup has been made yet',
  neverTitle: 'How to begin',
  neverText:
    'Set LUOSHI_BACKUP_DIR (a folder, best on another disk) and start again: a backup is made every night at 02:30. Or run the command backup now.',
  failed: (at) => `The last backup failed (${at})`,
  overdue: (at) => `Backups are overdue: the last whole one is of ${at}`,
  overdueText: 'See whether the service runs and LUOSHI_BACKUP_DIR can be written.',
  whole: (at) => `The last backup is whole (${at})`,
  lastWhole: 'The last whole backup',
  at: 'When',
  folder: 'Where',
  rows: 'Data',
  rowsIn: (rows, size) => `${rows} rows, ${size} packed`,
  files: 'Files',
  filesIn: (count, size, copied) => `${count}, ${size}, of them ${copied} new`,
  took: 'Took',
  seconds: (count) => `${count} s`,
  kept: 'Kept',
  keptNow: (kept, removed) => `${kept} kept, ${removed} let go of by the rule`,
};

/** What the page of the backups says. */
export const backupWords = { 'zh-CN': zh, en } as const;
