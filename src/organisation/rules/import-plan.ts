import type { CivilDate } from '#/kernel/civil-date.ts';
import { type ImportRemark, type ImportRow, POST_KIND_WORDS } from './import.ts';
import type { TableRefusal } from './import-table.ts';
import { findUnitByName, nameKey } from './name.ts';
import type { Person } from './person.ts';
import { appoint, type Holding, mayGrant, type Post, ROLES_OF_KIND } from './post.ts';
import type { Unit } from './unit.ts';

/** What the district knows before the file comes in. */
export type Existing = {
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly holdings: readonly Holding[];
  readonly people: readonly Person[];
  /** Log-in names of the file that somebody has already, and whose. */
  readonly usernames: ReadonlyMap<string, string>;
};

export type NewAccountPlan = { readonly personId: string; readonly name: string; readonly username: string | null };

/** Everything that bringing the file in would write; nothing at all for a file that was brought in before. */
export type ImportPlan = {
  readonly units: readonly { readonly unit: Unit; readonly isNew: boolean }[];
  readonly posts: readonly Post[];
  readonly people: readonly { readonly person: Person; readonly isNew: boolean }[];
  readonly holdings: readonly { readonly holding: Holding; readonly ended: Holding | null }[];
  readonly accounts: readonly NewAccountPlan[];
};

export type ImportSummary = {
  readonly unitsCreated: number;
  readonly unitsChanged: number;
  readonly postsCreated: number;
  readonly peopleCreated: number;
  readonly peopleChanged: number;
  readonly appointed: number;
  readonly replaced: number;
  readonly accountsCreated: number;
};

/** GET /organisation/import/check: the report row by row, before anything is written. */
export type ImportReport = { readonly rows: number; readonly remarks: readonly ImportRemark[]; readonly summary: ImportSummary };
export type ImportRefusal =
  | TableRefusal
  /** `why` is the kind of the reader's refusal. */
  | { readonly kind: 'file-unread'; readonly why: string }
  | { readonly kind: 'import-has-errors'; readonly count: number };

type Draft = {
  readonly units: Map<string, Unit>;
  readonly posts: Map<string, Post>;
  readonly people: Map<string, Person>;
  readonly holdings: Holding[];
  readonly appointments: { holding: Holding; ended: Holding | null }[];
  readonly accounts: Map<string, NewAccountPlan>;
  readonly described: Set<string>;
  readonly remarks: ImportRemark[];
};

type Making = { readonly existing: Existing; readonly draft: Draft; readonly today: CivilDate; readonly makeId: () => string };

export function planImport(
  rows: readonly ImportRow[],
  existing: Existing,
  today: CivilDate,
  makeId: () => string,
): { plan: ImportPlan; remarks: readonly ImportRemark[] } {
  const draft: Draft = {
    units: new Map(existing.units.map((it) => [it.id, it])),
    posts: new Map(existing.posts.map((it) => [it.id, it])),
    people: new Map(existing.people.map((it) => [it.id, it])),
    holdings: [...existing.holdings],
    appointments: [],
    accounts: new Map(),
    described: new Set(),
    remarks: [],
  };
  for (const row of rows) planRow({ existing, draft, today, makeId }, row);
  const changed = <It extends { readonly id: string }>(now: ReadonlyMap<string, It>, before: readonly It[]) =>
    [...now.values()].filter((it) => !before.includes(it)).map((it) => ({ it, isNew: !before.some((one) => one.id === it.id) }));
  return {
    plan: {
      units: changed(draft.units, existing.units).map(({ it, isNew }) => ({ unit: it, isNew })),
      posts: changed(draft.posts, existing.posts).map(({ it }) => it),
      people: changed(draft.people, existing.people).map(({ it, isNew }) => ({ person: it, isNew })),
      holdings: draft.appointments,
      accounts: [...draft.accounts.values()],
    },
    remarks: draft.remarks,
  };
}

export function summaryOf(plan: ImportPlan): ImportSummary {
  return {
    unitsCreated: plan.units.filter((it) => it.isNew).length,
    unitsChanged: plan.units.filter((it) => !it.isNew).length,
    postsCreated: plan.posts.length,
    peopleCreated: plan.people.filter((it) => it.isNew).length,
    peopleChanged: plan.people.filter((it) => !it.isNew).length,
    appointed: plan.holdings.filter((it) => it.ended === null).length,
    replaced: plan.holdings.filter((it) => it.ended !== null).length,
    accountsCreated: plan.accounts.length,
  };
}

function planRow(making: Making, row: ImportRow): void {
  if (row.unit === '') return;
  const unit = planUnit(making, row);
  if (row.post === null) return;
  const post = planPost(making, row, unit, row.post);
  if (row.person === null) return;
  const person = planPerson(making, row.person, unit);
  planHolding(making, row, post, person);
  if (row.wantsAccount) planAccount(making, row, person);
}

