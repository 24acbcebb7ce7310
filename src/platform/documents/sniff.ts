import type { OldFormat, ReadRefusal } from './refusal.ts';

/** What the first bytes say a file is; a zip and a text need a closer look. */
export type Sniffed = { readonly is: 'zip' } | { readonly is: 'text' } | { readonly is: 'refused'; readonly refusal: ReadRefusal };

const refused = (refusal: ReadRefusal): Sniffed => ({ is: 'refused', refusal });

/** First bytes, in hexadecimal. */
const PICTURES =
  /^(89504e47|ffd8ff|47494638|424d.{8}00000000|49492a00|4d4d002a|52494646.{8}57454250|.{8}66747970(68656963|68656978|6d696631|61766966))/;
const ARCHIVES = /^(52617221|377abcaf|1f8b|425a68|fd377a585a)/;
const PROGRAMS = /^(4d5a|7f454c46)/;
const ZIP = /^504b(0304|0506|0708)/;
const COMPOUND = 'd0cf11e0a1b11ae1';

/** Decides by content. The name only tells .wps from .doc and .et from .xls, whose bytes are alike. */
export function sniff(bytes: Buffer, fileName: string): Sniffed {
  if (bytes.length === 0) return refused({ kind: 'empty' });
  const magic = bytes.subarray(0, 32).toString('hex');
  if (magic.startsWith(COMPOUND)) return refused(compoundFile(bytes, fileName));
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (ZIP.test(magic)) return { is: 'zip' };
  if (head.includes('%PDF-')) return refused({ kind: 'pdf' });
  if (PICTURES.test(magic)) return refused({ kind: 'picture' });
  if (ARCHIVES.test(magic)) return refused({ kind: 'not-a-document', looksLike: 'archive' });
  if (PROGRAMS.test(magic)) return refused({ kind: 'not-a-document', looksLike: 'program' });
  if (head.startsWith('{\\rtf')) return refused({ kind: 'old-format', which: 'rtf' });
  if (
    /progid="(Word|Excel)\.|schemas\.microsoft\.com\/office\/(word\/2003|2006\/xmlPackage)|urn:schemas-microsoft-com:office:spreadsheet"/.test(
      head,
    ) &&
    /^\W*<\?xml/.test(head)
  ) {
    return refused({ kind: 'old-format', which: 'xml' });
  }
  return { is: 'text' };
}

const STREAMS: readonly (readonly [name: string, which: OldFormat])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];
const KINGSOFT: Readonly<Partial<Record<OldFormat, OldFormat>>> = { doc: 'wps', xls: 'et', ppt: 'dps' };

function compoundFile(bytes: Buffer, fileName: string): ReadRefusal {
  const names = directoryNames(bytes);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return { kind: 'encrypted' };
  const which = STREAMS.find(([name]) => names.has(name))?.[1] ?? 'ole';
  const kingsoft = KINGSOFT[which];
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return { kind: 'old-format', which: kingsoft !== undefined && extension === kingsoft ? kingsoft : which };
}

/** Names in the directory of a compound file: entries of 128 bytes, the name in UTF-16, its length in byte 64 ([MS-CFB] 2.6.1). */
function directoryNames(bytes: Buffer): Set<string> {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes.readUInt16LE(at + 64);
    const isEntry = length >= 4 && length <= 64 && bytes[at + 66]! <= 5;
    if (isEntry) names.add(bytes.subarray(at, at + length - 2).toString('utf16le'));
  }
  return names;
}
