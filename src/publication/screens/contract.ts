import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Area } from '#/planning/rules/area.ts';
import type { FigureChange } from '#/supervision/rules/changes-since.ts';
import type { LeftOut } from '#/supervision/rules/left-out.ts';
import type { Card } from '../rules/cards.ts';
import type { Countersign } from '../rules/circulation.ts';
import type { Difference } from '../rules/difference.ts';
import type { Disruption } from '../rules/disruptions.ts';
import type { Edition, Step } from '../rules/edition.ts';
import type { PictureDecision } from '../rules/pictures.ts';
import type { PlaceDifference } from '../rules/place-difference.ts';
import type { ContentFinding, Settlement } from '../rules/screening.ts';

/** `GET /publication/editions/{id}` */
export type EditionView = {
  readonly edition: Edition;
  readonly comparedWith: { readonly number: number | null; readonly asOf: CivilDate } | null;
  readonly differences: readonly Difference[];
  readonly placeDifferences: readonly PlaceDifference[];
  readonly findings: readonly ContentFinding[];
  readonly overrides: readonly (Settlement & { readonly reviewer: string; readonly reviewedOn: CivilDate })[];
  readonly unsettled: readonly ContentFinding[];
  readonly circulation: {
    readonly scan: { readonly digest: string; readonly name: string } | null;
    readonly countersigns: readonly Countersign[];
    readonly changesAtSigning: readonly FigureChange[] | null;
  };
  /** 送审后变动 up to now, while the edition is on its way. */
  readonly changes: readonly FigureChange[];
};

/** `GET /publication/left-out` */
export type LeftOutView = {
  readonly lines: readonly { readonly promiseId: string; readonly no: string; readonly promise: string }[];
  readonly leftOut: readonly (LeftOut & {
    readonly id: string;
    readonly restoredBy: string | null;
    readonly restoredOn: CivilDate | null;
  })[];
};

/** `GET /publication/pictures`, one line of it. */
export type PictureLine = {
  readonly projectId: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly sourceDigest: string;
  readonly asOf: CivilDate | null;
  readonly promise: string | null;
  readonly decision: PictureDecision | null;
  /** Still proves something that stands. */
  readonly isProving: boolean;
};

/** `GET /publication/pictures/{projectId}/{digest}` */
export type PictureView = {
  readonly programmeId: string;
  readonly picture: Pick<PictureLine, 'asOf' | 'promise'> | null;
  readonly project: { readonly no: string; readonly name: string };
  readonly decisions: readonly PictureDecision[];
};

export type CardPromise = {
  readonly promiseId: string;
  readonly year: number;
  readonly kind: Edition['kind'];
  readonly no: string;
  readonly project: string;
  readonly position: number;
  readonly promise: string;
  readonly isOwn: boolean;
};
export type CardVersion = {
  readonly version: number;
  readonly state: 'written' | 'withdrawn';
  readonly card: Card;
  readonly reason: string | null;
  readonly edited: Edition['prepared'];
};

/** `GET /publication/cards` */
export type CardList = {
  readonly address: string | null;
  readonly promises: readonly (CardPromise & { readonly card: CardVersion | null })[];
};

/** `GET /publication/cards/{promiseId}` */
export type CardView = {
  readonly promise: CardPromise;
  readonly versions: readonly CardVersion[];
  readonly areas: readonly Area[];
  readonly address: string | null;
};

/** `GET /publication/disruptions` */
export type DisruptionView = {
  readonly disruptions: readonly {
    readonly disruption: Disruption;
    readonly state: 'announced' | 'withdrawn';
    readonly announced: Step;
    readonly withdrawn: Step | null;
    readonly reason: string | null;
  }[];
  readonly areas: readonly Area[];
};
