import type { CivilDate } from '#/kernel/civil-date.ts';

/**
 * 公文: what an official letter says, without any measure of how it is laid out. `writeOfficialLetter` lays it out by GB/T 9704-2012.
 * A text never carries its own number, indent or bracket: the layout sets 一、 （一） 1. （1） and 〔〕.
 */
export type OfficialLetter = {
  readonly head: Head;
  /** 标题 in words: a line breaks between two words, never inside one. None where the head names what it is. */
  readonly title: readonly string[];
  /** 主送机关, without its colon. */
  readonly addressee: string | null;
  readonly body: readonly Block[];
  /** 发文机关署名、成文日期. null where the head already names them, as in the head of a bulletin. */
  readonly signature: Signature | null;
  /** 出席、请假、列席 of minutes (10.3): a word and the names behind it. */
  readonly attendance?: readonly { readonly word: string; readonly names: string }[];
  /** 附注, without its brackets. */
  readonly note: string | null;
  readonly annexes: readonly Annex[];
  readonly imprint: Imprint | null;
  /** A line over every page that says what the paper is not (a demonstration, a draft). */
  readonly band?: string | null;
  /** The western font of digits. Many offices set Times New Roman; the standard leaves it open. */
  readonly digitFont?: string;
};

/**
 * 版头. `red-head` is the head of the standard (7.2); `bulletin-head` is the head that supervision offices give their own bulletins, with the
 * issue in place of the number and issuer and date above the line. The latter stands outside the standard, everything below it within.
 */
export type Head =
  | { readonly kind: 'red-head'; readonly mark: string; readonly number: DocumentNumber }
  | {
      readonly kind: 'bulletin-head';
      readonly mark: string;
      readonly year: number;
      readonly issue: number | null;
      readonly issuer: string;
      readonly issuedOn: CivilDate;
    }
  /** 命令（令）格式 (10.2), which notices of a congress take as well: the name of the body in red, under it the serial, and no rule. */
  | { readonly kind: 'order-head'; readonly mark: readonly string[]; readonly serial: number }
  /** 信函格式 (10.1): the name of the body between the edge and a double rule, the number under it at the right; a second rule at the foot. */
  | { readonly kind: 'letter-head'; readonly mark: string; readonly number: DocumentNumber };

/** 发文字号: 机关代字〔2026〕6号. A number not yet given leaves its place open. */
export type DocumentNumber = { readonly code: string; readonly year: number; readonly serial: number | null };

/** `heading` 1 to 4 are 一、 （一） 1. （1）, numbered by the layout; a deeper one starts again under each higher one. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string };

/** `sealed` keeps the room of a seal of 42 mm; `unsealed` follows 7.3.5.2. */
export type Signature = { readonly kind: 'sealed' | 'unsealed'; readonly unit: string; readonly date: CivilDate };

/** 附件: its own page after the letter. */
export type Annex = {
  /** As the statement below the body names it. */
  readonly name: string;
  readonly title: readonly string[];
  readonly before: readonly string[];
  readonly table: AnnexTable;
  readonly after: readonly string[];
};

export type AnnexTable = {
  readonly landscape: boolean;
  readonly columns: readonly { readonly title: string; readonly weight: number; readonly align: 'left' | 'center' | 'right' }[];
  /** null continues the cell above it. */
  readonly rows: readonly (readonly (string | null)[])[];
};

/** 版记. */
export type Imprint = { readonly copyTo: string | null; readonly issuer: string; readonly printedOn: CivilDate };
