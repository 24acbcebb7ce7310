import { createContext, useContext } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Api } from './api.ts';

export type Post = {
  readonly postId: string | null;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly standsIn: boolean;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
};

/** Who works here, for which district, on which day. Screens know nothing else of the log-in. */
export type Workplace = {
  readonly api: Api;
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly isSetup: boolean;
    readonly hasTotp: boolean;
  };
  readonly district: string;
  readonly districtName: string;
  readonly post: Post | null;
  readonly today: CivilDate;
  readonly isDemo: boolean;
};

export const WorkplaceContext = createContext<Workplace | null>(null);

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('a screen stands outside the workplace');
  return workplace;
}

export function useMay(permission: string): boolean {
  return useWorkplace().post?.permissions.includes(permission) ?? false;
}
