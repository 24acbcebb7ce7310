import { Problem } from '#/kernel/problem.ts';
import { accept, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import * as accounts from '#/platform/session/accounts.ts';
import { AccountInput, type AccountRefusal, CreateAccount, closeSetup, mayReset, usernameOf } from '../rules/account.ts';
import type { Person } from '../rules/person.ts';
import { countAccounts, findRolesOfAccount, holdUsernames, listHeldRoles } from '../store/accounts.ts';
import { renewAccountDistrict } from '../store/districts.ts';
import { getPersonForUpdate, getPersonOfAccount, savePerson } from '../store/people.ts';
import { listHoldings, listPosts, saveHolding, savePost } from '../store/posts.ts';

/** The first password is not in the answer, which is stored: it is on the slip (GET /organisation/account-slips). */
export const createAccount = command({
  name: 'organisation.create-account',
  version: 1,
  input: CreateAccount,
  permission: 'organisation.manage-accounts',
  subject: (input) => input.personId,
  async run(writer, { personId, username }) {
    await holdUsernames(writer);
    const person = await getPersonForUpdate(writer, personId);
    if (person.accountId !== null) return refuse<AccountRefusal>({ kind: 'person-has-account', name: person.name });
    if (username !== undefined && (await accounts.isUsernameTaken(writer.client, username)))
      return refuse<AccountRefusal>({ kind: 'username-taken', username });
    return accept(await openAccount(writer, person, username ?? null));
  },
});

export async function openAccount(
  writer: Writer,
  person: Person,
  wanted: string | null,
): Promise<{ readonly accountId: string; readonly username: string }> {
  const username = wanted ?? (await freeUsername(writer));
  const accountId = await accounts.createAccount(writer.client, writer.keys, { username, name: person.name });
  await savePerson(writer, { ...person, accountId });
  await renewAccountDistrict(writer, person.id);
  return { accountId, username };
}

async function freeUsername(writer: Writer): Promise<string> {
  for (let number = (await countAccounts(writer)) + 1; ; number += 1) {
    const username = usernameOf(writer.district, number);
    if (!(await accounts.isUsernameTaken(writer.client, username))) return username;
  }
}

export const resetPassword = command({
  name: 'organisation.reset-password',
  version: 1,
  input: AccountInput,
  permission: 'organisation.reset-passwords',
  subject: (input) => input.accountId,
  async run(writer, { accountId }) {
    await getPersonOfAccount(writer, accountId);
    if (accountId === writer.actor.accountId) return refuse<AccountRefusal>({ kind: 'own-account' });
    const [account] = await accounts.listAccounts(writer.client, [accountId]);
    const decided = mayReset({ actor: writer.actor.roles, ...(await findRolesOfAccount(writer, accountId)) });
    if (!decided.ok) return decided;
    if (account!.isSetup && !writer.actor.roles.includes('setup')) throw new Problem(403, 'setup-account', { accountId });
    await accounts.resetPassword(writer.client, writer.keys, accountId);
    return accept({ accountId });
  },
});

export const lockAccount = command({
  name: 'organisation.lock-account',
  version: 1,
  input: AccountInput,
  permission: 'organisation.lock-accounts',
  subject: (input) => input.accountId,
  async run(writer, { accountId }) {
    await getPersonOfAccount(writer, accountId);
    if (accountId === writer.actor.accountId) return refuse<AccountRefusal>({ kind: 'own-account' });
    await accounts.lockAccount(writer.client, accountId);
    return accept({ accountId });
  },
});

export const unlockAccount = command({
  name: 'organisation.unlock-account',
  version: 1,
  input: AccountInput,
  permission: 'organisation.lock-accounts',
  subject: (input) => input.accountId,
  async run(writer, { accountId }) {
    await getPersonOfAccount(writer, accountId);
    await accounts.unlockAccount(writer.client, accountId);
    return accept({ accountId });
  },
});

/** Ends the first hour for good: the account, its post and the time it was held. */
export const closeSetupAccount = command({
  name: 'organisation.close-setup-account',
  version: 1,
  input: AccountInput,
  permission: 'organisation.lock-accounts',
  subject: (input) => input.accountId,
  async run(writer, { accountId }) {
    const person = await getPersonOfAccount(writer, accountId);
    const [account] = await accounts.listAccounts(writer.client, [accountId]);
    const decided = closeSetup(account!, await listHeldRoles(writer, accountId));
    if (!decided.ok) return decided;
    const posts = (await listPosts(writer)).filter((post) => post.kind === 'setup');
    const held = (
      await listHoldings(
        writer,
        posts.map((post) => post.id),
      )
    ).filter((it) => it.personId === person.id && it.toOn === null);
    for (const it of held) {
      await saveHolding(writer, { ...it, toOn: writer.today });
      await savePost(writer, { ...posts.find((post) => post.id === it.postId)!, isActive: false });
    }
    await accounts.closeAccount(writer.client, accountId);
    await renewAccountDistrict(writer, person.id);
    return accept({ accountId });
  },
});
