import type { ComponentType, ReactNode } from 'react';
import type { Labels } from './locale.tsx';

/** 页面: what a stage gives to the shell. `path` is relative to `/staff/{district}/`; only entries with `menu` stand in the navigation. */
export type Screen = {
  readonly path: string;
  readonly title: Labels<string>;
  readonly permission: string | null;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly menu?: { readonly icon: ReactNode; readonly order: number; readonly short: Labels<string> };
};
