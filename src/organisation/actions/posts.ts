import type { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { type Person, type PersonRefusal, phoneDigits, SetPerson } from '../rules/person.ts';
import {
  Appoint,
  ChangePost,
  ChangePostRoles,
  CreatePost,
  appoint as decideAppointment,
  release as decideRelease,
  changePostRoles as decideRoles,
  setStandIn as decideStandIn,
  type Holding,
  mayGrant,
  type Post,
  type PostRefusal,
  Release,
  ROLES_OF_KIND,
  SetStandIn,
} from '../rules/post.ts';
import type { UnitRefusal } from '../rules/unit.ts';
import { listRolesElsewhere, renewAccountDistrict } from '../store/districts.ts';
import { getPerson, getPersonForUpdate, savePerson } from '../store/people.ts';
import { getPost, getPostForUpdate, listHoldings, listRolesOfPerson, saveHolding, savePost } from '../store/posts.ts';
import { getUnit } from '../store/units.ts';
import { POST_KIND_LABELS } from '../words/labels.ts';

const permission = 'organisation.manage-posts';

export const createPost = command({
  name: 'organisation.create-post',
  version: 1,
  input: CreatePost,
  permission,
  subject: (input) => input.unitId,
  async run(writer, { unitId, kind, title, sortOrder }): Promise<Result<{ readonly id: string }, PostRefusal | UnitRefusal>> {
    const granted = mayGrant(writer.actor.roles, ROLES_OF_KIND[kind]);
    if (!granted.ok) return granted;
    const unit = await getUnit(writer, unitId);
    if (!unit.isActive) return refuse({ kind: 'unit-inactive', name: unit.name });
    const named = title ?? POST_KIND_LABELS['zh-CN'][kind];
    const post: Post = {
      id: newId(),
      unitId,
      title: named,
      kind,
      roles: ROLES_OF_KIND[kind],
      standInPostId: null,
      isActive: true,
      sortOrder,
      version: 1,
    };
    await savePost(writer, post);
    return accept({ id: post.id });
  },
});

export const changePost = command({
  name: 'organisation.change-post',
  version: 1,
  input: ChangePost,
  permission,
  subject: (input) => input.postId,
  async run(writer, { postId, title, sortOrder, isActive }) {
    const post = await ordinaryPost(writer, postId);
    const granted = mayGrant(writer.actor.roles, post.roles);
    if (!granted.ok) return granted;
    const open = (await listHoldings(writer, [postId])).find((it) => it.toOn === null || it.toOn >= writer.today);
    if (!isActive && open !== undefined)
      return refuse<PostRefusal>({ kind: 'post-held', name: open.personName, fromOn: open.fromOn, toOn: open.toOn });
    await savePost(writer, { ...post, title, sortOrder, isActive });
    return accept({ id: postId });
  },
});

export const appoint = command({
  name: 'organisation.appoint',
  version: 1,
  input: Appoint,
  permission,
  subject: (input) => input.postId,
  async run(writer, input): Promise<Result<{ readonly holdingId: string; readonly personId: string }, PostRefusal | PersonRefusal>> {
    const post = await ordinaryPost(writer, input.postId);
    const granted = mayGrant(writer.actor.roles, post.roles);
    if (!granted.ok) return granted;
    const person = await personOf(writer, input.person);
    if (!person.ok) return person;
    const holding: Holding = {
      id: newId(),
      postId: post.id,
      personId: person.value.id,
      personName: person.value.name,
      fromOn: input.fromOn,
      toOn: null,
    };
    const appointing = {
      post,
      holdings: await listHoldings(writer, [post.id]),
      otherRoles: await rolesOf(writer, person.value, post.id),
      replacesHolder: input.replacesHolder,
    };
    const decided = decideAppointment(appointing, holding);
    if (!decided.ok) return decided;
    if (decided.value.ended !== null) await end(writer, decided.value.ended);
    if ('name' in input.person) await savePerson(writer, person.value);
    await saveHolding(writer, holding);
    await renewAccountDistrict(writer, holding.personId);
    return accept({ holdingId: holding.id, personId: holding.personId });
  },
});

export const release = command({
  name: 'organisation.release',
  version: 1,
  input: Release,
  permission,
  subject: (input) => input.postId,
  async run(writer, { postId, lastDay }) {
    const post = await ordinaryPost(writer, postId);
    const granted = mayGrant(writer.actor.roles, post.roles);
    if (!granted.ok) return granted;
    const decided = decideRelease(post, await listHoldings(writer, [postId]), lastDay);
    if (decided.ok) await end(writer, decided.value);
    return decided.ok ? accept({ holdingId: decided.value.id }) : decided;
  },
});

export const setStandIn = command({
  name: 'organisation.set-stand-in',
  version: 1,
  input: SetStandIn,
  permission,
  subject: (input) => input.postId,
  async run(writer, { postId, standInPostId }) {
    const post = await ordinaryPost(writer, postId);
    const granted = mayGrant(writer.actor.roles, post.roles);
    if (!granted.ok) return granted;
    const standIn = standInPostId === null ? null : await getPost(writer, standInPostId);
    const decided = decideStandIn(post, standIn, standIn === null ? [] : await rolesOfHolder(writer, standIn));
    if (!decided.ok) return decided;
    await savePost(writer, decided.value);
    return accept({ id: postId });
  },
});

export const changePostRoles = command({
  name: 'organisation.change-post-roles',
  version: 1,
  input: ChangePostRoles,
  permission: 'organisation.manage-roles',
  subject: (input) => input.postId,
  async run(writer, { postId, roles }) {
    const post = await ordinaryPost(writer, postId);
    const decided = decideRoles(post, roles, await rolesOfHolder(writer, post));
    if (!decided.ok) return decided;
    await savePost(writer, decided.value);
    for (const it of await listHoldings(writer, [postId])) await renewAccountDistrict(writer, it.personId);
    return accept({ id: postId });
  },
});

export const setPerson = command({
  name: 'organisation.set-person',
  version: 1,
  input: SetPerson,
  permission: 'organisation.manage-people',
  subject: (input) => input.personId,
  async run(writer, { personId, name, phone }): Promise<Result<{ readonly id: string }, PersonRefusal>> {
    const person = await getPersonForUpdate(writer, personId);
    const digits = phoneDigits(phone);
    if (digits === null) return refuse({ kind: 'phone-malformed', phone });
    await savePerson(writer, { ...person, name, phone: digits });
    return accept({ id: personId });
  },
});

/** The setup post begins and ends with its account: nobody changes it, gives it on or brings it back. */
async function ordinaryPost(writer: Writer, postId: string): Promise<Post> {
  const post = await getPostForUpdate(writer, postId);
  if (post.kind === 'setup') throw new Problem(403, 'setup-post', { postId });
  return post;
}

async function personOf(writer: Writer, input: z.output<typeof Appoint>['person']): Promise<Result<Person, PersonRefusal>> {
  if ('id' in input) return accept(await getPersonForUpdate(writer, input.id));
  const phone = phoneDigits(input.phone);
  if (phone === null) return refuse({ kind: 'phone-malformed', phone: input.phone });
  return accept({ id: newId(), name: input.name, phone, accountId: null, version: 1 });
}

/** Roles that a person has by other posts, here and in other districts. */
async function rolesOf(writer: Writer, person: Person, exceptPostId: string): Promise<Post['roles']> {
  const here = await listRolesOfPerson(writer, person.id, exceptPostId);
  return person.accountId === null ? here : [...here, ...(await listRolesElsewhere(writer, person.accountId))];
}

async function rolesOfHolder(writer: Writer, post: Post): Promise<Post['roles']> {
  const holdings = (await listHoldings(writer, [post.id])).filter((it) => it.toOn === null || it.toOn >= writer.today);
  const roles: Post['roles'][] = [];
  for (const it of holdings) roles.push(await rolesOf(writer, await getPerson(writer, it.personId), post.id));
  return roles.flat();
}

async function end(writer: Writer, holding: Holding): Promise<void> {
  await saveHolding(writer, holding);
  await renewAccountDistrict(writer, holding.personId);
}
