import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { findPersonalData, type PersonalDataKind } from '#/kernel/privacy-gate.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

export const PICTURE_PHASES = ['before', 'during', 'after'] as const;
/** 照片阶段: 整治前、施工中、完成后. */
export type PicturePhase = (typeof PICTURE_PHASES)[number];

/** 必查四项: what must not be seen in a public picture. */
export const MUST_HIDE = ['faces', 'plates', 'doors', 'children'] as const;
export type MustHide = (typeof MUST_HIDE)[number];

/** A picture's sides are counted in ten-thousandths, so that a box fits every copy of it. */
export const WHOLE_SIDE = 10_000;
export const MOST_BOXES = 200;
/** README, 来源 6. */
export const MOST_PICTURES = 40;

const side = z.number().int().min(0).max(WHOLE_SIDE);

/** 遮挡框: a rectangle of the upright picture that is filled on the public copy. */
export const CoverBox = z
  .object({ x: side, y: side, width: side.min(1), height: side.min(1) })
  .refine((it) => it.x + it.width <= WHOLE_SIDE && it.y + it.height <= WHOLE_SIDE);
export type CoverBox = Readonly<z.infer<typeof CoverBox>>;

const line = (max: number) => z.string().trim().min(2).max(max);
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Checked = z.enum(['none', 'covered']);

/** What is decided about one picture; `seen` is the decision that stood on the screen, null where there was none. */
const Subject = { projectId: z.uuid(), sourceDigest: Digest, seen: z.uuid().nullable() };

export const ReleasePicture = z.object({
  ...Subject,
  boxes: z.array(CoverBox).max(MOST_BOXES),
  checks: z.object({
    faces: Checked.nullable(),
    plates: Checked.nullable(),
    doors: Checked.nullable(),
    children: Checked.nullable(),
  }),
  /** 没有需要遮挡的: said by a person where no box was drawn. */
  nothingToCover: z.boolean(),
  phase: z.enum(PICTURE_PHASES),
  caption: line(60),
  /** For whoever cannot see the picture. */
  alt: line(120),
});
export type ReleasePicture = z.infer<typeof ReleasePicture>;

export const WithholdPicture = z.object({
  ...Subject,
  reason: line(200),
  /** 立即停止公开: the picture is gone from every page at once; the next edition leaves it out. */
  atOnce: z.boolean().default(false),
});
export type WithholdPicture = z.infer<typeof WithholdPicture>;

/** 公开照片的决定: one row; a later decision about the same picture of the same project is a new row that supersedes. */
export type PictureDecision = {
  readonly id: string;
  readonly projectId: string;
  readonly sourceDigest: string;
  readonly decision: 'public' | 'withheld';
  readonly redactedDigest: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly boxes: readonly CoverBox[];
  readonly checks: Readonly<Record<MustHide, 'none' | 'covered'>> | null;
  readonly phase: PicturePhase | null;
  readonly caption: string | null;
  readonly alt: string | null;
  readonly reason: string | null;
  readonly atOnce: boolean;
  readonly decided: { readonly name: string; readonly post: string; readonly on: CivilDate };
  readonly supersedes: string | null;
};

/** 公开照片: what an edition says of one picture. The copy is found by its digest; nothing leads back to the original or to whoever took it. */
export type PublicPicture = {
  readonly digest: string;
  readonly phase: PicturePhase;
  readonly caption: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

export type CaptionFinding = { readonly field: 'caption' | 'alt'; readonly kind: PersonalDataKind; readonly masked: string };

export type PictureRefusal =
  | { readonly kind: 'picture-not-adopted' }
  | { readonly kind: 'picture-decided-meanwhile'; readonly by: string; readonly on: CivilDate }
  | { readonly kind: 'picture-checks-missing'; readonly missing: readonly MustHide[] }
  | { readonly kind: 'picture-covered-without-box'; readonly covered: readonly MustHide[] }
  | { readonly kind: 'picture-nothing-not-said' }
  | { readonly kind: 'picture-nothing-yet-boxes'; readonly boxes: number }
  | { readonly kind: 'picture-text-personal'; readonly findings: readonly CaptionFinding[] }
  | { readonly kind: 'picture-too-many'; readonly limit: number };

/** Whether a person has said all that must be said before a picture leaves the house. */
export function mayRelease(input: ReleasePicture): PictureRefusal | null {
  const { boxes, checks, nothingToCover } = input;
  const missing = MUST_HIDE.filter((it) => checks[it] === null);
  if (missing.length > 0) return { kind: 'picture-checks-missing', missing };
  const covered = MUST_HIDE.filter((it) => checks[it] === 'covered');
  if (covered.length > 0 && boxes.length === 0) return { kind: 'picture-covered-without-box', covered };
  if (boxes.length === 0 && !nothingToCover) return { kind: 'picture-nothing-not-said' };
  if (boxes.length > 0 && nothingToCover) return { kind: 'picture-nothing-yet-boxes', boxes: boxes.length };
  const findings = (['caption', 'alt'] as const).flatMap((field) =>
    findPersonalData(input[field]).map(({ kind, masked }) => ({ field, kind, masked })),
  );
  return findings.length > 0 ? { kind: 'picture-text-personal', findings } : null;
}

/** The decision at hand follows the one that was on the screen, or somebody decided in between. */
export function followsSeen(current: PictureDecision | null, seen: string | null): Result<null, PictureRefusal> {
  if (current === null || current.id === seen) return accept(null);
  return refuse({ kind: 'picture-decided-meanwhile', by: current.decided.name, on: current.decided.on });
}

/** A picture of an edition, and what was decided about it since. */
export type ShownState = { readonly isCurrentEdition: boolean; readonly isLatestDecision: boolean; readonly isStopped: boolean };

/** The edition in force shows what was signed; an older one no more than still holds; a picture that was stopped is shown by none. */
export function isShown({ isCurrentEdition, isLatestDecision, isStopped }: ShownState): boolean {
  return !isStopped && (isCurrentEdition || isLatestDecision);
}

export function pictureName(digest: string): string {
  return `${digest}.jpg`;
}
