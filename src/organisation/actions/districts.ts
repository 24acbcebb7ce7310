import { newId } from '#/kernel/id.ts';
import { accept, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { createAccount, isUsernameTaken } from '#/platform/session/accounts.ts';
import { OpenSetupAccount } from '../rules/account.ts';
import { CreateDistrict, districtOf, RenameDistrict } from '../rules/district.ts';
import type { Holding, Post } from '../rules/post.ts';
import { holdUsernames } from '../store/accounts.ts';
import { findDistrict, getDistrict, renewAccountDistrict, saveDistrict } from '../store/districts.ts';
import { savePerson } from '../store/people.ts';
import { saveHolding, savePost } from '../store/posts.ts';

/** Begins the district whose transaction it runs in. Nobody holds a post there yet, so only the installation itself can do it. */
export const createDistrict = command({
  name: 'organisation.create-district',
  version: 1,
  input: CreateDistrict,
  permission: 'organisation.create-district',
  subject: (input) => input.name,
  changesPublicPages: true,
  async run(writer, input) {
    const known = await findDistrict(writer);
    if (known !== null) return refuse({ kind: 'district-exists' as const, name: known.name });
    const district = districtOf(writer.district, input);
    await saveDistrict(writer, district);
    return accept(district);
  },
});

export const renameDistrict = command({
  name: 'organisation.rename-district',
  version: 1,
  input: RenameDistrict,
  permission: 'organisation.manage-district',
  subject: (input) => input.name,
  changesPublicPages: true,
  async run(writer, input) {
    const district = { ...(await getDistrict(writer)), ...input };
    await saveDistrict(writer, district);
    return accept(district);
  },
});

/** The setup post has always been there: a trial date before today must not lock its holder out. */
const SETUP_SINCE = '2000-01-01';

/** 初始设置账号: the one person of the first hour, who may do everything until the account is closed. */
export const openSetupAccount = command({
  name: 'organisation.open-setup-account',
  version: 1,
  input: OpenSetupAccount,
  permission: 'organisation.open-setup-account',
  subject: (input) => input.username,
  async run(writer, { username, name }) {
    await getDistrict(writer);
    await holdUsernames(writer);
    if (await isUsernameTaken(writer.client, username)) return refuse({ kind: 'username-taken' as const, username });
    const accountId = await createAccount(writer.client, writer.keys, { username, name, isSetup: true });
    const personId = newId();
    const post: Post = {
      id: newId(),
      unitId: null,
      title: '初始设置',
      kind: 'setup',
      roles: ['setup'],
      standInPostId: null,
      isActive: true,
      sortOrder: 0,
      version: 1,
    };
    const holding: Holding = { id: newId(), postId: post.id, personId, personName: name, fromOn: SETUP_SINCE, toOn: null };
    await savePerson(writer, { id: personId, name, phone: '', accountId, version: 1 });
    await savePost(writer, post);
    await saveHolding(writer, holding);
    await renewAccountDistrict(writer, personId);
    return accept({ accountId, username });
  },
});
