import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { HeldByDuplicates } from '#/records/rules/people/duplicate-share.ts';
import type { EditionContent } from './content.ts';
import type { Disclosure } from './disclosure.ts';
import { type ContentFinding, type Settlement, unsettled } from './screening.ts';

/** 公开版的步骤: prepared → secrecy and disclosure review → signed by a named leader → published. A draft may be given up before it is published. */
export type EditionState = 'prepared' | 'reviewed' | 'signed' | 'published' | 'withdrawn';

/** A list of a district: its year and its kind. */
export type ListKey = { readonly year: number; readonly kind: ProgrammeKind };

/** Who took a step, by post and name, and on which day. The name stays inside; the public reads the post. */
export type Step = {
  readonly name: string;
  readonly post: string;
  readonly on: CivilDate;
  /** 代录: who entered what was done on paper. */
  readonly recordedBy?: string;
};

/** 公开版: a dated state of a list that the public reads. Between two editions nothing changes; a correction is a new edition. */
export type Edition = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  /** Counted from 1 within a list, given when it is published; null before. */
  readonly number: number | null;
  readonly state: EditionState;
  readonly asOf: CivilDate;
  readonly content: EditionContent;
  /** SHA-256 of the canonical content with the disclosure data: what was reviewed is what is signed and what is published. */
  readonly digest: string;
  readonly disclosure: Disclosure;
  /** 更正: the number of the edition it corrects, and why. */
  readonly corrects: number | null;
  readonly correctionReason: string | null;
  readonly prepared: Step;
  readonly reviewed: Step | null;
  readonly signed: Step | null;
  readonly published: Step | null;
  readonly version: number;
};

/** A line of 公开版, as lists of editions show it: without its content. */
export type EditionLine = Pick<Edition, 'id' | 'year' | 'kind' | 'number' | 'state' | 'asOf' | 'corrects' | 'correctionReason'> &
  Pick<Edition, 'prepared' | 'reviewed' | 'signed' | 'published' | 'digest' | 'disclosure'> & {
    readonly counts: EditionContent['counts'];
    readonly title: string;
    readonly districtName: string;
  };

const Kind = z.enum(['ten-things', 'special-action', 'superior-project']);
const line = (max: number) => z.string().trim().min(1).max(max);

export const ListKeyInput = { year: z.number().int().min(2000).max(2100), kind: Kind.default('ten-things') };

export const PrepareEdition = z.object({
  ...ListKeyInput,
  asOf: civilDate.optional(),
  /** 发布机构; the district's government where none is named. */
  publisher: line(60).optional(),
  /** 统一社会信用代码 of the publishing body, the first part of the 索引号. */
  publisherCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .optional(),
  documentNo: line(60).nullable().default(null),
  /** 会签单位: asked for their signature between review and 签发. */
  countersignUnits: z.array(z.uuid()).max(20).default([]),
  correction: z.object({ number: z.number().int().positive(), reason: line(500) }).optional(),
});

/** What the reviewer states. Both must be said; a box left empty is a refusal, not a malformed request. */
export const ReviewEdition = z.object({
  editionId: z.uuid(),
  /** 保密审查: nothing in it is secret. */
  holdsNoSecrets: z.boolean(),
  /** 公开属性审查: all of it may be public. */
  mayBePublic: z.boolean(),
  settlements: z
    .array(z.object({ key: z.string().max(300), reason: z.string().max(500) }))
    .max(200)
    .default([]),
});

/** The digest is what the leader had before his eyes: another content needs another signature. */
export const SignEdition = z.object({ editionId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) });

export const EditionId = z.object({ editionId: z.uuid() });

export const WithdrawDraft = z.object({ editionId: z.uuid(), reason: line(500) });

