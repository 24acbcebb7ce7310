import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import { listAccountSlips } from '#/platform/session/accounts.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `create-district`: begins a district, with the one account of its first hour. */
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
      if (!made.ok) throw new Misuse(`${district} 已经有了 · the district ${district} is there already`);
      const opened = await composition.run(openSetupAccount, district, { username: `setup${district}`, name: '初始设置' });
      if (!opened.ok) throw new Misuse(`账号 setup${district} 已被使用 · the account name is taken`);
      const { accountId } = opened.value as { accountId: string };
      const [slip] = await listAccountSlips(pool, composition.world.keys, [accountId]);
      const json = { district, name, username: slip!.username, password: slip!.password };
      return { json, text: `${name}（${district}）已建立。登录名 ${json.username}，初始口令 ${json.password}，首次登录须修改。` };
    } finally {
      await close();
    }
  },
};
