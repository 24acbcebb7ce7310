import type { CivilDate } from '#/kernel/civil-date.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import type { StoredBulletin } from '../rules/bulletin-state.ts';
import type { Discrepancy, Statement } from '../rules/discrepancies/discrepancy.ts';
import type { FrozenDocument } from '../rules/document.ts';
import type { FigureName } from '../rules/figures.ts';
import type { StandingText } from '../rules/standing-text.ts';
import type { TextBlock, TextFinding, TextOverride } from '../rules/text-block.ts';

/** The letter as it will print, as far as the preview draws it. */
export type Letter = {
  readonly head:
    | {
        readonly kind: 'red-head';
        readonly mark: string;
        readonly number: { readonly code: string; readonly year: number; readonly serial: number | null };
      }
    | {
        readonly kind: 'bulletin-head';
        readonly mark: string;
        readonly year: number;
        readonly issue: number | null;
        readonly issuer: string;
        readonly issuedOn: CivilDate;
      };
  readonly title: readonly string[];
  readonly addressee: string | null;
  readonly body: readonly (
    | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
    | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  )[];
  readonly signature: { readonly unit: string; readonly date: CivilDate } | null;
  readonly note: string | null;
  readonly annexes: readonly {
    readonly name: string;
    readonly title: readonly string[];
    readonly before: readonly string[];
    readonly table: {
      readonly landscape: boolean;
      readonly columns: readonly { readonly title: string; readonly weight: number; readonly align: 'left' | 'center' | 'right' }[];
      readonly rows: readonly (readonly (string | null)[])[];
    };
    readonly after: readonly string[];
  }[];
  readonly imprint: { readonly copyTo: string | null; readonly issuer: string; readonly printedOn: CivilDate } | null;
  readonly band?: string | null;
};

export type BlockView = {
  readonly block: TextBlock;
  readonly template: string;
  readonly paragraphs: readonly string[];
  readonly findings: readonly TextFinding[];
  readonly written: TextOverride | null;
};

/** `GET /supervision/bulletin` */
export type BulletinView = {
  readonly bulletin: StoredBulletin | null;
  /** What was frozen at 送审 and not sent back; content and letter are then as frozen. */
  readonly document: Pick<FrozenDocument, 'state' | 'edition'> | null;
  readonly content: BulletinContent;
  readonly blocks: readonly BlockView[];
  readonly figures: Readonly<Record<FigureName, string>>;
  readonly figureNames: readonly FigureName[];
  readonly letter: Letter;
};

/** `GET /supervision/standing-texts` */
export type StandingTextsView = Pick<BulletinView, 'content' | 'figures' | 'figureNames'> & {
  readonly blocks: readonly { readonly block: TextBlock; readonly usual: string; readonly history: readonly StandingText[] }[];
};

/** `GET /supervision/discrepancies` */
export type DiscrepanciesView = {
  readonly asOf: CivilDate;
  readonly statements: readonly Statement[];
  readonly discrepancies: readonly Discrepancy[];
};
