import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { descendants, elements, type Node, parseXml, textOf } from '../xml.ts';
import { openZip } from '../zip.ts';
import { signaturePlace } from './closing.ts';
import { documentNumber } from './head.ts';
import type { Annex, OfficialLetter } from './letter.ts';
import { CHAR_SQUEEZE, CHARS_PER_LINE, LINE, LINES_PER_PAGE, SIZE, TEXT_HEIGHT, TEXT_WIDTH, twips, widthInChars } from './measures.ts';
import { titleLines } from './title-lines.ts';
import { writeOfficialLetter } from './write.ts';

function anAnnex(change: Partial<Annex> = {}): Annex {
  return {
    name: '进展情况表',
    title: ['进展', '情况表'],
    before: [],
    after: [],
    table: {
      landscape: true,
      columns: [
        { title: '序号', weight: 1, align: 'center' },
        { title: '承诺', weight: 4, align: 'left' },
      ],
      rows: [
        ['1', '甲'],
        [null, '乙'],
      ],
    },
    ...change,
  };
}

function aLetter(change: Partial<OfficialLetter> = {}): OfficialLetter {
  return {
    head: { kind: 'red-head', mark: '清泉区人民政府办公室文件', number: { code: '清政办发', year: 2026, serial: 6 } },
    title: ['清泉区', '人民政府', '办公室', '关于', '2026年', '6月份', '重点工作', '进展情况的', '通报'],
    addressee: '各有关单位',
    body: [
      { kind: 'heading', level: 1, text: '总体情况' },
      { kind: 'heading', level: 2, text: '进度' },
      { kind: 'paragraph', text: '截至6月18日。' },
      { kind: 'heading', level: 2, text: '质量' },
      { kind: 'heading', level: 3, text: '抽查' },
      { kind: 'heading', level: 4, text: '现场' },
      { kind: 'heading', level: 1, text: '下一步' },
      { kind: 'heading', level: 2, text: '要求' },
    ],
    signature: { kind: 'unsealed', unit: '清泉区人民政府办公室', date: '2026-06-09' },
    note: '此件公开发布',
    annexes: [],
    imprint: { copyTo: '区委办公室。', issuer: '清泉区人民政府办公室', printedOn: '2026-06-09' },
    ...change,
  };
}

type Parts = { readonly document: Node; readonly styles: Node; readonly settings: Node; readonly others: readonly Node[] };

async function partsOf(letter: OfficialLetter): Promise<Parts> {
  const zip = await openZip(await writeOfficialLetter(letter));
  const part = async (name: string) => parseXml((await zip.read(name))!, name);
  const running = zip.names.filter((name) => /^word\/(header|footer)\d+\.xml$/.test(name));
  return {
    document: await part('word/document.xml'),
    styles: await part('word/styles.xml'),
    settings: await part('word/settings.xml'),
    others: await Promise.all(running.map(part)),
  };
}

function attributes(node: Node | undefined): Readonly<Record<string, string>> {
  return node?.attributes ?? {};
}

function styleOf(styles: Node, id: string): Node {
  return descendants(styles, 'style').find((style) => attributes(style).styleId === id)!;
}

function paragraphs(document: Node, style: string): Node[] {
  return descendants(document, 'p').filter((p) => attributes(descendants(p, 'pStyle')[0]).val === style);
}

let plain: Parts;
let annexed: Parts;

before(async () => {
  plain = await partsOf(aLetter());
  annexed = await partsOf(aLetter({ annexes: [anAnnex()] }));
});

test('5.2.1: the page is A4 with white margins of 37, 28, 26 and 35 mm', () => {
  const [section] = descendants(plain.document, 'sectPr');
  const size = attributes(descendants(section!, 'pgSz')[0]);
  const margin = attributes(descendants(section!, 'pgMar')[0]);

  assert.deepEqual([size.w, size.h], ['11906', '16838']);
  assert.deepEqual([margin.top, margin.left, margin.right, margin.bottom].map(Number), [37, 28, 26, 35].map(twips));
});

