import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import { listAccountSlips } from '#/platform/session/accounts.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `create-district`: begins a district, with the one account of its first hour; one that `import-list` has made gets its account. */
export const createDistrictVerb: Verb = {
  usage: 'create-district 140214 云冈区 [--json]',
  does: '新建区县及其初始设置账号 · begins a district with its setup account',
  async run({ args, open }) {
    const [district, name] = args.words;
    if (district === undefined || !/^\d{6}$/.test(district) || name === undefined) {
      throw new Misuse('用法：create-district 六位代码 区县名称 · usage: create-district CODE NAME');
    }
    const { composition, pool, close } = await open();
    try {
      const made = await composition.run(createDistrict, district, { name });
      const opened = await composition.run(openSetupAccount, district, { username: `setup${district}`, name: '初始设置' });
      if (!opened.ok)
        throw new Misuse(
          `${district} 已经有了，账号 setup${district} 也开过 · the district ${district} and its setup account are there already`,
        );
      const { accountId } = opened.value as { accountId: string };
      const [slip] = await listAccountSlips(pool, composition.world.keys, [accountId]);
      const json = { district, name, username: slip!.username, password: slip!.password };
      return {
        json,
        text: `${name}（${district}）${made.ok ? '已建立' : '原已建立，名称可在工作台修改'}。登录名 ${json.username}，初始口令 ${json.password}，首次登录须修改。`,
      };
    } finally {
      await close();
    }
  },
};
