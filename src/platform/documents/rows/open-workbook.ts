import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { stop } from '../refusal.ts';
import { type NumberFormat, numberFormat } from '../xlsx-format.ts';
import { child, descendants, elements, parseXml } from '../xml.ts';

/** Limits of a roll: 400,000 rows of eight columns inflate to some 150 MB. */
const MOST = { entries: 500, inflatedBytes: 700 * 1024 * 1024, smallPartBytes: 8 * 1024 * 1024, ratio: 400 } as const;

export type SheetRef = { readonly name: string; readonly isHidden: boolean; readonly part: string };

/** 工作簿: what has to be known before its sheets are read as they stream by. */
export type OpenWorkbook = {
  readonly sheets: readonly SheetRef[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  readonly stringsPart: string | null;
  readonly stream: (part: string) => Promise<Readable>;
  /** Inflated bytes of a part, to say how far the reading is. */
  readonly sizeOf: (part: string) => number;
};

export async function openWorkbook(bytes: Buffer): Promise<OpenWorkbook> {
  const file = await yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch(() => stop({ kind: 'damaged', part: null }));
  const entries = await entriesOf(file);
  const small = async (part: string | null) => {
    const entry = part === null ? undefined : entries.get(part.toLowerCase());
    if (entry === undefined) return null;
    if (entry.uncompressedSize > MOST.smallPartBytes) stop({ kind: 'bomb', limit: 'inflated' });
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return parseXml(Buffer.concat(chunks), part!);
  };
  const main = 'xl/workbook.xml';
  const workbook =
    child((await small(main)) ?? stop({ kind: 'not-a-document', looksLike: 'archive' }), 'workbook') ??
    stop({ kind: 'damaged', part: main });
  if ([...entries.keys()].some((it) => it.endsWith('vbaproject.bin'))) stop({ kind: 'macros' });
  const relations = descendants((await small('xl/_rels/workbook.xml.rels')) ?? stop({ kind: 'damaged', part: main }), 'Relationship');
  const target = (match: (it: { readonly Id?: string; readonly Type?: string }) => boolean) => {
    const found = relations.find((it) => match(it.attributes) && it.attributes.TargetMode !== 'External')?.attributes.Target;
    if (found === undefined) return null;
    return found.startsWith('/') ? found.slice(1) : posix.join('xl', found);
  };
  const sheets = elements(child(workbook, 'sheets') ?? workbook).filter((it) => it.name === 'sheet');
  const styles = await small(target((it) => it.Type?.endsWith('/styles') ?? false));
  return {
    sheets: sheets.flatMap(({ attributes }) => {
      const part = target((it) => it.Id === attributes.id);
      return part === null ? [] : [{ name: attributes.name ?? '', isHidden: /hidden/i.test(attributes.state ?? ''), part }];
    }),
    formats: formatsOf(styles),
    is1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    stringsPart: target((it) => it.Type?.endsWith('/sharedStrings') ?? false),
    stream: (part) => inflated(file, entries.get(part.toLowerCase()) ?? stop({ kind: 'damaged', part })),
    sizeOf: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
  };
}

const PIECE_BYTES = 128 * 1024;

/** In pieces larger than the usual: a sheet of a hundred megabytes has thousands of them, each with its own way to another thread and back. */
async function inflated(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  if (!entry.isCompressed()) return file.openReadStreamPromise(entry);
  const packed = await file.openReadStreamPromise(entry, { decodeFileData: false });
  const said = entry.uncompressedSize;
  return Readable.from(
    (async function* () {
      let bytes = 0;
      for await (const piece of packed.compose(createInflateRaw({ chunkSize: PIECE_BYTES }))) {
        bytes += (piece as Buffer).length;
        if (bytes > said) stop({ kind: 'bomb', limit: 'inflated' });
        yield piece as Buffer;
      }
      if (bytes !== said) stop({ kind: 'damaged', part: null });
    })(),
    { objectMode: true, highWaterMark: 2 },
  );
}

async function entriesOf(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (file.entryCount > MOST.entries) stop({ kind: 'bomb', limit: 'entries' });
  const entries = new Map<string, yauzl.Entry>();
  let inflated = 0;
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) stop({ kind: 'encrypted' });
    inflated += entry.uncompressedSize;
    if (inflated > MOST.inflatedBytes || entry.uncompressedSize > Math.max(entry.compressedSize * MOST.ratio, MOST.smallPartBytes))
      stop({ kind: 'bomb', limit: 'inflated' });
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

function formatsOf(styles: ReturnType<typeof parseXml> | null): readonly NumberFormat[] {
  const root = styles === null ? undefined : child(styles, 'styleSheet');
  const own = new Map(elements(child(root, 'numFmts') ?? EMPTY).map((it) => [it.attributes.numFmtId, it.attributes.formatCode]));
  return elements(child(root, 'cellXfs') ?? EMPTY).map(({ attributes: { numFmtId = '0' } }) =>
    numberFormat(Number(numFmtId), own.get(numFmtId)),
  );
}

const EMPTY = { name: '', attributes: {}, children: [] };
