import { Document, DocumentGridType, type ISectionOptions, Packer, PageOrientation, SectionType } from 'docx';
import { annexOf, LANDSCAPE } from './annex.ts';
import { addresseeOf, attachmentStatement, attendanceOf, bodyOf, noteOf, titleOf } from './body.ts';
import { imprintOf, signatureOf } from './closing.ts';
import { headOf } from './head.ts';
import type { Annex, Head, OfficialLetter } from './letter.ts';
import { HEADER_TOP, letterFirstPage } from './letter-rules.ts';
import { CHAR_SPACE, FONT, LETTER_RULE, LINE, PAGE, twips } from './measures.ts';
import { bandLine, FOOTER_DISTANCE, landscapeNumbers, noNumbers, portraitNumbers } from './page-number.ts';
import { blank } from './paragraph.ts';
import { fontTableXml, stylesXml } from './styles.ts';

/** 公文排版: the letter as a .docx by GB/T 9704-2012. Fonts are named, not embedded. */
export async function writeOfficialLetter(letter: OfficialLetter): Promise<Buffer> {
  const document = new Document({
    title: letter.title.join(''),
    creator: letter.signature?.unit ?? letter.imprint?.issuer ?? '',
    evenAndOddHeaderAndFooters: true,
    sections: sectionsOf(letter),
  });
  return Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml(letter.digitFont ?? FONT.digits) },
    { path: 'word/fontTable.xml', data: fontTableXml() },
  ]);
}

/** The imprint closes the letter: on its last page, or, after annexes, on an even leaf of its own (7.4). */
function sectionsOf(letter: OfficialLetter): readonly ISectionOptions[] {
  const alone = letter.annexes.length === 0;
  const band = letter.band ?? null;
  const text: ISectionOptions = {
    ...textPage(letter.head, band),
    children: [
      ...headOf(letter.head),
      blank(),
      blank(),
      ...(letter.title.length === 0 ? [] : [...titleOf(letter.title), blank()]),
      ...addresseeOf(letter.addressee),
      ...bodyOf(letter.body),
      ...attachmentStatement(letter.annexes),
      ...attendanceOf(letter.attendance),
      ...signatureOf(letter.signature),
      ...noteOf(letter.note),
      ...(alone && letter.imprint !== null ? [...imprintOf(letter.imprint), blank()] : []),
    ],
  };
  const annexes = letter.annexes.map((annex, i) => annexSection(annex, letter.annexes.length === 1 ? null : i + 1, band));
  if (alone || letter.imprint === null) return [text, ...annexes];
  return [
    text,
    ...annexes,
    { properties: portrait(SectionType.EVEN_PAGE), ...noNumbers(band), children: [blank(), ...imprintOf(letter.imprint), blank()] },
  ];
}

/** A letter's first page bears its rules in header and footer; every other text begins on a page like the ones after it. */
function textPage(head: Head, band: string | null): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  if (head.kind !== 'letter-head') return { properties: portrait(SectionType.NEXT_PAGE), ...portraitNumbers(band) };
  const foot = twips(LETTER_RULE.fromFoot);
  const { page, ...rest } = portrait(SectionType.NEXT_PAGE);
  const { headers, footers } = portraitNumbers(band, FOOTER_DISTANCE - foot);
  const first = letterFirstPage(head, bandLine(band));
  return {
    properties: { ...rest, titlePage: true, page: { ...page, margin: { ...page.margin, footer: foot } } },
    headers: { ...headers, first: first.header },
    footers: { ...footers, first: first.footer },
  };
}

function annexSection(annex: Annex, number: number | null, band: string | null): ISectionOptions {
  const { landscape } = annex.table;
  return {
    properties: landscape ? lying() : portrait(SectionType.NEXT_PAGE),
    ...(landscape ? landscapeNumbers(band) : portraitNumbers(band)),
    children: annexOf(annex, number),
  };
}

const GRID = { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE, charSpace: CHAR_SPACE } as const;

function portrait(type: ISectionPropertiesType) {
  const { width, height, top, right, bottom, left } = PAGE;
  return {
    type,
    grid: GRID,
    page: {
      size: { width: twips(width), height: twips(height), orientation: PageOrientation.PORTRAIT },
      margin: {
        top: twips(top),
        right: twips(right),
        bottom: twips(bottom),
        left: twips(left),
        header: twips(HEADER_TOP),
        footer: FOOTER_DISTANCE,
        gutter: 0,
      },
    },
  };
}

/** Without the grid: it belongs to the 版心 of an upright page, and would stretch the lines of a table. */
function lying() {
  const { top, right, bottom, left } = LANDSCAPE;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { width: twips(PAGE.width), height: twips(PAGE.height), orientation: PageOrientation.LANDSCAPE },
      margin: {
        top: twips(top),
        right: twips(right),
        bottom: twips(bottom),
        left: twips(left),
        header: twips(15),
        footer: twips(15),
        gutter: 0,
      },
    },
  };
}

type ISectionPropertiesType = (typeof SectionType)[keyof typeof SectionType];
