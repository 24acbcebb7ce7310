import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Role } from '#/kernel/role.ts';
import type { CreditCodeWarning } from './credit-code.ts';
import type { Holding, Post } from './post.ts';
import type { Unit } from './unit.ts';

/** GET /organisation/units: units in their order with posts and present holders. */
export type UnitView = Unit & { readonly creditCodeWarning: CreditCodeWarning | null; readonly posts: readonly PostView[] };

/** GET /organisation/posts */
export type PostView = Post & { readonly unitName: string; readonly standInTitle: string; readonly holder: HolderView | null };
export type HolderView = Holding & { readonly accountId: string | null };

/** GET /organisation/people: telephone numbers are whole only for who manages people. */
export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly accountId: string | null;
  readonly version: number;
  readonly posts: readonly HeldPostView[];
};
export type HeldPostView = {
  readonly postId: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate | null;
};

/** GET /organisation/accounts */
export type AccountView = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly isSetup: boolean;
  /** Nobody has logged in with it yet: its slip can still be printed. */
  readonly hasSlip: boolean;
  readonly hasTotp: boolean;
  readonly lockedAt: string | null;
  readonly closedAt: string | null;
  readonly lastSeenAt: string | null;
};

/** GET /organisation/account-slips?accounts=id,id */
export type AccountSlipView = {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly posts: string;
};
