import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Sheet } from '#/kernel/sheet.ts';
import type { HeldByDuplicates } from '#/records/rules/people/duplicate-share.ts';
import type { BulletinContent } from './bulletin.ts';
import type { BulletinItem } from './bulletin-item.ts';
import type { OpenRefusal } from './bulletin-state.ts';
import { type CirculationStep, type SignedStep, type StepRefusal, TypedPerson } from './circulation.ts';
import type { MonthRefusal } from './month.ts';
import type { TextOverride, TextRefusal } from './text-block.ts';

/** 送审的文件: what is frozen and walks through the steps. An edition of the public pages walks the same steps in its own stage. */
export type DocumentKind = 'bulletin' | 'one-pager';

/** Which document: a bulletin has no reader, a leader's page is his post's. */
export type DocumentKey = {
  readonly programmeId: string;
  readonly kind: DocumentKind;
  readonly reader: string;
  readonly year: number;
  readonly month: number;
};

/** 定稿的内容: all that is needed to print it again, whatever came later. */
export type FrozenContent =
  | {
      readonly form: 1;
      readonly kind: 'bulletin';
      readonly content: BulletinContent;
      readonly overrides: readonly TextOverride[];
      readonly band: string | null;
    }
  | {
      readonly form: 1;
      readonly kind: 'one-pager';
      readonly lines: readonly BulletinItem[];
      readonly sheet: Sheet;
      readonly fileName: string;
      readonly issuer: string;
    };

/** 送审稿: one freezing of a document. A new freezing is a new one; this one never changes, only its steps grow. */
export type FrozenDocument = DocumentKey & {
  readonly id: string;
  /** 第几稿, from 1. */
  readonly edition: number;
  readonly state: 'circulating' | 'signed' | 'returned';
  readonly needsCountersign: boolean;
  readonly asOf: CivilDate;
  readonly content: FrozenContent;
  /** SHA-256 of the content: what was checked is what is signed. */
  readonly digest: string;
  readonly fileDigest: string | null;
  readonly publicDigest: string | null;
  readonly scan: { readonly digest: string; readonly name: string } | null;
  readonly returnedReason: string | null;
  readonly version: number;
  readonly steps: readonly (Omit<SignedStep, 'step'> & { readonly step: CirculationStep | 'returned' })[];
};

const KIND = z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things');
const WHICH = {
  year: z.number().int().min(2000).max(2100),
  month: z.number().int().min(1).max(12),
  list: KIND,
  kind: z.enum(['bulletin', 'one-pager']),
  /** The leader's post of a page. */
  postId: z.uuid().nullable().default(null),
};
export const WhichDocument = z.object(WHICH).refine((it) => (it.kind === 'one-pager') === (it.postId !== null), { path: ['postId'] });
export type WhichDocument = z.output<typeof WhichDocument>;

export const SubmitDocument = WhichDocument.safeExtend({ drafted: TypedPerson.optional() });
export const TakeStep = z.object({
  documentId: z.uuid(),
  step: z.enum(['checked', 'countersigned', 'signed']),
  /** What was read: another content needs another step. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  typed: TypedPerson.optional(),
});
export const ReturnDocument = z.object({ documentId: z.uuid(), reason: z.string().trim().min(2).max(500), typed: TypedPerson.optional() });
export const AttachScan = z.object({
  documentId: z.uuid(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(255),
});
export const SetCirculation = z.object({ needsCountersign: z.boolean(), reason: z.string().trim().min(2).max(200) });

export type DocumentRefusal =
  | StepRefusal
  | OpenRefusal
  | MonthRefusal
  | TextRefusal
  | HeldByDuplicates
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'nothing-overseen' }
  | { readonly kind: 'document-frozen'; readonly edition: number }
  | { readonly kind: 'document-closed'; readonly state: FrozenDocument['state'] }
  | { readonly kind: 'other-document-content' }
  | { readonly kind: 'scan-not-readable'; readonly mediaType: string };

export function keyOf({ programmeId, kind, reader, year, month }: DocumentKey): DocumentKey {
  return { programmeId, kind, reader, year, month };
}

/** The lines that the frozen document was counted from. */
export function frozenLines(content: FrozenContent): readonly BulletinItem[] {
  return content.kind === 'bulletin' ? content.content.items : content.lines;
}
