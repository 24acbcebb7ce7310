import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { Role } from '#/kernel/role.ts';
import { type Download, read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { ImportFile, workOutImport } from './actions/import.ts';
import { makeImportTemplate } from './import-template.ts';
import { creditCodeWarning } from './rules/credit-code.ts';
import { maskPhone } from './rules/person.ts';
import { isHeldOn } from './rules/post.ts';
import type { PersonView, PostView, UnitView } from './rules/views.ts';
import { accountSlips } from './slips.ts';
import { listAccountSlips, listAccounts } from './store/accounts.ts';
import { getDistrict } from './store/districts.ts';
import { listPeople } from './store/people.ts';
import { listHoldings, listPosts } from './store/posts.ts';
import { listUnits } from './store/units.ts';

const Nothing = z.object({});
const AccountList = z.object({
  accounts: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).min(1).max(1000)),
});

/** Who may call somebody sees the whole number; everybody else, the auditor too, sees it masked. */
const SEES_PHONES: readonly Role[] = ['setup', 'system-admin', 'office', 'leader'];

async function postViews(reader: ActingReader): Promise<readonly PostView[]> {
  const posts = await listPosts(reader);
  const units = new Map((await listUnits(reader)).map((it) => [it.id, it.name]));
  const holdings = await listHoldings(reader);
  const accounts = new Map((await listPeople(reader)).map((it) => [it.id, it.accountId]));
  return posts.map((post) => {
    const holder = holdings.find((it) => it.postId === post.id && isHeldOn(it, reader.today));
    return {
      ...post,
      unitName: units.get(post.unitId ?? '') ?? '',
      standInTitle: posts.find((it) => it.id === post.standInPostId)?.title ?? '',
      holder: holder === undefined ? null : { ...holder, accountId: accounts.get(holder.personId) ?? null },
    };
  });
}

async function personViews(reader: ActingReader): Promise<readonly PersonView[]> {
  const posts = new Map((await postViews(reader)).map((it) => [it.id, it]));
  const holdings = await listHoldings(reader);
  const isWhole = reader.actor.roles.some((role) => SEES_PHONES.includes(role));
  return (await listPeople(reader)).map((person) => ({
    ...person,
    phone: isWhole ? person.phone : maskPhone(person.phone),
    posts: holdings
      .filter((it) => it.personId === person.id)
      .map(({ postId, fromOn, toOn }) => {
        const { title, unitId, unitName } = posts.get(postId)!;
        return { postId, title, unitId, unitName, fromOn, toOn };
      }),
  }));
}

const districtRead = read({
  path: '/organisation/district',
  permission: 'organisation.read',
  query: Nothing,
  run: (reader) => getDistrict(reader),
});

const unitsRead = read({
  path: '/organisation/units',
  permission: 'organisation.read',
  query: Nothing,
  async run(reader): Promise<readonly UnitView[]> {
    const posts = await postViews(reader);
    return (await listUnits(reader)).map((unit) => ({
      ...unit,
      creditCodeWarning: unit.creditCode === null ? null : creditCodeWarning(unit.creditCode),
      posts: posts.filter((post) => post.unitId === unit.id),
    }));
  },
});

const postsRead = read({ path: '/organisation/posts', permission: 'organisation.read', query: Nothing, run: postViews });

const holdersRead = read({
  path: '/organisation/posts/:postId/holders',
  permission: 'organisation.read',
  query: z.object({ postId: z.uuid() }),
  run: (reader, { postId }) => listHoldings(reader, [postId]),
});

const peopleRead = read({ path: '/organisation/people', permission: 'organisation.read-people', query: Nothing, run: personViews });

const accountsRead = read({
  path: '/organisation/accounts',
  permission: 'organisation.read-accounts',
  query: Nothing,
  run: (reader) => listAccounts(reader),
});

const slipsRead = read({
  path: '/organisation/account-slips',
  permission: 'organisation.print-slips',
  query: AccountList,
  run: (reader, { accounts }) => listAccountSlips(reader, accounts),
});

const slipsPageRead = read({
  path: '/organisation/account-slips/page',
  permission: 'organisation.print-slips',
  query: AccountList.extend({ address: z.url().max(200) }),
  async run(reader, { accounts, address }): Promise<Download> {
    const slips = await listAccountSlips(reader, accounts);
    if (slips.length === 0) throw new Problem(404, 'no-slips');
    const { name } = await getDistrict(reader);
    const page = accountSlips(slips, { districtName: name, address });
    return { bytes: Buffer.from(page.text), mediaType: 'text/html; charset=utf-8', fileName: '账号条.html' };
  },
});

const templateRead = read({
  path: '/organisation/import/template',
  permission: 'organisation.import',
  query: Nothing,
  async run(): Promise<Download> {
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { bytes: await makeImportTemplate(), mediaType, fileName: '单位岗位人员导入模板.xlsx' };
  },
});

/** What the file would do, row by row; a file that cannot be read answers with its refusal. */
const importCheckRead = read({
  path: '/organisation/import/check',
  permission: 'organisation.import',
  query: ImportFile,
  async run(reader, { digest }) {
    const worked = await workOutImport(reader, digest);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

export const organisationReads = [
  districtRead,
  unitsRead,
  postsRead,
  holdersRead,
  peopleRead,
  accountsRead,
  slipsRead,
  slipsPageRead,
  templateRead,
  importCheckRead,
];
