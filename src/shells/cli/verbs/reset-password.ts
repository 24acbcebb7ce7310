import { resetPassword } from '#/organisation/door.ts';
import { listAccountSlips } from '#/platform/session/accounts.ts';
import { findAccountByName } from '#/platform/session/store.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `reset-password`: for a security administrator who has no second one, and for the first hour; the journal names the command line. */
export const resetPasswordVerb: Verb = {
  usage: 'reset-password 140214 登录名 [--json]',
  does: '重置一个账号的口令（应由两人在场办理）· resets the password of one account',
  async run({ args, open }) {
    const [district, username] = args.words;
    if (district === undefined || !/^\d{6}$/.test(district) || username === undefined) {
      throw new Misuse('用法：reset-password 六位代码 登录名 · usage: reset-password CODE USERNAME');
    }
    const { composition, pool, close } = await open();
    try {
      const found = await findAccountByName(pool, username);
      if (found === null) throw new Misuse(`没有登录名 ${username} · no account ${username}`);
      const outcome = await composition.run(resetPassword, district, { accountId: found.accountId });
      if (!outcome.ok)
        throw new Misuse(
          `${username} 在其他区县担任管理员，请用那里的代码 · ${username} is an administrator elsewhere; name that district`,
        );
      const [slip] = await listAccountSlips(pool, composition.world.keys, [found.accountId]);
      const json = { district, username, password: slip?.password ?? null };
      return { json, text: `${username} 的初始口令：${json.password ?? '（账号已停用）'}，登录后须修改；动态口令须重新绑定。` };
    } finally {
      await close();
    }
  },
};
