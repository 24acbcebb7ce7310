import type { BulletinContent } from '../rules/bulletin.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import type { TextBlock } from '../rules/text-block.ts';

/** 通报的字句: every sentence of a bulletin, made from its content. The letter itself is Chinese; English serves the screen. */
export type BulletinWords = {
  /** In words, so that a line breaks between two. */
  readonly title: (content: BulletinContent) => readonly string[];
  readonly annexTitle: (content: BulletinContent) => readonly string[];
  readonly headings: {
    readonly overall: string;
    readonly behind: string;
    readonly seriously: (count: number) => string;
    readonly slightly: (count: number) => string;
    readonly running: string;
    readonly unjudged: string;
    readonly nextSteps: string;
    readonly objection: string;
  };
  /** The standing text of a block, with placeholders; a person may write another. */
  readonly standing: Readonly<Record<TextBlock, (content: BulletinContent) => string>>;
  /** `isPublic`: numbers of persons under five are not listed. */
  readonly overall: (content: BulletinContent, isPublic?: boolean) => readonly string[];
  /** Of a group some lines are left out: they are counted in its heading. */
  readonly partly: (count: number) => string;
  readonly nothingBehind: (content: BulletinContent) => string;
  /** 报送率、按时率; the public reads no unit's silence. */
  readonly reporting: (content: BulletinContent, isPublic: boolean) => readonly string[];
  readonly behind: (item: BulletinItem, isPublic?: boolean) => { readonly lead: string; readonly text: string };
  readonly running: (content: BulletinContent) => readonly { readonly lead: string; readonly text: string }[];
  readonly unjudged: (content: BulletinContent) => readonly { readonly lead: string; readonly text: string }[];
  readonly objection: (content: BulletinContent) => string;
  readonly annex: {
    readonly columns: readonly string[];
    readonly asOf: (content: BulletinContent) => string;
    readonly rows: (content: BulletinContent) => readonly (readonly (string | null)[])[];
    /** `isPublic`: says how many lines are not printed, not which, nor why. */
    readonly notes: (content: BulletinContent, isPublic?: boolean) => readonly string[];
  };
};
