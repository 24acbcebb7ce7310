import type { CivilDate } from '#/kernel/civil-date.ts';
import type { FigureChange } from '../rules/changes-since.ts';
import type { CirculationStep } from '../rules/circulation.ts';
import type { DocumentKind, FrozenDocument } from '../rules/document.ts';
import type { LeftOut } from '../rules/left-out.ts';

/** Which document a screen speaks of, in the words of its commands. */
export type Which = {
  readonly year: number;
  readonly list: string;
  readonly month: number;
  readonly kind: DocumentKind;
  readonly postId: string | null;
};

export type EditionView = Omit<FrozenDocument, 'content'>;

/** `GET /supervision/document` */
export type DocumentView = {
  readonly editions: readonly EditionView[];
  readonly next: CirculationStep | null;
  readonly changes: readonly FigureChange[];
  readonly leftOut: readonly (LeftOut & {
    readonly id: string;
    readonly restoredBy: string | null;
    readonly restoredOn: CivilDate | null;
  })[];
  readonly settings: readonly {
    readonly needsCountersign: boolean;
    readonly setBy: string;
    readonly setOn: CivilDate;
    readonly reason: string;
  }[];
};

export function documentPath({ year, list, month, kind, postId }: Which): string {
  return `/supervision/document?year=${year}&kind=${list}&month=${month}&document=${kind}${postId === null ? '' : `&postId=${postId}`}`;
}

/** A line that may be left out. */
export type LineChoice = { readonly promiseId: string; readonly no: string; readonly promise: string };

/** `GET /supervision/readers` */
export type ReadersView = {
  readonly leaders: readonly { readonly id: string; readonly title: string; readonly holder: string | null; readonly projects: number }[];
  readonly notOverseen: readonly string[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
};
