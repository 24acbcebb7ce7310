import { posix } from 'node:path';
import type { Table } from '#/kernel/document-content.ts';
import { stop } from './refusal.ts';
import { type NumberFormat, numberFormat } from './xlsx-format.ts';
import { decodeEscapes, readSheet, type Workbook } from './xlsx-sheet.ts';
import { child, descendants, elements, type Node, parseXml, textOf } from './xml.ts';
import type { Zip } from './zip.ts';

/** Reads every sheet of a .xlsx as one table of what its cells show; hidden sheets and rows are marked, not dropped. */
export async function readXlsx(zip: Zip, main: string): Promise<{ readonly blocks: readonly Table[]; readonly margins: string }> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const bytes = (await zip.read(main)) ?? stop({ kind: 'damaged', part: main });
  const workbook = child(parseXml(bytes, main), 'workbook') ?? stop({ kind: 'damaged', part: main });
  const targets = await readTargets(zip, main);
  const shared: Workbook = {
    strings: await readStrings(zip, targets.byType('sharedStrings') ?? `${folder}sharedStrings.xml`),
    formats: await readFormats(zip, targets.byType('styles') ?? `${folder}styles.xml`),
    is1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
  };
  const blocks: Table[] = [];
  let margins = '';
  for (const [index, sheet] of elements(child(workbook, 'sheets') ?? workbook)
    .filter((it) => it.name === 'sheet')
    .entries()) {
    const part = targets.byId(sheet.attributes.id ?? '') ?? `${folder}worksheets/sheet${index + 1}.xml`;
    if (/\/(chartsheets|dialogsheets)\//.test(part)) continue;
    const content = (await zip.read(part)) ?? stop({ kind: 'damaged', part });
    const name = sheet.attributes.name ?? '';
    const isHidden = ['hidden', 'veryHidden'].includes(sheet.attributes.state ?? '');
    const table = readSheet({ name, part, bytes: content, isHidden, ordinal: index + 1 }, shared);
    if (table !== null) blocks.push(table);
    margins += marginsOf(content);
  }
  return { blocks, margins };
}

type Targets = { readonly byId: (id: string) => string | undefined; readonly byType: (type: string) => string | undefined };

async function readTargets(zip: Zip, main: string): Promise<Targets> {
  const folder = posix.dirname(main);
  const part = posix.join(folder, '_rels', `${posix.basename(main)}.rels`);
  const bytes = await zip.read(part);
  const relations = bytes === null ? [] : descendants(parseXml(bytes, part), 'Relationship');
  const resolve = (it: Node | undefined) => (it === undefined ? undefined : targetOf(it, folder));
  return {
    byId: (id) => resolve(relations.find((it) => it.attributes.Id === id)),
    byType: (type) => resolve(relations.find((it) => (it.attributes.Type ?? '').endsWith(`/${type}`))),
  };
}

/** A relation's target inside the file; one that points outside is never followed. */
export function targetOf(relation: Node, folder: string): string | undefined {
  const target = relation.attributes.Target;
  if (target === undefined || relation.attributes.TargetMode === 'External') return undefined;
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

async function readStrings(zip: Zip, part: string): Promise<string[]> {
  const bytes = await zip.read(part);
  if (bytes === null) return [];
  const root = child(parseXml(bytes, part), 'sst');
  return root === undefined ? [] : elements(root).map((item) => decodeEscapes(spoken(item)));
}

// rPh holds the phonetic guide of a string, which is shown above it and is not part of it.
function spoken(item: Node): string {
  return elements(item)
    .filter((it) => it.name === 't' || it.name === 'r')
    .map((it) => (it.name === 't' ? textOf(it) : spoken(it)))
    .join('');
}

async function readFormats(zip: Zip, part: string): Promise<NumberFormat[]> {
  const bytes = await zip.read(part);
  const root = bytes === null ? undefined : child(parseXml(bytes, part), 'styleSheet');
  if (root === undefined) return [];
  const own = new Map(elements(child(root, 'numFmts') ?? EMPTY).map((it) => [it.attributes.numFmtId, it.attributes.formatCode]));
  return elements(child(root, 'cellXfs') ?? EMPTY).map(({ attributes: { numFmtId = '0' } }) =>
    numberFormat(Number(numFmtId), own.get(numFmtId)),
  );
}

const EMPTY: Node = { name: '', attributes: {}, children: [] };

function marginsOf(sheet: Buffer): string {
  const text = sheet.toString('utf8');
  return [...text.matchAll(/<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]*)</g)].map((found) => `${found[1]}\n`).join('');
}
