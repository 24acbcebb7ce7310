import type { Bundle, BundleEntry, Gap } from '../rules/archive.ts';

/** `GET /archive/preview` */
export type BundlePreview = {
  readonly name: string;
  readonly entries: readonly BundleEntry[];
  readonly gaps: readonly Gap[];
  readonly size: number;
};

/** `GET /archive/bundles`, one line of it. */
export type BundleLine = Omit<Bundle, 'entries' | 'gaps'> & { readonly files: number; readonly gaps: number };
