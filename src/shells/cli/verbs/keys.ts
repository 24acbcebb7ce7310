import { MODULES } from '#/life.ts';
import { resealFiles } from '#/platform/files.ts';
import { type After, byTable, rotateSealed } from '#/platform/rotate.ts';
import { addKey, endRotation, isRotating, openKeys } from '#/platform/secrets.ts';
import type { Installation } from '../installation.ts';
import { type Call, Misuse, type Verb } from '../verb.ts';

const BATCH = 2_000;

/**
 * `keys rotate`: a new key for everything from now on; encrypted values are written anew under it, batch by batch, in the journal like any
 * other change, and stored files sealed anew. One that was interrupted is gone on with, under the same key.
 */
export const keys: Verb = {
  usage: 'keys rotate [--json]',
  does: '更换密钥，重新加密已存的个人信息和文件；中断的接着换 · a new key; encrypted values and files are rewritten',
  async run({ args, config, open, say }) {
    if (args.words[0] !== 'rotate') throw new Misuse('用法：keys rotate · usage: keys rotate');
    openKeys(config.keyFile);
    if (isRotating(config.keyFile)) say('上次更换密钥时中断，接着进行 · the last change of keys was interrupted; going on with it');
    else addKey(config.keyFile);
    const { composition, close } = await open();
    try {
      let rewritten = 0;
      let files = 0;
      for (const { district } of await composition.listDistricts()) {
        rewritten += await rotateDistrict(composition, district, say);
        files += await resealFiles(composition.world, district);
      }
      endRotation(config.keyFile);
      const current = composition.world.keys.current;
      return {
        json: { current, rewritten, files },
        text: `当前密钥 ${current}，重新加密 ${rewritten} 行、文件 ${files} 个；旧密钥保留在密钥文件中，用来核验旧流水`,
      };
    } finally {
      await close();
    }
  },
};

async function rotateDistrict({ run }: Installation['composition'], district: string, say: Call['say']): Promise<number> {
  let all = 0;
  for (const it of byTable(MODULES.flatMap((one) => one.sealed ?? []))) {
    let after: After = null;
    let ofTable = 0;
    do {
      const outcome = await run(rotateSealed, district, { ...it, after, most: BATCH });
      if (!outcome.ok) throw new Error(`${it.table}: ${JSON.stringify(outcome.refusal)}`);
      const done = outcome.value as { readonly rewritten: number; readonly after: After };
      after = done.after;
      ofTable += done.rewritten;
      if (after !== null) say(`${district} ${it.table} ${ofTable} …`);
    } while (after !== null);
    all += ofTable;
  }
  return all;
}
