import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { BulletinContent } from './bulletin.ts';
import type { BulletinSettings } from './settings.ts';
import { checkText, fillText, type TextOverride, type TextRefusal } from './text-block.ts';

export type { BulletinMonth } from './month.ts';

/** 月通报: prepared, worded, issued. An issued one is its bytes; a mistake is corrected in the next month's. */
export type StoredBulletin = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  readonly month: number;
  readonly issue: number | null;
  readonly settings: BulletinSettings;
  readonly state: 'prepared' | 'issued';
  readonly asOf: CivilDate | null;
  readonly issuedBy: string | null;
  readonly issuedOn: CivilDate | null;
  readonly fileDigest: string | null;
  /** The copy that goes out with an edition; null of a bulletin issued before there was one. */
  readonly publicDigest: string | null;
  readonly version: number;
};

export type OpenRefusal = { readonly kind: 'bulletin-issued'; readonly issuedOn: CivilDate | null };
/** A freezing of it walks through the steps, or is signed. */
export type Circulating = { readonly kind: 'document-frozen'; readonly edition: number };
export type NotSigned = { readonly kind: 'bulletin-not-signed' };
export type IssueRefusal = OpenRefusal | TextRefusal | { readonly kind: 'list-not-frozen' };

export function mustBeOpen(bulletin: Pick<StoredBulletin, 'state' | 'issuedOn'> | undefined): Result<null, OpenRefusal> {
  return bulletin?.state === 'issued' ? refuse({ kind: 'bulletin-issued', issuedOn: bulletin.issuedOn }) : accept(null);
}

/** 送审: only a frozen list, and no words that say otherwise than the board. */
export function mayIssue(
  bulletin: StoredBulletin,
  content: BulletinContent,
  overrides: readonly TextOverride[],
  isFrozen: boolean,
): Result<null, IssueRefusal> {
  const open = mustBeOpen(bulletin);
  if (!open.ok) return open;
  if (!isFrozen) return refuse({ kind: 'list-not-frozen' });
  for (const { block, text } of overrides) {
    const filled = fillText(text, content);
    if (!filled.ok) return filled;
    const wrong = checkText(text, content).find((it) => it.kind !== 'unsupported');
    if (wrong?.kind === 'unlike') return refuse({ kind: 'text-compares-unlike', block, raw: wrong.raw, comparison: wrong.comparison });
    if (wrong !== undefined) return refuse({ kind: 'text-contradicts', block, raw: wrong.raw });
  }
  return accept(null);
}
