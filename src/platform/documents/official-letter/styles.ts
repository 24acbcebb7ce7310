import { CHAR, CHAR_SQUEEZE, FONT, LINE, RED, SIZE } from './measures.ts';

/** The styles of the letter by name, so that a person who edits it in WPS or Word finds 公文正文 in the list of styles. */
export type StyleId = keyof typeof STYLES;

type LetterStyle = {
  readonly name: string;
  readonly font: string;
  readonly points: number;
  readonly align: 'left' | 'center' | 'right' | 'both';
  /** In twentieths of a point; every line is exact, so that no font that stands in for a missing one moves the page. */
  readonly line: number;
  readonly indented?: true;
  readonly keepNext?: true;
  /** Not the character of the grid: set in its own width. */
  readonly offGrid?: true;
  readonly red?: true;
  /** Digits in the font of the text itself (titles, page numbers). */
  readonly ownDigits?: true;
};

const text = { font: FONT.body, points: SIZE.third, line: LINE } as const;
const cell = { points: SIZE.fifth, line: 20 * 14, align: 'left', offGrid: true } as const;

const STYLES = {
  LetterMark: {
    name: '发文机关标志',
    font: FONT.title,
    points: 62,
    align: 'center',
    line: 20 * 70,
    offGrid: true,
    red: true,
    ownDigits: true,
  },
  LetterNumber: { ...text, name: '发文字号', align: 'center', line: 20 * 18, offGrid: true },
  LetterTitle: {
    name: '公文标题',
    font: FONT.title,
    points: SIZE.second,
    align: 'center',
    line: LINE,
    keepNext: true,
    offGrid: true,
    ownDigits: true,
  },
  LetterAddressee: { ...text, name: '主送机关', align: 'both' },
  LetterBody: { ...text, name: '公文正文', align: 'both', indented: true },
  LetterHeading1: { ...text, name: '公文一级标题', font: FONT.hei, align: 'both', indented: true, keepNext: true },
  LetterHeading2: { ...text, name: '公文二级标题', font: FONT.kai, align: 'both', indented: true, keepNext: true },
  LetterHeading3: { ...text, name: '公文三级标题', align: 'both', indented: true, keepNext: true },
  LetterHeading4: { ...text, name: '公文四级标题', align: 'both', indented: true, keepNext: true },
  LetterAttachment: { ...text, name: '附件说明', align: 'left' },
  LetterSignature: { ...text, name: '署名日期', align: 'right' },
  LetterAnnexMark: { ...text, name: '附件序号', font: FONT.hei, align: 'left' },
  LetterAnnexText: { ...text, name: '附件说明文字', points: SIZE.smallFourth, line: 20 * 20, align: 'both', offGrid: true },
  LetterTableHead: { ...cell, name: '附表表头', font: FONT.hei },
  LetterTableCell: { ...cell, name: '附表内容', font: FONT.body },
  LetterBand: { name: '页首说明', font: FONT.hei, points: SIZE.fifth, align: 'center', line: 20 * 14, offGrid: true },
  LetterImprint: { name: '版记', font: FONT.body, points: SIZE.fourth, align: 'left', line: 20 * 26, offGrid: true },
  LetterPageNumber: {
    name: '公文页码',
    font: FONT.song,
    points: SIZE.fourth,
    align: 'left',
    line: 20 * 14,
    offGrid: true,
    ownDigits: true,
  },
} as const satisfies Record<string, LetterStyle>;

/**
 * `word/styles.xml`. The grid of characters is measured from the style Normal, which therefore bears 3号 itself. The page declares the grid,
 * the text does not lean on it: exact lines and closer characters give the same 22 × 28 in programs that draw a grid of their own.
 */
export function stylesXml(digitFont: string): string {
  const fonts = rFonts(FONT.body, digitFont);
  const size = SIZE.third * 2;
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/></w:pPr><w:rPr>${fonts}<w:spacing w:val="${CHAR_SQUEEZE}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>`;
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  const own = Object.entries(STYLES).map(([id, style]) => styleXml(id, style, digitFont));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${normal}${table}${own.join('')}</w:styles>`;
}

function styleXml(id: string, style: LetterStyle, digitFont: string): string {
  const paragraph = [
    style.keepNext ? '<w:keepNext/>' : '',
    `<w:spacing w:before="0" w:after="0" w:line="${style.line}" w:lineRule="exact"/>`,
    style.indented ? `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHAR}"/>` : '',
    `<w:jc w:val="${style.align}"/>`,
  ].join('');
  const spacing = style.offGrid ? '<w:spacing w:val="0"/>' : '';
  const color = style.red ? `<w:color w:val="${RED}"/>` : '';
  const size = style.points * 2;
  const characters = `${rFonts(style.font, style.ownDigits ? style.font : digitFont)}${color}${spacing}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${characters}</w:rPr></w:style>`;
}

function rFonts(chinese: string, digits: string): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${digits}" w:hAnsi="${digits}" w:eastAsia="${chinese}" w:cs="${digits}"/>`;
}

/** Names the fonts with what may stand in for them (ISO/IEC 29500-1, 17.8.3.1 altName): newer systems have 仿宋 and 楷体 without the suffix. */
export function fontTableXml(): string {
  const fonts = [
    [FONT.title, '小标宋体', 'roman'],
    [FONT.body, '仿宋', 'roman'],
    [FONT.kai, '楷体', 'roman'],
    [FONT.hei, 'SimHei', 'swiss'],
    [FONT.song, 'SimSun', 'roman'],
  ] as const;
  const entries = fonts.map(
    ([name, other, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
