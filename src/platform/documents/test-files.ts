import { crc32, deflateRawSync } from 'node:zlib';

/** What a test lies about in an entry of its zip. */
type Lies = { readonly size?: number; readonly flags?: number; readonly crc?: number };
type Part = string | Buffer;

/** A zip made by hand, so that tests can write what no good program would. */
export function aZip(parts: Readonly<Record<string, Part>>, lies: Readonly<Record<string, Lies>> = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part as string);
    const packed = deflateRawSync(content);
    const { size = content.length, flags = 0, crc = crc32(content) } = lies[name] ?? {};
    const sizes = [flags, 8, 0, 0x21, crc, packed.length, size, Buffer.byteLength(name), 0] as const;
    const local = Buffer.concat([header(0x04034b50, [20], sizes), Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(header(0x02014b50, [20, 20], sizes), tail, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

type Sizes = readonly [
  flags: number,
  method: number,
  time: number,
  date: number,
  crc: number,
  packed: number,
  size: number,
  name: number,
  extra: number,
];

function header(
  signature: number,
  versions: readonly number[],
  [flags, method, time, date, crc, packed, size, name, extra]: Sizes,
): Buffer {
  const bytes = Buffer.alloc(4 + versions.length * 2 + 24);
  bytes.writeUInt32LE(signature, 0);
  for (const [index, version] of versions.entries()) bytes.writeUInt16LE(version, 4 + index * 2);
  let at = 4 + versions.length * 2;
  for (const short of [flags, method, time, date]) at = bytes.writeUInt16LE(short, at);
  for (const long of [crc, packed, size]) at = bytes.writeUInt32LE(long >>> 0, at);
  for (const short of [name, extra]) at = bytes.writeUInt16LE(short, at);
  return bytes;
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const relation = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

/** The least .docx: a body, and what else a test needs. Optional parts (styles, content types, numbering) are missing, as some programs leave them. */
export function aDocx(body: string, parts: Readonly<Record<string, Part>> = {}): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
  return aZip({ '_rels/.rels': relation('word/document.xml'), 'word/document.xml': document, ...parts });
}

export const numberingPart = (inner: string) => `<w:numbering ${W}>${inner}</w:numbering>`;
export const stylesPart = (inner: string) => `<w:styles ${W}>${inner}</w:styles>`;
export const p = (text: string, looks = '') => `<w:p><w:pPr>${looks}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const numPr = (numId: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
export const tc = (content: string, looks = '') =>
  `<w:tc><w:tcPr>${looks}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** The least .xlsx: one sheet of hand-written rows, without styles or shared strings. */
export function aXlsx(sheetData: string, parts: Readonly<Record<string, Part>> = {}): Buffer {
  const main =
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return aZip({
    '_rels/.rels': relation('/xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="清单" sheetId="1" r:id="rId9"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${sheetData}</worksheet>`,
    ...parts,
  });
}

/** A compound file (the container of .doc, .xls and of locked files) with these streams in its directory. */
export function aCompoundFile(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * (streams.length + 1) + 1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = 512 + 128 * index;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
  }
  return bytes;
}