test('5.2.3: the page declares 22 lines of 28 characters, and they fit the 版心', () => {
  const grid = attributes(descendants(plain.document, 'docGrid')[0]);
  const normal = styleOf(plain.styles, 'Normal');

  assert.deepEqual(grid, { type: 'linesAndChars', linePitch: '579', charSpace: '-848' });
  assert.deepEqual(attributes(descendants(normal, 'spacing')[0]), { before: '0', after: '0', line: '579', lineRule: 'exact' });
  assert.ok(LINE * LINES_PER_PAGE <= twips(TEXT_HEIGHT) && (LINE + 1) * LINES_PER_PAGE > twips(TEXT_HEIGHT));
  assert.ok((SIZE.third * 20 + CHAR_SQUEEZE) * CHARS_PER_LINE <= twips(TEXT_WIDTH));
});

test('7.2.4: the red mark stands 35 mm below the upper edge of the 版心, in red 小标宋', () => {
  const [mark] = paragraphs(plain.document, 'LetterMark');
  const style = styleOf(plain.styles, 'LetterMark');

  assert.equal(attributes(descendants(mark!, 'spacing')[0]).before, String(twips(35)));
  assert.equal(attributes(descendants(style, 'color')[0]).val, 'FF0000');
  assert.equal(attributes(descendants(style, 'rFonts')[0]).eastAsia, '方正小标宋简体');
  assert.equal(attributes(descendants(style, 'jc')[0]).val, 'center');
});

test('7.2.5: the number has hexagonal brackets, is not padded, and stands two lines below the mark', () => {
  const texts = descendants(plain.document, 'p').map(textOf);

  assert.deepEqual(texts.slice(0, 4), ['清泉区人民政府办公室文件', '', '', '清政办发〔2026〕6号']);
  assert.equal(documentNumber({ code: '清政办发', year: 2026, serial: null }), '清政办发〔2026〕　号');
});

test('7.2.7: a red line of 0.35 mm as wide as the 版心 stands 4 mm below the number', () => {
  const [number] = paragraphs(plain.document, 'LetterNumber');
  const rule = attributes(descendants(descendants(number!, 'pBdr')[0]!, 'bottom')[0]);

  assert.deepEqual([rule.val, rule.color, rule.sz], ['single', 'FF0000', '8']);
  assert.ok(Math.abs(Number(rule.space) - (4 / 25.4) * 72) < 0.5);
});

test('7.3.1: the title stands two lines below the red line in 2号小标宋, each line a run of whole words', () => {
  const texts = descendants(plain.document, 'p').map(textOf);
  const style = styleOf(plain.styles, 'LetterTitle');

  assert.deepEqual(texts.slice(4, 8), ['', '', '清泉区人民政府办公室关于2026年', '6月份重点工作进展情况的通报']);
  assert.equal(attributes(descendants(style, 'sz')[0]).val, String(SIZE.second * 2));
});

const TITLES: readonly { readonly words: readonly string[]; readonly max: number; readonly lines: readonly string[] }[] = [
  { words: ['关于', '进展情况的', '通报'], max: 20, lines: ['关于进展情况的通报'] },
  {
    words: ['关于', '2026年', '6月份', '民生实事', '项目', '进展情况的', '通报'],
    max: 20,
    lines: ['关于2026年6月份民生实事', '项目进展情况的通报'],
  },
  { words: ['一二三四', '五六七八', '九十甲乙', '丙丁戊己'], max: 9, lines: ['一二三四', '五六七八九十甲乙', '丙丁戊己'] },
];

test('7.3.1: a title breaks between words into a trapezoid or a rhombus, never into lines of one length', () => {
  for (const { words, max, lines } of TITLES) assert.deepEqual(titleLines(words, max), lines);
});

test('7.3.2: who is addressed stands one line below the title, with a full-width colon', () => {
  const texts = descendants(plain.document, 'p').map(textOf);

  assert.deepEqual(texts.slice(8, 10), ['', '各有关单位：']);
});

test('7.3.3: body in 3号仿宋 indented by two, headings 一、黑体 （一）楷体 1.仿宋 （1）仿宋 counted anew under each', () => {
  const body = styleOf(plain.styles, 'LetterBody');
  const headings = [1, 2, 3, 4].map((level) => `LetterHeading${level}`);

  assert.equal(attributes(descendants(body, 'rFonts')[0]).eastAsia, '仿宋_GB2312');
  assert.equal(attributes(descendants(body, 'sz')[0]).val, '32');
  assert.equal(attributes(descendants(body, 'ind')[0]).firstLineChars, '200');
  assert.deepEqual(
    headings.map((id) => attributes(descendants(styleOf(plain.styles, id), 'rFonts')[0]).eastAsia),
    ['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'],
  );
  assert.deepEqual(
    headings.map((id) => paragraphs(plain.document, id).map(textOf)),
    [['一、总体情况', '二、下一步'], ['（一）进度', '（二）质量', '（一）要求'], ['1.抽查'], ['（1）现场']],
  );
});

