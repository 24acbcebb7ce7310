import { aZip } from '#/platform/documents/test-files.ts';

/** mulberry32: the same numbers on every run, so that a failure can be repeated by its seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A file as it left a good program, with the parts of its package where it is one. */
export type Base = { readonly name: string; readonly bytes: Buffer; readonly parts: Readonly<Record<string, Buffer>> | null };
export type Hostile = { readonly name: string; readonly bytes: Buffer; readonly way: string };
type Next = () => number;

const pick = <Item>(next: Next, list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!;

/** One seed, one file: damaged as a whole, in one of its parts, or in the table of contents of its package. */
export function hostileOf(bases: readonly Base[], seed: number): Hostile {
  const next = random(seed);
  const base = pick(next, bases);
  if (base.parts === null) {
    const way = pick(next, Object.keys(IN_TEXT));
    return { name: base.name, way, bytes: next() < 0.3 ? damage(base.bytes, next) : IN_TEXT[way]!(base.bytes, next) };
  }
  const way = next();
  if (way < 0.25) return { name: base.name, way: 'bytes', bytes: damage(base.bytes, next) };
  if (way < 0.85) return { name: base.name, ...inParts(base.parts, next) };
  return { name: base.name, ...inPackage(base.parts, next) };
}

function damage(bytes: Buffer, next: Next): Buffer {
  const copy = Buffer.from(bytes);
  const at = () => Math.floor(next() * copy.length);
  for (let times = 1 + Math.floor(next() * 8); times > 0; times -= 1) {
    const way = next();
    if (way < 0.4) copy[at()]! ^= 1 << Math.floor(next() * 8);
    else if (way < 0.6) copy[at()] = Math.floor(next() * 256);
    else if (way < 0.75) copy.fill(Math.floor(next() * 256), at(), at());
    else if (way < 0.9) copy.copy(copy, at(), at());
    else return copy.subarray(0, at());
  }
  return copy;
}

type Edit = (text: string, next: Next) => string;
const inTag = (text: string, next: Next, edit: (tag: string) => string): string => {
  const tags = [...text.matchAll(/<[^>]+>/g)];
  if (tags.length === 0) return text;
  const { index, 0: tag } = pick(next, tags);
  return text.slice(0, index) + edit(tag) + text.slice(index + tag.length);
};
const NUMBERS = ['-1', '0', '65536', '2147483648', '999999999999', '1e309', 'NaN', '', '0x10', '一', '٣', '1048577'];
const TEXTS = [
  '\u0000',
  '\uD800',
  '&#0;',
  '&#xD800;',
  '&amp;amp;',
  ']]>',
  '\u202E\u200B',
  '𠮷'.repeat(300),
  '=cmd|1',
  '9'.repeat(400),
  '〇'.repeat(200),
];
const PLACES = ['XFD1048576', 'A0', 'ZZZZ1', 'A1:XFD1048576', '1A', '', 'A-1', 'R1C1'];
const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';

/** What is done to the text of one part, before it is packed again as if nothing had happened. */
const IN_XML: Readonly<Record<string, Edit>> = {
  'tag gone': (text, next) => inTag(text, next, () => ''),
  'tag twice': (text, next) => inTag(text, next, (tag) => tag + tag),
  'tag renamed': (text, next) => inTag(text, next, (tag) => tag.replace(/[\w:]+/, 'w:zz')),
  'attribute emptied': (text, next) => inTag(text, next, (tag) => tag.replace(/="[^"]*"/, '=""')),
  'attributes doubled': (text, next) => inTag(text, next, (tag) => tag.replace(/(\s[\w:]+="[^"]*")/, '$1$1')),
  'number absurd': (text, next) => inTag(text, next, (tag) => tag.replace(/"-?\d+"/, `"${pick(next, NUMBERS)}"`)),
  'place absurd': (text, next) => inTag(text, next, (tag) => tag.replace(/(r|ref|sqref)="[^"]*"/, `$1="${pick(next, PLACES)}"`)),
  'every number absurd': (text, next) => text.replace(/"\d+"/g, `"${pick(next, NUMBERS)}"`),
  'text absurd': (text, next) => text.replace(/>([^<]+)</, `>${pick(next, TEXTS)}<`),
  'value absurd': (text, next) => text.replace(/<v>[^<]*<\/v>/g, `<v>${pick(next, [...NUMBERS, ...TEXTS])}</v>`),
  'entities that grow': (text) => text.replace(/(<\?xml[^>]*\?>)?/, `$1${ENTITIES}`).replace(/>([^<]+)</, '>&c;&c;<'),
  'entity from outside': (text) => text.replace(/(<\?xml[^>]*\?>)?/, `$1${OUTSIDE}`).replace(/>([^<]+)</, '>&f;<'),
  'very deep': (text, next) => inTag(text, next, (tag) => tag + '<w:tbl><w:tr><w:tc>'.repeat(400) + '</w:tc></w:tr></w:tbl>'.repeat(400)),
  'never closed': (text, next) => inTag(text, next, (tag) => tag + '<a>'.repeat(3000)),
  'cut short': (text, next) => text.slice(0, Math.floor(next() * text.length)),
  'chunk twice': (text, next) => {
    const from = Math.floor(next() * text.length);
    return text.slice(0, from) + text.slice(Math.floor(from / 2), from) + text.slice(from);
  },
  'other encoding': (text) => text.replace(/encoding="[^"]*"/i, 'encoding="UTF-16"'),
  'wide row': (text) => text.replace(/<c [^>]*>/, (tag) => tag.replace(/r="[^"]*"/, 'r="XFD1"')),
  spans: (text) => text.replace(/<w:tcPr>/g, '<w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/>'),
  'target elsewhere': (text) => text.replace(/Target="[^"]*"/, 'Target="../../../../etc/passwd"'),
  'target on the net': (text) => text.replace(/Target="[^"]*"/, 'Target="//192.0.2.1/x" TargetMode="External"'),
};

function inParts(parts: Readonly<Record<string, Buffer>>, next: Next): Omit<Hostile, 'name'> {
  const texts = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  // What holds the table is what most readers read first.
  const heavy = texts.filter((name) => /document\.xml$|sheet\d*\.xml$|sharedStrings|numbering|styles/.test(name));
  const part = next() < 0.75 && heavy.length > 0 ? pick(next, heavy) : pick(next, texts);
  const ways: string[] = [];
  let text = parts[part]!.toString('utf8');
  for (let times = 1 + Math.floor(next() * 2); times > 0; times -= 1) {
    const way = pick(next, Object.keys(IN_XML));
    ways.push(way);
    text = IN_XML[way]!(text, next);
  }
  return { way: `${part}: ${ways.join(', ')}`, bytes: aZip({ ...parts, [part]: text }) };
}

function inPackage(parts: Readonly<Record<string, Buffer>>, next: Next): Omit<Hostile, 'name'> {
  const names = Object.keys(parts);
  const one = pick(next, names);
  const { [one]: gone, ...rest } = parts;
  const whole = aZip(parts);
  const ways: Readonly<Record<string, () => Buffer>> = {
    'part gone': () => aZip(rest),
    'part renamed': () => aZip({ ...rest, [`${one}x`]: gone! }),
    'parts swapped': () => aZip({ ...parts, [one]: parts[pick(next, names)]! }),
    'part in other letters twice': () => aZip({ ...parts, [one.toUpperCase()]: gone! }),
    'way out of the folder': () => aZip({ ...parts, '../../../tmp/x': 'x' }),
    'a macro': () => aZip({ ...parts, 'word/vbaProject.bin': 'x' }),
    'size a lie': () => aZip(parts, { [one]: { size: Math.floor(next() * 2 ** 31) } }),
    'sum a lie': () => aZip(parts, { [one]: { crc: Math.floor(next() * 2 ** 31) } }),
    'said to be locked': () => aZip(parts, { [one]: { flags: 1 } }),
    'directory damaged': () => Buffer.concat([whole.subarray(0, -400), damage(whole.subarray(-400), next)]),
    'directory gone': () => whole.subarray(0, -22),
    'something before it': () => Buffer.concat([Buffer.from('<html>'), whole]),
    'something after it': () => Buffer.concat([whole, Buffer.alloc(Math.floor(next() * 70_000), 65)]),
    'too many parts': () => aZip({ ...parts, ...Object.fromEntries(Array.from({ length: 4_100 }, (_, i) => [`x/${i}`, ''])) }),
  };
  // The dear one is rare.
  const names_ = Object.keys(ways).filter((way) => way !== 'too many parts' || next() < 0.1);
  const way = pick(next, names_);
  return { way, bytes: ways[way]!() };
}

/** What is done to a table that is only text. */
const IN_TEXT: Readonly<Record<string, (bytes: Buffer, next: Next) => Buffer>> = {
  'quote opened': (bytes, next) => insert(bytes, next, '"'),
  zeros: (bytes, next) => insert(bytes, next, '\0\0\0'),
  'half a character': (bytes, next) => insert(bytes, next, Buffer.from([0xe5, 0xb1])),
  'other encoding within': (bytes, next) => insert(bytes, next, Buffer.from([0xd6, 0xd0, 0xfe, 0xff])),
  'mark of another encoding': (bytes, next) => Buffer.concat([Buffer.from(pick(next, ['fffe', 'feff', 'efbbbf', '2b2f76']), 'hex'), bytes]),
  'very wide': (bytes, next) => insert(bytes, next, ','.repeat(20_000)),
  'very long cell': (bytes, next) => insert(bytes, next, '完成9万个'.repeat(8_000)),
  'many numbers': (bytes, next) => insert(bytes, next, '新建1个、改造2处，'.repeat(400)),
  'many lines': (bytes, next) => insert(bytes, next, '\r\n'.repeat(20_000)),
  'lines of the Mac': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  'a formula': (bytes, next) => insert(bytes, next, '\n=HYPERLINK("x"),+1,@A1,-2+3,=\'a\'!A1'),
  'numbers absurd': (bytes, next) =>
    Buffer.from(bytes.toString('latin1').replace(/\d+/g, pick(next, ['9'.repeat(320), '1e999', '-0', '0.0.0'])), 'latin1'),
};

function insert(bytes: Buffer, next: Next, what: string | Buffer): Buffer {
  const at = Math.floor(next() * bytes.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(what as string), bytes.subarray(at)]);
}
