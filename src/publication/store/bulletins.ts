import type { CivilDate } from '#/kernel/civil-date.ts';
import type { DocumentContent } from '#/kernel/document-content.ts';
import type { Reader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { listBulletins } from '#/supervision/door.ts';
import type { PublicBulletin } from '../rules/content.ts';

/** 月通报 that go out with an edition: those issued by then, with what they say, so that the privacy gate can read it. */
export type IssuedBulletin = PublicBulletin & { readonly texts: readonly string[] };

export async function issuedBulletins(reader: Reader, programmeId: string, until: CivilDate): Promise<readonly IssuedBulletin[]> {
  const issued = (await listBulletins(reader, programmeId)).filter((it) => it.state === 'issued' && it.asOf !== null && it.asOf <= until);
  const bulletins: IssuedBulletin[] = [];
  for (const { year, month, fileDigest: own, publicDigest } of issued) {
    const fileDigest = publicDigest ?? own;
    if (fileDigest === null) continue;
    const { bytes, name } = await openFile(reader, fileDigest);
    const read = await readDocument(bytes, name);
    if (!read.ok) throw new Error(`the bulletin of ${year}-${month} cannot be read: ${read.refusal.kind}`);
    bulletins.push({ year, month, fileDigest, texts: textsOf(read.value) });
  }
  return bulletins;
}

function textsOf({ blocks }: DocumentContent): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.join(' | '))));
}
