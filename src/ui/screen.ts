import type { ComponentType, ReactNode } from 'react';
import type { Labels } from './locale.tsx';

/** 页面: what a stage gives to the shell. `path` is relative to `/staff/{district}/`; only entries with `menu` stand in the navigation. */
export type Screen = {
  readonly path: string;
  readonly title: Labels<string>;
  /** Any one of several, where they are named; null is open to everybody. */
  readonly permission: string | readonly string[] | null;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Stands on the page 设置, with one line that says what is set there. */
  readonly setting?: { readonly order: number; readonly lead: Labels<string> };
  readonly menu?: {
    readonly icon: ReactNode;
    /** Below 20 plans, below 36 figures coming in, below 40 what pushes, below 60 papers and the public, then the list and the house. */
    readonly order: number;
    readonly short: Labels<string>;
    /** Its place on the bar of a phone; without one it waits in the drawer as long as others have one. */
    readonly onPhone?: number;
  };
};

/** Whether whoever holds these permissions may enter. */
export function mayEnter({ permission }: Screen, permissions: readonly string[] | undefined): boolean {
  if (permission === null) return true;
  const wanted = typeof permission === 'string' ? [permission] : permission;
  return wanted.some((it) => permissions?.includes(it));
}
