import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Annex, Block, Head, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import { readDocumentNo } from '../rules/settings.ts';
import { fillText, type TextBlock, type TextOverride } from '../rules/text-block.ts';
import { bulletinWords } from '../words/bulletin.ts';
import { extraBlocks } from './extra-blocks.ts';

export type LetterInput = {
  readonly content: BulletinContent;
  readonly overrides: readonly TextOverride[];
  readonly issuedOn: CivilDate;
  /** 演示 band: printed over every page of a district that is not real. */
  readonly band?: string | null;
  /** 公开的那一份: what goes out with an edition. */
  readonly isPublic?: boolean;
};

/** 通报成文: the bulletin as an official letter. Figures come from the content, words of a person only into his blocks. */
export function bulletinLetter({ content, overrides, issuedOn, band = null, isPublic = false }: LetterInput): OfficialLetter {
  const words = bulletinWords['zh-CN'];
  const { settings } = content;
  return {
    head: headOf(content, issuedOn),
    title: settings.head === 'red-head' ? [settings.issuer, ...words.title(content)] : words.title(content),
    addressee: settings.addressee,
    body: bodyOf(content, textsOf(content, overrides), isPublic),
    signature: { kind: settings.sealed ? 'sealed' : 'unsealed', unit: settings.issuer, date: issuedOn },
    note: settings.note,
    annexes: content.projectCount === 0 ? [] : [annexOf(content, isPublic)],
    imprint: { copyTo: settings.copyTo, issuer: settings.issuer, printedOn: issuedOn },
    band,
  };
}

function headOf({ settings, year, issue }: BulletinContent, issuedOn: CivilDate): Head {
  const { mark, issuer, numberCode } = settings;
  if (settings.head === 'red-head') {
    const typed = settings.documentNo === null ? null : readDocumentNo(settings.documentNo);
    return { kind: 'red-head', mark, number: typed ?? { code: numberCode, year, serial: issue } };
  }
  return { kind: 'bulletin-head', mark, year, issue, issuer, issuedOn };
}

export type BlockTexts = Readonly<Record<TextBlock, readonly string[]>>;

/** The text of each block as it will print: what a person wrote, else the standing text, with the figures put in. */
export function textsOf(content: BulletinContent, overrides: readonly TextOverride[]): BlockTexts {
  const textOf = (block: TextBlock): readonly string[] => {
    const template = templateOf(block, content, overrides);
    const filled = fillText(template, content);
    return (filled.ok ? filled.value : template).split('\n').filter((it) => it.trim() !== '');
  };
  return { opening: textOf('opening'), 'next-steps': textOf('next-steps'), closing: textOf('closing') };
}

export function templateOf(block: TextBlock, content: BulletinContent, overrides: readonly TextOverride[]): string {
  return overrides.findLast((it) => it.block === block)?.text ?? bulletinWords['zh-CN'].standing[block](content);
}

function bodyOf(content: BulletinContent, texts: BlockTexts, isPublic: boolean): readonly Block[] {
  const words = bulletinWords['zh-CN'];
  const { headings } = words;
  const extra = extraBlocks(content, isPublic);
  return [
    ...texts.opening.map(paragraph),
    ...section(headings.overall, [
      ...[...words.overall(content, isPublic), ...words.reporting(content, isPublic)].map(paragraph),
      ...extra.overall,
    ]),
    ...extra.orders,
    ...section(headings.behind, behindBlocks(content, isPublic)),
    ...section(headings.running, words.running(content).map(led)),
    ...extra.done,
    ...section(headings.unjudged, words.unjudged(content).map(led)),
    ...extra.rest,
    ...section(headings.nextSteps, numbered(texts['next-steps'])),
    ...section(headings.objection, [paragraph(words.objection(content)), ...texts.closing.map(paragraph)]),
  ];
}

function behindBlocks(content: BulletinContent, isPublic: boolean): readonly Block[] {
  const words = bulletinWords['zh-CN'];
  if (content.projectCount === 0) return [];
  if (content.behind.length === 0) return [paragraph(words.nothingBehind(content))];
  const red = content.behind.filter((it) => it.light === 'red');
  const yellow = content.behind.filter((it) => it.light !== 'red');
  const group = (text: string, items: typeof red): readonly Block[] =>
    items.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...linesOf(content, items, isPublic)];
  return [...group(words.headings.seriously(red.length), red), ...group(words.headings.slightly(yellow.length), yellow)];
}

function linesOf(content: BulletinContent, items: BulletinContent['behind'], isPublic: boolean): readonly Block[] {
  const words = bulletinWords['zh-CN'];
  const listed = printed(content, items);
  const out = items.length - listed.length;
  return [...listed.map((it) => led(words.behind(it, isPublic))), ...(out === 0 ? [] : [paragraph(words.partly(out))])];
}

function section(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...blocks];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function led({ lead, text }: { readonly lead: string; readonly text: string }): Block {
  return { kind: 'paragraph', lead, text };
}

/** Several demands are counted, one stands alone. */
function numbered(texts: readonly string[]): readonly Block[] {
  return texts.map((text, i) => paragraph(texts.length === 1 ? text : `${i + 1}.${text}`));
}

/** Of the ten columns; a light and a date stand on one line. */
const WEIGHTS = [10, 32, 42, 20, 21, 22, 26, 13, 26, 26];

function annexOf(content: BulletinContent, isPublic: boolean): Annex {
  const { annex, annexTitle } = bulletinWords['zh-CN'];
  const title = annexTitle(content);
  return {
    name: title.join(''),
    title,
    before: [annex.asOf(content)],
    table: {
      landscape: true,
      columns: annex.columns.map((text, i) => ({ title: text, weight: WEIGHTS[i]!, align: i === 1 || i === 2 ? 'left' : 'center' })),
      rows: annex.rows(content),
    },
    after: annex.notes(content, isPublic),
  };
}
