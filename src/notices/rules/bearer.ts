import type { Duty } from '#/kernel/duty.ts';
import type { Role } from '#/kernel/role.ts';

type Asked = Pick<Duty, 'postId' | 'unitId' | 'roles'>;

/** As what somebody acts. */
export type ActingAs = { readonly postId: string | null; readonly unitId: string | null; readonly roles: readonly Role[] };

/** Whether a duty is this post's: by name, or by what the post does in the unit (in the district, for duties of no unit). */
export function isOwedBy(duty: Asked, post: ActingAs): boolean {
  if (duty.postId !== null) return duty.postId === post.postId;
  const isInPlace = duty.unitId === null || duty.unitId === post.unitId;
  return isInPlace && duty.roles.some((role) => post.roles.includes(role));
}

/** 岗位和任职人: a post and who holds it today; a post that nobody holds is answered for by its stand-in. */
export type HeldPost = {
  readonly id: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly standInPostId: string | null;
  readonly personId: string | null;
};

/** Who is told of a duty: the holder of the post; otherwise those who hold the first of its roles that anybody holds. Empty: nobody can be told. */
export function personsToTell(duty: Asked, posts: readonly HeldPost[]): readonly string[] {
  const byId = new Map(posts.map((it) => [it.id, it]));
  const holderOf = ({ personId, standInPostId }: HeldPost) => personId ?? byId.get(standInPostId ?? '')?.personId ?? null;
  const persons = (asked: readonly HeldPost[]) => [...new Set(asked.filter((it) => it.isActive).flatMap((it) => holderOf(it) ?? []))];
  if (duty.postId !== null) return persons(posts.filter(({ id }) => id === duty.postId));
  for (const role of duty.roles) {
    const held = persons(
      posts.filter((it) => it.unitId === duty.unitId || duty.unitId === null).filter(({ roles }) => roles.includes(role)),
    );
    if (held.length > 0) return held;
  }
  return [];
}
