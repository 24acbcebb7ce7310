import path from 'node:path';
import { MODULES } from '#/life.ts';
import { exportSite } from '#/platform/site/export-site.ts';
import { Misuse, type Verb, wantedDistrict } from '../verb.ts';

/** `export-site DIR`: the public pages as plain files, byte for byte as the server sends them, for any web server to carry. */
export const exportSiteVerb: Verb = {
  usage: 'export-site <目录> [--district 140214] [--json]',
  does: '把公开页面写成文件，交任何网页服务器发布 · writes the public side as files',
  async run({ args, open }) {
    const [folder] = args.words;
    if (folder === undefined) throw new Misuse('缺少目标目录 · name a folder');
    const only = args.options.district === undefined ? null : wantedDistrict(args);
    const { composition, close } = await open();
    try {
      const known = (await composition.listDistricts()).map((it) => it.district).sort();
      if (only !== null && !known.includes(only)) throw new Misuse(`没有区县 ${only} · there is no district ${only}`);
      const districts = only === null ? known : [only];
      const exported = await exportSite({ world: composition.world, modules: MODULES, districts }, path.resolve(folder));
      if ('taken' in exported)
        throw new Misuse(`${folder} 里有别的文件，请换一个空目录 · ${folder} holds other files; name an empty or new folder`);
      const { files, bytes, added, changed, removed } = exported;
      const lines = [...added.map((it) => `+ ${it}`), ...changed.map((it) => `~ ${it}`), ...removed.map((it) => `- ${it}`)];
      const counts = `共 ${files} 个文件，${bytes} 字节；新增 ${added.length}，改动 ${changed.length}，撤下 ${removed.length} · ${files} files`;
      return { json: { folder: path.resolve(folder), ...exported }, text: [...lines, counts].join('\n') };
    } finally {
      await close();
    }
  },
};