export type EditionRefusal =
  | { readonly kind: 'list-not-frozen'; readonly year: number }
  | { readonly kind: 'draft-open'; readonly editionId: string; readonly state: EditionState; readonly preparedOn: CivilDate }
  | { readonly kind: 'future-day'; readonly asOf: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'older-than-current'; readonly asOf: CivilDate; readonly current: CivilDate }
  | { readonly kind: 'no-such-edition-to-correct'; readonly number: number }
  | { readonly kind: 'personal-data'; readonly findings: readonly ContentFinding[] }
  | { readonly kind: 'review-incomplete'; readonly missing: readonly ('no-secrets' | 'may-be-public')[] }
  | { readonly kind: 'wrong-step'; readonly wants: readonly EditionState[]; readonly state: EditionState }
  | { readonly kind: 'own-pictures'; readonly pictures: number }
  | { readonly kind: 'pictures-withheld-since'; readonly pictures: number }
  | HeldByDuplicates
  | { readonly kind: 'other-content'; readonly seen: string; readonly current: string };

type Stepped = Result<Edition, EditionRefusal>;

/** 审查: every finding settled, both questions answered. An ID number cannot be settled: the source is corrected and the edition prepared anew. */
export function review(edition: Edition, input: z.infer<typeof ReviewEdition>, findings: readonly ContentFinding[], by: Step): Stepped {
  if (edition.state !== 'prepared') return refuse({ kind: 'wrong-step', wants: ['prepared'], state: edition.state });
  const open = unsettled(findings, input.settlements);
  if (open.length > 0) return refuse({ kind: 'personal-data', findings: open });
  const missing = [...(input.holdsNoSecrets ? [] : (['no-secrets'] as const)), ...(input.mayBePublic ? [] : (['may-be-public'] as const))];
  if (missing.length > 0) return refuse({ kind: 'review-incomplete', missing });
  return accept({ ...edition, state: 'reviewed', reviewed: by });
}

/** 签发 */
export function sign(edition: Edition, seenDigest: string, by: Step): Stepped {
  if (edition.state !== 'reviewed') return refuse({ kind: 'wrong-step', wants: ['reviewed'], state: edition.state });
  if (seenDigest !== edition.digest) return refuse({ kind: 'other-content', seen: seenDigest, current: edition.digest });
  return accept({ ...edition, state: 'signed', signed: by });
}

/** 发布: from here on nothing of it changes. */
export function publish(edition: Edition, lastNumber: number, by: Step): Stepped {
  if (edition.state !== 'signed') return refuse({ kind: 'wrong-step', wants: ['signed'], state: edition.state });
  return accept({ ...edition, state: 'published', number: lastNumber + 1, published: by });
}

export function withdraw(edition: Edition): Stepped {
  if (edition.state === 'published' || edition.state === 'withdrawn') {
    return refuse({ kind: 'wrong-step', wants: ['prepared', 'reviewed', 'signed'], state: edition.state });
  }
  return accept({ ...edition, state: 'withdrawn' });
}

/** What must hold before an edition is prepared. A correction speaks of the day of the edition it corrects, whatever came after that. */
export function mayPrepare(
  asked: { readonly asOf: CivilDate; readonly today: CivilDate; readonly isCorrection: boolean },
  current: Pick<Edition, 'asOf'> | null,
): EditionRefusal | null {
  const { asOf, today, isCorrection } = asked;
  if (asOf > today) return { kind: 'future-day', asOf, today };
  if (!isCorrection && current !== null && asOf < current.asOf) return { kind: 'older-than-current', asOf, current: current.asOf };
  return null;
}

/** The settlements of an edition as texts that may pass the gate once more on the page. */
export function releasedTexts(
  content: EditionContent,
  disclosure: Disclosure,
  findings: readonly ContentFinding[],
  settlements: readonly Settlement[],
): readonly string[] {
  return findings
    .filter((it) => it.isOverridable && it.path[0] !== 'bulletin' && settlements.some(({ key }) => key === it.key))
    .map(({ path, start, end }) => textAt(path[0] === 'disclosure' ? { disclosure } : content, path).slice(start, end));
}

function textAt(value: unknown, path: readonly (string | number)[]): string {
  return path.reduce<unknown>((it, step) => (it as Record<string | number, unknown>)[step], value) as string;
}
