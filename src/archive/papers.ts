import type { Reader } from '#/platform/db.ts';
import { findFile, isStored } from '#/platform/files.ts';
import type { IncomingPaper } from './rules/facts.ts';
import { listReturnedForms, listSigned, type SignedPaper } from './store.ts';

type Papers = { readonly papers: readonly IncomingPaper[]; readonly withoutScan: readonly string[] };
type Asked = { readonly programmeId: string; readonly officeName: string; readonly leadUnitIds: readonly string[] | null };

/** 签批件扫描件 and returned 报送表 of a list; of one row, the forms of the unit that leads it. */
export async function loadPapers(reader: Reader, { programmeId, officeName, leadUnitIds }: Asked): Promise<Papers> {
  const signed = await listSigned(reader, programmeId);
  const forms = await listReturnedForms(reader, programmeId, leadUnitIds);
  const scans = signed.flatMap((it) =>
    it.digest === null ? [] : [{ kind: 'scan' as const, title: `${titleOf(it)}签批件`, by: officeName, on: it.on, digest: it.digest }],
  );
  const returned = forms.map(({ period, unit, on, digest }) => ({
    ...{ kind: 'form' as const, on, digest, by: unit ?? officeName },
    title: `${period} 报送表${unit === null ? '' : `（${unit}）`}`,
  }));
  return {
    papers: await Promise.all([...scans, ...returned].map((it) => withFile(reader, it))),
    withoutScan: signed.filter((it) => it.digest === null).map(titleOf),
  };
}

function titleOf({ kind, year, month, number }: SignedPaper): string {
  if (kind === 'edition') return `公开版第${number}期`;
  return `${year}年${month}月${kind === 'bulletin' ? '通报' : '领导一页纸'}（第${number}稿）`;
}

type Named = Pick<IncomingPaper, 'kind' | 'title' | 'by' | 'on' | 'digest'>;

async function withFile(reader: Reader, paper: Named): Promise<IncomingPaper> {
  const file = await findFile(reader, paper.digest);
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(file?.name ?? '')?.[1]?.toLowerCase() ?? null;
  const isThere = file !== null && file !== undefined && (await isStored(reader, reader.district, paper.digest));
  return { ...paper, size: file?.size ?? 0, mediaType: file?.mediaType ?? 'application/octet-stream', extension, isThere };
}
