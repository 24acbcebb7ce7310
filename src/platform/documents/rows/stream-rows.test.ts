import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import fc from 'fast-check';
import yazl from 'yazl';
import type { RawRow } from '#/kernel/raw-row.ts';
import { streamRows } from './stream-rows.ts';
import { makeXmlStream } from './xml-stream.ts';

async function rowsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const refused = await streamRows(bytes, '名册.csv', {
    row: ({ cells }) => void rows.push(cells),
    hiddenSheet: () => {},
    breathe: () => {},
  });
  assert.equal(refused, null);
  return rows;
}

test('a zero character in a roll is left out, in either encoding: no database stores it', async () => {
  const text = '姓名,证件号码\r\n虚构\0一,1402\0\0\r\n\0,\0\r\n';
  const expected = [
    ['姓名', '证件号码'],
    ['虚构一', '1402'],
  ];

  assert.deepEqual(await rowsOf(Buffer.from(text)), expected);
  assert.deepEqual(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le')), expected);
});

async function sheetRows(sheet: string, strings = ''): Promise<readonly (readonly [number, readonly string[]])[] | string> {
  const zip = new yazl.ZipFile();
  const part = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  part('xl/workbook.xml', '<workbook><sheets><sheet name="名册" sheetId="1" id="r1"/></sheets></workbook>');
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="x/${kind}" Target="${target}"/>`;
  part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relation('r1', 'worksheet', 's.xml')}${relation('r2', 'sharedStrings', 't.xml')}</Relationships>`,
  );
  part('xl/s.xml', sheet);
  part('xl/t.xml', `<sst>${strings}</sst>`);
  zip.end();
  const rows: [number, readonly string[]][] = [];
  const sink = { row: ({ rowNo, cells }: RawRow) => void rows.push([rowNo, cells]), hiddenSheet: () => {}, breathe: () => {} };
  const refused = await streamRows(await buffer(zip.outputStream), '名册.xlsx', sink);
  return refused === null ? rows : refused.kind;
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

test('rows whose numbers repeat, fall or lie beyond the sheet are each a row of their own', async () => {
  const rows = ['3', '3', '2', '99999999999', '-1', 'x', '40'].map((r) => `<row r="${r}">${inline('一')}</row>`).join('');
  const found = await sheetRows(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

  assert.deepEqual(typeof found === 'string' ? found : found.map(([rowNo]) => rowNo), [3, 4, 5, 6, 7, 8, 40]);
});

test('prefixes, comments, entities, CDATA, brackets in attributes and a row without any mark are read as XML means them', async () => {
  const sheet = `<?xml version="1.0"?><!-- <row> --><x:worksheet note="a > b" other='"'><x:sheetData><x:row r = "1"></x:row><x:row><x:c t="inlineStr"><x:is><x:t>&lt;甲&#x4E59;&amp;&#19993;</x:t><x:rPh><x:t>拼音</x:t></x:rPh></x:is></x:c>
    <x:c r="C2" t="str"><x:v><![CDATA[<丁>]]></x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>`;

  assert.deepEqual(await sheetRows(sheet), [[2, ['<甲乙&丙', '', '<丁>']]]);
});

/** The same cell as most programs write it, and in another way of writing that means the same. */
const aCell = fc
  .record({
    column: fc.constantFrom('A', 'C', 'Z', 'AB'),
    style: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    type: fc.constantFrom('', 's', 'str', 'b', 'n'),
    value: fc.oneof(fc.integer({ min: 0, max: 4 }).map(String), fc.constantFrom('', '甲 乙', '46000', '&lt;丙', '1e21', '-0.5')),
  })
  .map(({ column, style, type, value }) => {
    const attributes = [`r="${column}1"`, ...(style === null ? [] : [`s="${style}"`]), ...(type === '' ? [] : [`t="${type}"`])];
    const written = (signs: string, gap: string) => `<c ${signs}${gap}><v>${value}</v></c>`;
    return [written(attributes.join(' '), ''), written(attributes.toReversed().join('  ').replaceAll('"', "'"), ' ')] as const;
  });

test('a cell reads the same in whatever way it is written, and in whichever pieces a large sheet comes', async () => {
  const table = '<si><t>一</t></si><si ><t>二</t></si><si><t xml:space="preserve"> 三</t></si><si><t>四&amp;</t></si>';
  await fc.assert(
    fc.asyncProperty(fc.array(aCell, { maxLength: 12 }), async (cells) => {
      const sheet = (way: 0 | 1) => `<worksheet><sheetData><row r="1">${cells.map((it) => it[way]).join('')}</row></sheetData></worksheet>`;
      assert.deepEqual(await sheetRows(sheet(0), table), await sheetRows(sheet(1), table));
    }),
    { numRuns: 60 },
  );
  const rows = Array.from({ length: 12_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 4}</v></c></row>`).join('');
  const found = await sheetRows(`<worksheet><sheetData>${rows}</sheetData></worksheet>`, table);
  assert.deepEqual(
    typeof found === 'string' ? found : found.map(([, [text]]) => text),
    Array.from({ length: 12_000 }, (_, i) => ['一', '二', ' 三', '四&'][i % 4]),
  );
});

test('XML that does not close, closes another tag, names an unknown entity or brings a document type is refused', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<worksheet><sheetData>', 'damaged'],
    ['<worksheet><sheetData></worksheet></sheetData>', 'damaged'],
    [`<worksheet><sheetData><row>${inline('&nbsp;')}</row></sheetData></worksheet>`, 'damaged'],
    [`<worksheet><sheetData><row>${inline('& ')}</row></sheetData></worksheet>`, 'damaged'],
    ['<worksheet><row r=1></row></worksheet>', 'damaged'],
    ['<!DOCTYPE x><worksheet/>', 'external-entities'],
    ['no mark-up', 'damaged'],
    ['<worksheet/><', 'damaged'],
  ];
  for (const [sheet, expected] of cases) assert.equal(await sheetRows(sheet), expected, sheet);
});

test('a sheet is read the same in whatever pieces it comes', () => {
  const sheet = `<a><row r="1" n='x>y'><c t="s"><v>12</v></c><!-- 丙 --><c><![CDATA[甲<]]>&amp;乙</c></row></a>`;
  const read = (sizes: readonly number[]) => {
    const said: string[] = [];
    let content = '';
    const say = (line: string) => {
      said.push(`${content}${line}`);
      content = '';
    };
    const stream = makeXmlStream({
      open: (name, attribute) => say(`<${name} ${attribute('r')} ${attribute('n')} ${attribute('t')}`),
      text: (it) => {
        content += it;
      },
      close: (name) => say(`>${name}`),
    });
    const bytes = Buffer.from(sheet);
    let at = 0;
    for (const size of sizes) {
      stream.write(bytes.subarray(at, at + size));
      at += size;
    }
    stream.write(bytes.subarray(at));
    stream.end();
    return said;
  };
  const whole = read([]);
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }), (sizes) => assert.deepEqual(read(sizes), whole)));
});
