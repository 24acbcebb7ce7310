import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import type { Block } from '#/kernel/document-content.ts';
import { readBytes } from './read-bytes.ts';
import { aDocx, numberingPart, numPr, p, stylesPart, tbl, tc, tr } from './test-files.ts';

async function blocksOf(bytes: Buffer): Promise<readonly Block[]> {
  const read = await readBytes(bytes, '清单.docx');
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.kind, 'docx');
  return read.value.blocks;
}

const textsOf = async (bytes: Buffer) =>
  (await blocksOf(bytes)).map((it) => (it.kind === 'paragraph' ? `${it.numbering ?? ''}${it.text}` : it.rows));

test('a document written by a word processor is read with its title, its table and its automatic numbers', async () => {
  const cell = (text: string, looks = {}) => new TableCell({ children: [new Paragraph(text)], ...looks });
  const bytes = await Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'han', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }] }] },
      sections: [
        {
          children: [
            new Paragraph('青禾区2026年民生实事项目'),
            new Paragraph({ text: '新建停车场', numbering: { reference: 'han', level: 0 } }),
            new Paragraph({ text: '改造公园', numbering: { reference: 'han', level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('序号'), cell('项目内容'), cell('备注')] }),
                new TableRow({ children: [cell('1', { verticalMerge: VerticalMergeType.RESTART }), cell('停车场', { columnSpan: 2 })] }),
                new TableRow({ children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('公园'), cell('续建')] }),
              ],
            }),
          ],
        },
      ],
    }),
  );

  const texts = await textsOf(bytes);

  assert.deepEqual(texts, [
    '青禾区2026年民生实事项目',
    '一、新建停车场',
    '二、改造公园',
    [
      ['序号', '项目内容', '备注'],
      ['1', '停车场', '停车场'],
      ['1', '公园', '续建'],
    ],
  ]);
});

test('tracked changes are read as accepted: what was inserted counts, what was deleted or moved away does not', async () => {
  const body =
    '<w:p><w:r><w:t>改造老旧小区</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>个</w:t></w:r></w:p>' +
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>新建公园</w:t></w:r></w:p><w:p><w:r><w:t>2个</w:t></w:r></w:p>' +
    tbl(tr(tc('甲'), tc('乙')), `<w:tr><w:trPr><w:del/></w:trPr>${tc('丙')}${tc('丁')}</w:tr>`, tr(tc('戊'), tc('己')));

  const texts = await textsOf(aDocx(body));

  assert.deepEqual(texts, [
    '改造老旧小区5个',
    '新建公园2个',
    [
      ['甲', '乙'],
      ['戊', '己'],
    ],
  ]);
});

test('hidden text, field codes and phonetic guides are no text; tabs, breaks and special hyphens are', async () => {
  const styles = stylesPart(
    '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Deep"><w:basedOn w:val="Secret"/></w:style>',
  );
  const body =
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Deep"/></w:rPr><w:t>内部</w:t></w:r>' +
    '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>7</w:t><w:noBreakHyphen/><w:t>60岁</w:t></w:r>' +
    '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:ruby><w:rt><w:r><w:t>pinyin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丙</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>';

  const texts = await textsOf(aDocx(body, { 'word/styles.xml': styles }));

  assert.deepEqual(texts, ['甲\t乙\n7-60岁丙']);
});

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

test('automatic numbers come out as printed: levels, restarts, own starts and Chinese formats', async () => {
  const numbering = numberingPart(
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'decimalEnclosedCircleChinese', '%3')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'japaneseCounting', '（%1）')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>',
  );
  const styles = stylesPart(`<w:style w:styleId="Heading2"><w:pPr>${numPr(2)}</w:pPr></w:style>`);
  const body = [
    p('甲', numPr(1)),
    p('乙', numPr(1, 1)),
    p('丙', numPr(1, 1)),
    p('丁', numPr(1)),
    p('戊', numPr(1, 1)),
    p('己', numPr(1, 2)),
    p('庚', '<w:pStyle w:val="Heading2"/>'),
    p('辛', numPr(3)),
    p('壬', numPr(3)),
    p('无', `<w:pStyle w:val="Heading2"/>${numPr(0)}`),
  ].join('');

  const texts = await textsOf(aDocx(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }));

  assert.deepEqual(texts, ['一、甲', '1.1乙', '1.2丙', '二、丁', '2.1戊', '①己', '（一）庚', '（十）辛', '（十一）壬', '无']);
});

test('a column of nothing but automatic numbers is read as 1, 2, 3', async () => {
  const numbering = numberingPart(
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  );
  const numberCell = tc(`<w:p><w:pPr>${numPr(1)}</w:pPr></w:p>`);
  const body = tbl(tr(tc('序号'), tc('内容')), tr(numberCell, tc('停车场')), tr(numberCell, tc('公园')));

  const texts = await textsOf(aDocx(body, { 'word/numbering.xml': numbering }));

  assert.deepEqual(texts, [
    [
      ['序号', '内容'],
      ['1', '停车场'],
      ['2', '公园'],
    ],
  ]);
});

test('a text box is read once though it stands twice, a frame table gives up what it holds, a table in a cell becomes lines', async () => {
  const box = `<w:txbxContent>${p('附注')}</w:txbxContent>`;
  const body =
    `<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
    tbl(tr(tc(tbl(tr(tc('甲'), tc('乙')))))) +
    tbl(tr(tc('外'), tc(`${tbl(tr(tc('内一'), tc('内二')))}<w:p/>`)));

  const texts = await textsOf(aDocx(body));

  assert.deepEqual(texts, ['正文', '附注', [['甲', '乙']], [['外', '内一 内二']]]);
});

test('other prefixes, the strict namespace, UTF-16 parts and backslashes in part names do not matter', async () => {
  const xml =
    '\ufeff<?xml version="1.0" encoding="UTF-16"?><ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>正文</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';

  const texts = await textsOf(aDocx('', { 'word/document.xml': Buffer.from(xml, 'utf16le'), 'word\\settings.xml': '<a/>' }));

  assert.deepEqual(texts, ['正文']);
});