test('7.3.4: annexes are named one line below the body, numbered only when there are several, without a mark at the end', async () => {
  const two = await partsOf(aLetter({ annexes: [anAnnex(), anAnnex({ name: '名单' })] }));

  assert.deepEqual(paragraphs(annexed.document, 'LetterAttachment').map(textOf), ['附件：进展情况表']);
  assert.deepEqual(paragraphs(two.document, 'LetterAttachment').map(textOf), ['附件：1.进展情况表', '2.名单']);
  assert.deepEqual(paragraphs(two.document, 'LetterAnnexMark').map(textOf), ['附件1', '附件2']);
});

const SIGNATURES = [
  // Unsealed: the date begins two characters right of the unit: 28 − 10 = 18 characters from the left, 6 wide, so 4 from the right.
  { kind: 'unsealed', unit: '清泉区人民政府办公室', date: '2026-06-09', unitRight: 2, dateRight: 4 },
  // A date longer than the unit is indented by two itself, and pushes the unit left.
  { kind: 'unsealed', unit: '督查室', date: '2026-06-09', unitRight: 7, dateRight: 2 },
  // Sealed: the date is indented by four, the unit centred over it.
  { kind: 'sealed', unit: '清泉区人民政府办公室', date: '2026-06-09', unitRight: 2, dateRight: 4 },
  { kind: 'sealed', unit: '督查室', date: '2026-06-09', unitRight: 5.5, dateRight: 4 },
] as const;

test('7.3.5: unit and date stand where the two forms put them; the date is Arabic, in full, not padded', () => {
  for (const { unitRight, dateRight, ...signature } of SIGNATURES) {
    assert.deepEqual(signaturePlace(signature), { unitRight, dateRight });
  }
  assert.deepEqual(paragraphs(plain.document, 'LetterSignature').map(textOf), ['清泉区人民政府办公室', '2026年6月9日']);
});

test('7.3.6: the note follows the date in round brackets', () => {
  assert.equal(paragraphs(plain.document, 'LetterBody').map(textOf).at(-1), '（此件公开发布）');
});

test('7.3.7 and 8: an annex begins a page; a wide one lies, with the margins of the turned sheet, and its table head is repeated', () => {
  const lying = descendants(annexed.document, 'sectPr')[1]!;
  const margin = attributes(descendants(lying, 'pgMar')[0]);
  const [table] = descendants(annexed.document, 'tbl');
  const rows = descendants(table!, 'tr');

  assert.equal(attributes(descendants(lying, 'pgSz')[0]).orient, 'landscape');
  assert.deepEqual([margin.top, margin.right, margin.bottom, margin.left].map(Number), [28, 37, 26, 35].map(twips));
  assert.deepEqual(
    rows.map((row) => descendants(row, 'tblHeader').length),
    [1, 0, 0],
  );
  assert.deepEqual(
    rows.map((row) => descendants(row, 'cantSplit').length),
    [1, 1, 1],
  );
  assert.deepEqual(
    rows.map((row) =>
      descendants(row, 'tcBorders').flatMap((it) => it.children.map((edge) => (typeof edge === 'string' ? edge : edge.name))),
    ),
    [[], ['bottom'], ['top']],
  );
});

test('7.4: the imprint stands at the foot of the 版心 between lines of 0.35, 0.25 and 0.35 mm, on an even leaf after annexes', () => {
  const table = descendants(plain.document, 'tbl').at(-1)!;
  const place = attributes(descendants(table, 'tblpPr')[0]);
  const borders = descendants(table, 'tblBorders')[0]!;
  const types = descendants(annexed.document, 'sectPr').map((section) => attributes(descendants(section, 'type')[0]).val);

  assert.deepEqual([place.vertAnchor, place.tblpYSpec], ['margin', 'bottom']);
  assert.deepEqual(
    ['top', 'insideH', 'bottom'].map((side) => attributes(descendants(borders, side)[0]).sz),
    ['8', '6', '8'],
  );
  assert.deepEqual(paragraphs(table, 'LetterImprint').map(textOf), ['抄送：区委办公室。', '清泉区人民政府办公室2026年6月9日印发']);
  assert.deepEqual(types, ['nextPage', 'nextPage', 'evenPage']);
});

