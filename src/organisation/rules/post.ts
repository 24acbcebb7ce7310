import { z } from 'zod';
import { addDays, type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { ADMINISTRATORS, type Administrator, administratorRoles, ROLES, type Role } from '#/kernel/role.ts';

/** 岗位类别: what a post is for; it decides the roles that the post begins with. */
export const POST_KINDS = [
  'head',
  'deputy-head',
  'liaison',
  'leader',
  'office',
  'congress-office',
  'teller',
  'scrutineer',
  ...ADMINISTRATORS,
  'setup',
] as const;
export type PostKind = (typeof POST_KINDS)[number];
/** A post of `setup` comes with its account, never by itself. */
const CREATED_KINDS = POST_KINDS.filter((it) => it !== 'setup');

export const ROLES_OF_KIND: Readonly<Record<PostKind, readonly Role[]>> = {
  head: ['unit-head'],
  'deputy-head': ['deputy-head'],
  liaison: ['liaison'],
  leader: ['leader'],
  office: ['office'],
  'congress-office': ['congress-office'],
  teller: ['teller'],
  scrutineer: ['scrutineer'],
  'system-admin': ['system-admin'],
  'security-admin': ['security-admin'],
  'audit-admin': ['audit-admin'],
  setup: ['setup'],
};

/** 岗位: a place in a unit that carries roles, whoever holds it. */
export type Post = {
  readonly id: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly kind: PostKind;
  readonly roles: readonly Role[];
  /** AB 岗: whose holder may act when this one cannot. */
  readonly standInPostId: string | null;
  readonly isActive: boolean;
  readonly sortOrder: number;
  readonly version: number;
};

/** 任职: a person holds a post from one day to another, both included; `toOn` null while it lasts. */
export type Holding = {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly personName: string;
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate | null;
};

const title = z.string().trim().min(1).max(40);
export const CreatePost = z.object({
  unitId: z.uuid(),
  kind: z.enum(CREATED_KINDS),
  title: title.optional(),
  sortOrder: z.number().int().min(0).max(9999).default(0),
});
export const ChangePost = z.object({ postId: z.uuid(), title, sortOrder: z.number().int().min(0).max(9999), isActive: z.boolean() });
/** `setup` cannot be given to a post: it ends with its account. */
export const ChangePostRoles = z.object({
  postId: z.uuid(),
  roles: z.array(z.enum(ROLES).exclude(['setup'])).max(4),
});
export const Appoint = z.object({
  postId: z.uuid(),
  /** Somebody known, or somebody new by name. */
  person: z.union([
    z.object({ id: z.uuid() }),
    z.object({ name: z.string().trim().min(2).max(30), phone: z.string().trim().max(20).default('') }),
  ]),
  fromOn: civilDate,
  /** The present holder's term ends the day before. */
  replacesHolder: z.boolean().default(false),
});
export const Release = z.object({ postId: z.uuid(), lastDay: civilDate });
export const SetStandIn = z.object({ postId: z.uuid(), standInPostId: z.uuid().nullable() });

export type PostRefusal =
  | { readonly kind: 'post-inactive'; readonly title: string }
  | { readonly kind: 'post-held'; readonly name: string; readonly fromOn: CivilDate; readonly toOn: CivilDate | null }
  | { readonly kind: 'post-vacant'; readonly title: string }
  | { readonly kind: 'ends-before-start'; readonly fromOn: CivilDate }
  | { readonly kind: 'own-stand-in' }
  | { readonly kind: 'administrators-exclude'; readonly held: Administrator; readonly wanted: Administrator }
  | { readonly kind: 'needs-security-admin'; readonly roles: readonly Role[] };

const EVERYDAY: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

/** 授权归安全管理员: beyond the everyday roles of a unit, rights are given by the security administrator (or in the first hour). */
export function mayGrant(actorRoles: readonly Role[], roles: readonly Role[]): Result<null, PostRefusal> {
  const special = roles.filter((role) => !EVERYDAY.includes(role));
  if (special.length === 0 || actorRoles.includes('setup') || actorRoles.includes('security-admin')) return accept(null);
  return refuse({ kind: 'needs-security-admin', roles: special });
}

/** 三员互斥: the administrator's role that somebody holds and the other one he would get. */
export function excludedAdministrators(held: readonly Role[], wanted: readonly Role[]): PostRefusal | null {
  const [first, second] = administratorRoles([...held, ...wanted]);
  if (first === undefined || second === undefined) return null;
  const isHeld = held.includes(first);
  return { kind: 'administrators-exclude', held: isHeld ? first : second, wanted: isHeld ? second : first };
}

export type Appointment = { readonly holding: Holding; readonly ended: Holding | null };
export type Appointing = {
  readonly post: Post;
  readonly holdings: readonly Holding[];
  /** Roles that the person has elsewhere, in any district. */
  readonly otherRoles: readonly Role[];
  readonly replacesHolder: boolean;
};

/** 任职: from this day the person holds the post; nobody holds it twice at once, and no one gathers two administrators' roles. */
export function appoint({ post, holdings, otherRoles, replacesHolder }: Appointing, holding: Holding): Result<Appointment, PostRefusal> {
  if (!post.isActive) return refuse({ kind: 'post-inactive', title: post.title });
  const excluded = excludedAdministrators(otherRoles, post.roles);
  if (excluded !== null) return refuse(excluded);
  const present = holdings.find((it) => it.toOn === null && it.fromOn < holding.fromOn);
  const ended = replacesHolder && present !== undefined ? { ...present, toOn: addDays(holding.fromOn, -1) } : null;
  const inTheWay = holdings.find((it) => it.id !== ended?.id && (it.toOn === null || it.toOn >= holding.fromOn));
  if (inTheWay !== undefined) return refuse({ kind: 'post-held', name: inTheWay.personName, fromOn: inTheWay.fromOn, toOn: inTheWay.toOn });
  return accept({ holding, ended });
}

/** 免职: the last day counts; the post is vacant from the next. */
export function release(post: Post, holdings: readonly Holding[], lastDay: CivilDate): Result<Holding, PostRefusal> {
  const open = holdings.find((it) => it.toOn === null);
  if (open === undefined) return refuse({ kind: 'post-vacant', title: post.title });
  if (lastDay < open.fromOn) return refuse({ kind: 'ends-before-start', fromOn: open.fromOn });
  return accept({ ...open, toOn: lastDay });
}

/** `standInRoles`: everything the stand-in's holder may do already. */
export function setStandIn(post: Post, standIn: Post | null, standInRoles: readonly Role[]): Result<Post, PostRefusal> {
  if (standIn === null) return accept({ ...post, standInPostId: null });
  if (standIn.id === post.id) return refuse({ kind: 'own-stand-in' });
  if (!standIn.isActive) return refuse({ kind: 'post-inactive', title: standIn.title });
  const excluded = excludedAdministrators([...standIn.roles, ...standInRoles], post.roles);
  return excluded === null ? accept({ ...post, standInPostId: standIn.id }) : refuse(excluded);
}

export function changePostRoles(post: Post, roles: readonly Role[], holderRoles: readonly Role[]): Result<Post, PostRefusal> {
  const excluded = excludedAdministrators(holderRoles, roles);
  return excluded === null ? accept({ ...post, roles: [...new Set(roles)] }) : refuse(excluded);
}

export function isHeldOn(holding: Pick<Holding, 'fromOn' | 'toOn'>, day: CivilDate): boolean {
  return holding.fromOn <= day && (holding.toOn === null || day <= holding.toOn);
}
