import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument, readPasted } from './read.ts';
import type { ReadRefusal } from './refusal.ts';
import { aCompoundFile, aDocx, aXlsx, aZip, p } from './test-files.ts';
import { wordsOfReadRefusal } from './words.ts';

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 0x20);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, '']));
const deep = `${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`;
const entity = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>';

const REFUSED: readonly (readonly [what: string, bytes: Buffer, name: string, refusal: ReadRefusal])[] = [
  ['an empty file', Buffer.alloc(0), 'a.docx', { kind: 'empty' }],
  ['a text of blanks', Buffer.from(' \n\n'), 'a.txt', { kind: 'empty' }],
  ['a document without text', aDocx('<w:p/>'), 'a.docx', { kind: 'empty' }],
  ['a locked document', aCompoundFile('EncryptionInfo', 'EncryptedPackage'), 'a.docx', { kind: 'encrypted' }],
  ['a locked zip', aZip({ 'word/document.xml': 'x' }, { 'word/document.xml': { flags: 1 } }), 'a.docx', { kind: 'encrypted' }],
  ['an old Word file', aCompoundFile('WordDocument', '1Table'), 'a.docx', { kind: 'old-format', which: 'doc' }],
  ['an old Excel file', aCompoundFile('Workbook'), 'a.xls', { kind: 'old-format', which: 'xls' }],
  ['a WPS text', aCompoundFile('WordDocument'), 'a.wps', { kind: 'old-format', which: 'wps' }],
  ['a WPS sheet', aCompoundFile('Workbook'), 'a.et', { kind: 'old-format', which: 'et' }],
  ['an RTF file', Buffer.from('{\\rtf1 a}'), 'a.doc', { kind: 'old-format', which: 'rtf' }],
  ['a PDF under another name', Buffer.from('%PDF-1.7\n'), 'a.docx', { kind: 'pdf' }],
  ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.docx', { kind: 'picture' }],
  ['a document with macros under an honest name', aDocx(p('甲'), { 'word/vbaProject.bin': 'x' }), 'a.docx', { kind: 'macros' }],
  [
    'a workbook of the macro type',
    aXlsx('', { '[Content_Types].xml': '<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>' }),
    'a.xlsx',
    { kind: 'macros' },
  ],
  ['an OFD file', aZip({ 'OFD.xml': '<a/>' }), 'a.ofd', { kind: 'not-a-document', looksLike: 'ofd' }],
  [
    'an OpenDocument text',
    aZip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    'a.odt',
    { kind: 'not-a-document', looksLike: 'odt' },
  ],
  ['an archive', aZip({ 'a.docx': 'x' }), 'a.zip', { kind: 'not-a-document', looksLike: 'archive' }],
  ['a program', Buffer.from('4d5a90000300', 'hex'), 'a.xlsx', { kind: 'not-a-document', looksLike: 'program' }],
  ['bytes without sense', Buffer.from('0001020304050607ff00ff00ff', 'hex'), 'a.txt', { kind: 'not-a-document', looksLike: 'unknown' }],
  ['a zip cut off', aDocx(p('甲')).subarray(0, 300), 'a.docx', { kind: 'damaged', part: null }],
  [
    'a part with a wrong checksum',
    aZip({ 'word/document.xml': '<a/>' }, { 'word/document.xml': { crc: 1 } }),
    'a.docx',
    { kind: 'damaged', part: 'word/document.xml' },
  ],
  [
    'a part longer than it says',
    aZip({ 'word/document.xml': '<aaaaaaaaaa/>' }, { 'word/document.xml': { size: 3 } }),
    'a.docx',
    { kind: 'damaged', part: 'word/document.xml' },
  ],
  ['broken markup', aDocx('<w:p>'), 'a.docx', { kind: 'damaged', part: 'word/document.xml' }],
  [
    'a definition that reaches outside',
    aZip({ 'word/document.xml': entity }),
    'a.docx',
    { kind: 'external-entities', part: 'word/document.xml' },
  ],
  ['ten megabytes in a hundredth', aDocx(p('甲'), { 'word/x.xml': zeros(10) }), 'a.docx', { kind: 'bomb', limit: 'ratio' }],
  ['five thousand parts', aZip(many(4001)), 'a.docx', { kind: 'bomb', limit: 'entries' }],
  ['elements nested without end', aDocx(deep), 'a.docx', { kind: 'bomb', limit: 'nesting' }],
  ['more than twenty megabytes', zeros(21), 'a.txt', { kind: 'too-large', bytes: 21 * 1024 * 1024, limit: 20 * 1024 * 1024 }],
  ['a mark in the text', aDocx(p('机密★10年')), 'a.docx', { kind: 'classified', mark: '机密★10年' }],
  [
    'a mark in the header',
    aDocx(p('正文'), { 'word/header1.xml': '<hdr><p><t>秘</t><t>密 ★</t></p></hdr>' }),
    'a.docx',
    { kind: 'classified', mark: '秘密★' },
  ],
  ['a mark in the file name', Buffer.from('正文'), '通知（绝密★长期）.txt', { kind: 'classified', mark: '绝密★长期' }],
];

for (const [what, bytes, name, refusal] of REFUSED) {
  test(`${what} is refused, and the sentence says why and what to do`, async () => {
    const answer = await readDocument(bytes, name);

    assert.deepEqual(answer, { ok: false, refusal });
    assert.ok(wordsOfReadRefusal(refusal).length > 10 && wordsOfReadRefusal(refusal, 'en').length > 20);
  });
}

test('what inflates to more than it may is refused by the sum of its parts, before anything is inflated', async () => {
  const lies = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a${index}`, { size: 7 * 1024 * 1024 }]));

  const answer = await readDocument(aZip(many(30), lies), 'a.docx');

  assert.deepEqual(answer, { ok: false, refusal: { kind: 'bomb', limit: 'inflated' } });
});

test('a sheet of more than 400,000 cells is refused, and the server goes on reading', async () => {
  const rows = Array.from({ length: 210_000 }, (_, index) => `<row><c><v>${index * 7919}</v></c><c><v>${index}</v></c></row>`).join('');
  const huge = aXlsx(`<sheetData>${rows}</sheetData>`);

  const answers = await Promise.all([readDocument(huge, 'a.xlsx'), readDocument(Buffer.from('一、甲'), 'a.txt')]);

  assert.deepEqual(
    answers.map((it) => it.ok || it.refusal.kind),
    ['too-many-cells', true],
  );
});

test('pasted text with a mark is refused too', () => {
  const answer = readPasted({ text: '绝 密★长期\n一、甲' });

  assert.deepEqual(answer, { ok: false, refusal: { kind: 'classified', mark: '绝密★长期' } });
});