/** The first row of a unit describes it; what a row leaves empty stays as it is. */
function planUnit({ existing, draft, makeId }: Making, row: ImportRow): Unit {
  const found = findUnitByName([...draft.units.values()], row.unit);
  const known = found.kind === 'exact' || found.kind === 'alias' ? found.unit : null;
  if (known === null) {
    const alike = findUnitByName(existing.units, row.unit);
    if (alike.kind === 'similar')
      draft.remarks.push({ row: row.row, field: 'unit', isError: false, kind: 'looks-like', names: alike.units.map((it) => it.name) });
  }
  const highest = Math.max(0, ...[...draft.units.values()].map((it) => it.sortOrder));
  const base: Unit = known ?? {
    id: makeId(),
    name: row.unit,
    aliases: [],
    kind: 'department',
    creditCode: null,
    sortOrder: highest + 10,
    isActive: true,
    mergedIntoId: null,
    version: 1,
  };
  const isFirst = !draft.described.has(base.id);
  draft.described.add(base.id);
  const fresh = {
    ...base,
    aliases: withAliases(draft, base, row),
    kind: (isFirst ? row.unitKind : null) ?? base.kind,
    creditCode: (isFirst ? row.creditCode : null) ?? base.creditCode,
    sortOrder: (isFirst ? row.order : null) ?? base.sortOrder,
  };
  const isSame = known !== null && JSON.stringify(fresh) === JSON.stringify(known);
  if (!isSame) draft.units.set(base.id, fresh);
  return isSame ? known : fresh;
}

function withAliases(draft: Draft, unit: Unit, row: ImportRow): readonly string[] {
  const own = new Set([unit.name, ...unit.aliases].map(nameKey));
  const fresh = row.aliases.filter((alias) => !own.has(nameKey(alias)));
  for (const alias of fresh) {
    const by = [...draft.units.values()].find(
      (it) => it.id !== unit.id && it.isActive && [it.name, ...it.aliases].some((name) => nameKey(name) === nameKey(alias)),
    );
    if (by !== undefined) draft.remarks.push({ row: row.row, field: 'aliases', isError: true, kind: 'alias-taken', alias, by: by.name });
  }
  return fresh.length === 0 ? unit.aliases : [...unit.aliases, ...fresh];
}

function planPost({ draft, makeId }: Making, row: ImportRow, unit: Unit, { kind, title }: NonNullable<ImportRow['post']>): Post {
  const ofKind = [...draft.posts.values()].filter((it) => it.unitId === unit.id && it.isActive && it.kind === kind);
  const onlyOne = title === POST_KIND_WORDS[kind][0] && ofKind.length === 1 ? ofKind[0] : undefined;
  const known = ofKind.find((it) => it.title === title) ?? onlyOne;
  if (known !== undefined && !mayGrant([], known.roles).ok)
    draft.remarks.push({ row: row.row, field: 'title', isError: true, kind: 'administrator-post', title: known.title });
  if (known !== undefined) return known;
  const post: Post = {
    id: makeId(),
    unitId: unit.id,
    title,
    kind,
    roles: ROLES_OF_KIND[kind],
    standInPostId: null,
    isActive: true,
    sortOrder: 0,
    version: 1,
  };
  draft.posts.set(post.id, post);
  return post;
}

/** One person: the same name with the same number anywhere, or the same name in the same unit. Namesakes elsewhere stay two people. */
function planPerson({ existing, draft, makeId }: Making, { name, phone }: NonNullable<ImportRow['person']>, unit: Unit): Person {
  const postsHere = new Set([...draft.posts.values()].filter((it) => it.unitId === unit.id).map((it) => it.id));
  const here = new Set(draft.holdings.filter((it) => it.toOn === null && postsHere.has(it.postId)).map((it) => it.personId));
  // Two new rows with one name and two numbers are two people; a number that differs from the one on file is a new number.
  const isOther = (it: Person) => phone !== '' && it.phone !== '' && it.phone !== phone && !existing.people.some((one) => one.id === it.id);
  const namesakes = [...draft.people.values()].filter((it) => it.name === name);
  const known = namesakes.find((it) => phone !== '' && it.phone === phone) ?? namesakes.find((it) => here.has(it.id) && !isOther(it));
  if (known !== undefined && (phone === '' || known.phone === phone)) return known;
  const person: Person = known === undefined ? { id: makeId(), name, phone, accountId: null, version: 1 } : { ...known, phone };
  draft.people.set(person.id, person);
  return person;
}

function planHolding({ draft, today, makeId }: Making, row: ImportRow, post: Post, person: Person): void {
  const ofPost = draft.holdings.filter((it) => it.postId === post.id);
  if (ofPost.some((it) => it.toOn === null && it.personId === person.id)) return;
  const holding: Holding = {
    id: makeId(),
    postId: post.id,
    personId: person.id,
    personName: person.name,
    fromOn: row.fromOn ?? today,
    toOn: null,
  };
  const decided = appoint({ post, holdings: ofPost, otherRoles: [], replacesHolder: true }, holding);
  if (!decided.ok) {
    const { refusal } = decided;
    if (refusal.kind === 'post-held')
      draft.remarks.push({
        row: row.row,
        field: 'fromOn',
        isError: true,
        kind: 'starts-before-holder',
        name: refusal.name,
        fromOn: refusal.fromOn,
      });
    return;
  }
  const { ended } = decided.value;
  if (ended !== null) {
    draft.remarks.push({ row: row.row, field: 'person', isError: false, kind: 'replaces', name: ended.personName, fromOn: holding.fromOn });
    draft.holdings.splice(
      draft.holdings.findIndex((it) => it.id === ended.id),
      1,
      ended,
    );
  }
  draft.holdings.push(holding);
  draft.appointments.push({ holding, ended });
}

function planAccount({ existing, draft }: Making, row: ImportRow, person: Person): void {
  if (person.accountId !== null || draft.accounts.has(person.id)) return;
  if (row.username !== null && existing.usernames.has(row.username)) {
    draft.remarks.push({ row: row.row, field: 'username', isError: true, kind: 'username-taken', username: row.username });
  }
  draft.accounts.set(person.id, { personId: person.id, name: person.name, username: row.username });
}
