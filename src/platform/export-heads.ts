import fs from 'node:fs/promises';
import path from 'node:path';
import { dayInChina } from '#/kernel/civil-date.ts';
import type { Job } from './module.ts';
import { reading } from './transaction.ts';

/**
 * 每日导出链头: writes the head of each district's journal beside the stored files, one small file a day. Copied off the machine, it shows
 * later whether an administrator rewrote a chain as a whole, which the chain alone cannot show.
 */
export const exportHeads: Job = {
  name: 'platform.export-heads',
  cron: '40 23 * * *',
  async run(district, { world }) {
    const found = await reading(world, district, ({ client }) =>
      client.query<{ seq: number; digest: string }>('select seq, digest from platform.journal_head where district = $1', [district]),
    );
    const head = found.rows[0];
    if (head === undefined) return;
    const folder = path.join(world.filesFolder, '..', 'heads');
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const at = new Date();
    await fs.writeFile(
      path.join(folder, `${district}-${dayInChina(at)}.json`),
      `${JSON.stringify({ district, ...head, at: at.toISOString() })}\n`,
    );
  },
};
