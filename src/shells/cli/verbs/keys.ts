import { MODULES } from '#/life.ts';
import { resealFiles } from '#/platform/files.ts';
import { rotateSealed } from '#/platform/rotate.ts';
import { addKey, openKeys } from '#/platform/secrets.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `keys rotate`: a new key for everything from now on; encrypted values are written anew under it, in the journal like any other change, and stored files sealed anew. */
export const keys: Verb = {
  usage: 'keys rotate [--json]',
  does: '更换密钥，重新加密已存的个人信息和文件 · a new key; encrypted values and files are rewritten',
  async run({ args, config, open }) {
    if (args.words[0] !== 'rotate') throw new Misuse('用法：keys rotate · usage: keys rotate');
    openKeys(config.keyFile);
    addKey(config.keyFile);
    const { composition, close } = await open();
    try {
      const columns = MODULES.flatMap((it) => it.sealed ?? []);
      let rewritten = 0;
      let files = 0;
      for (const { district } of await composition.listDistricts()) {
        const outcome = await composition.run(rotateSealed, district, { columns });
        if (outcome.ok) rewritten += (outcome.value as { rewritten: number }).rewritten;
        files += await resealFiles(composition.world, district);
      }
      const current = composition.world.keys.current;
      return {
        json: { current, rewritten, files },
        text: `当前密钥 ${current}，重新加密 ${rewritten} 处、文件 ${files} 个；旧密钥保留在密钥文件中，用来核验旧流水`,
      };
    } finally {
      await close();
    }
  },
};
