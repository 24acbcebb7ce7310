import { findClassificationMark } from '#/kernel/classification-mark.ts';
import type { Block, DocumentContent } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';
import { readXlsx, targetOf } from './read-xlsx.ts';
import { LIMITS, type ReadRefusal, refusalOf, stop } from './refusal.ts';
import { sniff } from './sniff.ts';
import { descendants, parseXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

type Read = { readonly kind: DocumentContent['kind']; readonly blocks: readonly Block[]; readonly margins: string };

/** Reads a document in this very thread. `read.ts` runs it in a worker, behind limits of time and memory. */
export async function readBytes(bytes: Buffer, fileName: string): Promise<Result<DocumentContent, ReadRefusal>> {
  try {
    return accept(checked(await route(bytes, fileName), fileName));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

/** The same for what was pasted: a table in the HTML flavour wins, since plain text loses merged cells and lines within cells. */
export function readPasted(pasted: { readonly text: string; readonly html?: string | undefined }): Result<DocumentContent, ReadRefusal> {
  try {
    const size = pasted.text.length + (pasted.html?.length ?? 0);
    if (size > LIMITS.bytes / 4) stop({ kind: 'too-large', bytes: size, limit: LIMITS.bytes / 4 });
    const blocks = /<table[\s>]/i.test(pasted.html ?? '') ? readHtml(pasted.html!) : [];
    const hasTable = blocks.some((block) => block.kind === 'table');
    const read = hasTable ? { kind: 'html' as const, blocks } : readText(decodeText(Buffer.from(pasted.text)));
    return accept(checked({ ...read, margins: pasted.text }, ''));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refuse(refusal);
  }
}

async function route(bytes: Buffer, fileName: string): Promise<Read> {
  if (bytes.length > LIMITS.bytes) stop({ kind: 'too-large', bytes: bytes.length, limit: LIMITS.bytes });
  const sniffed = sniff(bytes, fileName);
  if (sniffed.is === 'refused') stop(sniffed.refusal);
  if (sniffed.is === 'zip') return await readPackage(await openZip(bytes));
  const text = decodeText(bytes);
  if (/^\s*(<!doctype html|<html|<table|<meta)/i.test(text)) return { kind: 'html', blocks: readHtml(text), margins: '' };
  if (/^MIME-Version:/i.test(text)) stop({ kind: 'old-format', which: 'xml' });
  return { ...readText(text), margins: '' };
}

async function readPackage(zip: Zip): Promise<Read> {
  const types = (await zip.read('[Content_Types].xml'))?.toString('utf8') ?? '';
  if (zip.names.some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/')) || /macroEnabled/i.test(types))
    stop({ kind: 'macros' });
  const main = await mainPart(zip);
  if (main?.startsWith('xl/') && main.endsWith('.xml')) return { kind: 'xlsx', ...(await readXlsx(zip, main)) };
  if (main?.startsWith('word/')) return { kind: 'docx', ...(await readDocx(zip, main)) };
  return stop(await otherPackage(zip));
}

async function mainPart(zip: Zip): Promise<string | null> {
  const bytes = await zip.read('_rels/.rels');
  const relation =
    bytes === null
      ? undefined
      : descendants(parseXml(bytes, '_rels/.rels'), 'Relationship').find((it) => (it.attributes.Type ?? '').endsWith('/officeDocument'));
  const target = relation === undefined ? undefined : targetOf(relation, '');
  const known = [target, 'word/document.xml', 'xl/workbook.xml'];
  return known.find((name) => name !== undefined && zip.names.includes(name.toLowerCase())) ?? null;
}

async function otherPackage(zip: Zip): Promise<ReadRefusal> {
  const has = (test: RegExp) => zip.names.some((name) => test.test(name));
  const mime = (await zip.read('mimetype'))?.toString('latin1') ?? '';
  if (has(/(^|\/)ofd\.xml$/)) return { kind: 'not-a-document', looksLike: 'ofd' };
  if (mime.includes('opendocument.text')) return { kind: 'not-a-document', looksLike: 'odt' };
  if (mime.includes('opendocument')) return { kind: 'not-a-document', looksLike: 'ods' };
  if (has(/^ppt\//)) return { kind: 'not-a-document', looksLike: 'pptx' };
  if (has(/^xl\/workbook\.bin$/)) return { kind: 'not-a-document', looksLike: 'xlsb' };
  if (has(/^(word|xl)\//)) return { kind: 'damaged', part: '_rels/.rels' };
  return { kind: 'not-a-document', looksLike: 'archive' };
}

/** 涉密 material is refused before anything of it is handed on; a document without text is refused as empty. */
function checked({ kind, blocks, margins }: Read, fileName: string): DocumentContent {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.join('\n')).join('\n')));
  const found = findClassificationMark([fileName, margins, ...texts].join('\n'));
  if (found !== null) stop({ kind: 'classified', mark: found.mark });
  if (texts.every((text) => text.trim() === '')) stop({ kind: 'empty' });
  return { kind, blocks };
}
