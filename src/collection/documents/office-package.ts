import path from 'node:path';
import { openZip } from '#/platform/documents/zip.ts';
import { childrenOf, readXmlTree, type XmlElement } from './xml-tree.ts';

/** The parts of an office file by their names, in their order; what is not changed is written back byte by byte. */
export type OfficePackage = { readonly kind: 'xlsx' | 'docx'; readonly main: string; readonly parts: Map<string, Buffer> };

/** A file that `readDocument` has read: its limits hold here too. Null where it is neither a workbook nor a text. */
export async function openPackage(bytes: Buffer): Promise<OfficePackage | null> {
  const zip = await openZip(bytes);
  const parts = new Map<string, Buffer>();
  for (const name of zip.writtenNames) {
    const part = name.endsWith('/') ? null : await zip.read(name);
    if (part !== null) parts.set(name, part);
  }
  const main = relationsOf(parts, '').find((it) => it.type.endsWith('/officeDocument'))?.target;
  if (main === undefined || !parts.has(main)) return null;
  const kind = main.startsWith('xl/') ? 'xlsx' : main.startsWith('word/') ? 'docx' : null;
  return kind === null ? null : { kind, main, parts };
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The relations of a part, their targets as names of parts; those that lead outside are left out. */
export function relationsOf(parts: ReadonlyMap<string, Buffer>, part: string): readonly Relation[] {
  const folder = path.posix.dirname(part);
  const place = part === '' ? '_rels/.rels' : path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  const bytes = parts.get(place);
  const root = bytes === undefined ? null : readXmlTree(bytes);
  return childrenOf(root ?? undefined, 'Relationship').flatMap(({ attributes: { Id, Type, Target, TargetMode } }) => {
    if (Target === undefined || TargetMode === 'External') return [];
    const target = Target.startsWith('/') ? Target.slice(1) : path.posix.join(part === '' ? '' : folder, Target);
    return [{ id: Id ?? '', type: Type ?? '', target }];
  });
}

export function treeOf({ parts }: Pick<OfficePackage, 'parts'>, name: string): XmlElement | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : readXmlTree(bytes);
}
