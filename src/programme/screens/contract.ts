import type { Draft } from '../rules/draft.ts';
import type { Programme } from '../rules/programme.ts';

/** `GET /programme/programmes` */
export type ProgrammeLine = Pick<Programme, 'id' | 'year' | 'kind' | 'origin' | 'title' | 'state' | 'frozenOn' | 'frozenBy' | 'version'> & {
  readonly projectCount: number;
  readonly promiseCount: number;
};

/** `GET /programme/draft?programmeId=…` */
export type StoredDraft = {
  readonly programmeId: string;
  readonly version: number;
  readonly state: Programme['state'];
  readonly draft: Draft;
};

/** What the wizard sends to `programme.read-list`: a stored file, or what was pasted. */
export type ReadListInput = {
  readonly programmeId: string;
  readonly year: number;
  readonly title: string;
  readonly replace: boolean;
  readonly from: { readonly digest: string; readonly name: string } | { readonly html: string | null; readonly text: string };
};
