import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type ReadRefusal, refusalOf, stop } from '../refusal.ts';
import { sniff } from '../sniff.ts';
import type { RowSink } from './row-sink.ts';
import { streamXlsx } from './stream-xlsx.ts';

/** Reads a roll of any length row by row: .xlsx, or text with commas or tabs in UTF-8 or GB 18030. Says why where it cannot be read. */
export async function streamRows(bytes: Buffer, fileName: string, sink: RowSink): Promise<ReadRefusal | null> {
  try {
    await readAll(bytes, fileName, sink);
    return null;
  } catch (error) {
    return refusalOf(error) ?? { kind: 'damaged', part: null };
  }
}

async function readAll(bytes: Buffer, fileName: string, sink: RowSink): Promise<void> {
  const sniffed = sniff(bytes, fileName);
  if (sniffed.is === 'refused') stop(sniffed.refusal);
  if (sniffed.is === 'zip') await streamXlsx(bytes, sink);
  else await streamText(bytes, sink);
}

const PIECE = 256 * 1024;

async function streamText(bytes: Buffer, sink: RowSink): Promise<void> {
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 4096), { stream: true });
  const delimiter = (head.match(/\t/g)?.length ?? 0) > (head.match(/[,，]/g)?.length ?? 0) ? '\t' : ',';
  let read = 0;
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += PIECE) {
      read = Math.min(at + PIECE, bytes.length);
      yield decoder.decode(bytes.subarray(at, read), { stream: true });
    }
  };
  const rows = Readable.from(pieces()).pipe(
    parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, info: true, skip_empty_lines: true }),
  );
  let count = 0;
  // PostgreSQL stores no zero character; nothing that is written holds one.
  for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const cells = record.map((it) => it.replaceAll('\0', '').trim());
    if (cells.some((it) => it !== '')) sink.row({ sheet: null, rowNo: info.lines, cells });
    count += 1;
    if (count % 500 === 0) await sink.breathe(read / bytes.length);
  }
}

/** A byte order mark decides, then UTF-8 if it is valid, then GB 18030. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  return isValid(bytes, 'gb18030') ? 'gb18030' : stop({ kind: 'not-a-document', looksLike: 'unknown' });
}

function isValid(bytes: Buffer, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
