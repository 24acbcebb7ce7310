import path from 'node:path';
import { VERSION } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { recordBackup } from '#/platform/backup/last.ts';
import { countBackups } from '#/platform/backup/read.ts';
import { wordsOfBackupRefusal } from '#/platform/backup/words.ts';
import { backUp } from '#/platform/backup/write.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `backup DIR`: database and files of one moment, beside a working server; never the key file. */
export const backup: Verb = {
  usage: 'backup <目录> [--json]',
  does: '备份数据库与文件（不含密钥文件）· backs up database and files, never the key file',
  async run({ args, config, open, say }) {
    const [folder] = args.words;
    if (folder === undefined) throw new Misuse('缺少备份目录 · name a folder for the backups');
    const began = Date.now();
    const { composition, close } = await open();
    try {
      const series = path.resolve(folder);
      const { world } = composition;
      const written = await backUp({ world, modules: MODULES, version: VERSION, series, say });
      if (!('folder' in written)) throw new Misuse(wordsOfBackupRefusal(written));
      const done = { written, kept: countBackups(series), removed: [] };
      const { seconds } = await recordBackup(world.filesFolder, async () => done, began);
      const { rows, tables, bytes, files, fileBytes, filesCopied } = written;
      return {
        json: { ...written, seconds },
        text: [
          `已备份到 ${written.folder}（${seconds} 秒）`,
          `  ${tables} 张表 ${rows} 行，压缩后 ${bytes} 字节；文件 ${files} 个 ${fileBytes} 字节，其中新增 ${filesCopied} 个`,
          `  密钥文件 ${config.keyFile} 不在备份里，须另外保管 · the key file is not in the backup: keep it elsewhere`,
        ].join('\n'),
      };
    } finally {
      await close();
    }
  },
};