test('7.5: page numbers stand between dashes in 4号宋体, odd right and even left, one character in, 7 mm below the 版心', () => {
  const numbers = plain.others.flatMap((part) => paragraphs(part, 'LetterPageNumber'));
  const style = styleOf(plain.styles, 'LetterPageNumber');
  const footer = Number(attributes(descendants(plain.document, 'pgMar')[0]).footer);
  const dash = twips(35) - footer - SIZE.fourth * 10;

  assert.equal(descendants(plain.settings, 'evenAndOddHeaders').length, 1);
  assert.deepEqual(
    numbers.map((p) => [attributes(descendants(p, 'jc')[0]).val, attributes(descendants(p, 'ind')[0])]),
    [
      ['right', { right: '280' }],
      ['left', { left: '280' }],
    ],
  );
  assert.deepEqual(
    numbers.map((p) => elements(p).length > 0 && textOf(p).replace('PAGE', '1')),
    ['— 1 —', '— 1 —'],
  );
  assert.deepEqual([attributes(descendants(style, 'sz')[0]).val, attributes(descendants(style, 'rFonts')[0]).ascii], ['28', '宋体']);
  assert.equal(dash, twips(7));
});

test('8: on a lying sheet the number keeps its place on the upright one: turned, in the left margin', () => {
  const turned = annexed.others.flatMap((part) => descendants(part, 'tbl'));

  assert.deepEqual(
    turned.map((it) => attributes(descendants(it, 'textDirection')[0]).val),
    ['tbRl', 'tbRl'],
  );
  assert.deepEqual(
    turned.map((it) => attributes(descendants(it, 'jc')[0]).val),
    ['right', 'left'],
  );
});

test('a bulletin’s own head bears its issue, and issuer and date above the red line', async () => {
  const head = {
    kind: 'bulletin-head',
    mark: '督查通报',
    year: 2026,
    issue: 6,
    issuer: '清泉区政府督查室',
    issuedOn: '2026-06-18',
  } as const;

  const { document } = await partsOf(aLetter({ head, signature: null }));

  assert.deepEqual(paragraphs(document, 'LetterNumber').map(textOf), ['〔2026〕第6期', '　清泉区政府督查室2026年6月18日']);
});

test('a half-width sign counts as half a character', () => {
  assert.equal(widthInChars('2026年6月9日'), 6);
});

test('a letter to a body outside stands between two red double rules of 170 mm, with its number at the right and none on its first page', async () => {
  const head = { kind: 'letter-head', mark: '清泉区人民政府办公室', number: { code: '清政办函', year: 2026, serial: 3 } } as const;
  const zip = await openZip(await writeOfficialLetter(aLetter({ head, note: null, imprint: null })));
  const { names } = zip;
  const parts = new Map<string, string>();
  for (const name of names.filter((it) => /^word\/(document|header\d|footer\d)\.xml$/.test(it)))
    parts.set(name, (await zip.read(name))!.toString('utf8'));
  const rules = [...parts.values()].flatMap((xml) => [
    ...xml.matchAll(/<w:bottom w:val="(thickThin|thinThick)SmallGap" w:color="FF0000"/g),
  ]);
  const document = parts.get('word/document.xml')!;

  assert.deepEqual(rules.map(([, style]) => style).sort(), ['thickThin', 'thinThick']);
  assert.match(document, /<w:titlePg\/>/);
  assert.match(document, /清政办函〔2026〕3号/);
  assert.match(document, new RegExp(`w:footer="${twips(20)}"`));
  const first = [...parts].find(([name, xml]) => name.includes('footer') && xml.includes('thinThickSmallGap'))![1];
  assert.doesNotMatch(first, /PAGE/);
  assert.match(first, new RegExp(`w:left="${-twips(8)}" w:right="${-twips(6)}"`));
});
