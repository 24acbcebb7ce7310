import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Difference } from '../rules/difference.ts';
import type { Edition } from '../rules/edition.ts';
import type { PictureDecision } from '../rules/pictures.ts';
import type { ContentFinding, Settlement } from '../rules/screening.ts';

/** `GET /publication/editions` */
export type EditionLine = Omit<Edition, 'content'> & {
  readonly title: string;
  readonly counts: Readonly<Record<Light, number>>;
  readonly districtName: string;
};

/** `GET /publication/editions/{id}` */
export type EditionView = {
  readonly edition: Edition;
  readonly comparedWith: { readonly number: number | null; readonly asOf: CivilDate } | null;
  readonly differences: readonly Difference[];
  readonly findings: readonly ContentFinding[];
  readonly overrides: readonly (Settlement & { readonly reviewer: string; readonly reviewedOn: CivilDate })[];
  readonly unsettled: readonly ContentFinding[];
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
