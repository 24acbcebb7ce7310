import type { Reader } from '#/platform/db.ts';
import { findFile, isStored } from '#/platform/files.ts';
import type { IncomingPaper } from './rules/facts.ts';
import { listReturnedForms, listSigned } from './store.ts';

type Papers = { readonly papers: readonly IncomingPaper[]; readonly withoutScan: readonly string[] };
type Asked = { readonly programmeId: string; readonly officeName: string; readonly leadUnitIds: readonly string[] | null };

/** 签批件扫描件 and returned 报送表 of a list; of one row, the forms of the unit that leads it. */
export async function loadPapers(reader: Reader, { programmeId, officeName, leadUnitIds }: Asked): Promise<Papers> {
  const signed = await listSigned(reader, programmeId);
  const forms = await listReturnedForms(reader, programmeId, leadUnitIds);
  const scans = signed.flatMap(({ title, digest, on }) =>
    digest === null ? [] : [{ kind: 'scan' as const, title: `${title}签批件`, by: officeName, on, digest }],
  );
  const returned = forms.map(({ period, unit, on, digest }) => ({
    ...{ kind: 'form' as const, on, digest, by: unit ?? officeName },
    title: `${period} 报送表${unit === null ? '' : `（${unit}）`}`,
  }));
  return {
    papers: await Promise.all([...scans, ...returned].map((it) => withFile(reader, it))),
    withoutScan: signed.filter((it) => it.digest === null).map((it) => it.title),
  };
}

type Named = Pick<IncomingPaper, 'kind' | 'title' | 'by' | 'on' | 'digest'>;

async function withFile(reader: Reader, paper: Named): Promise<IncomingPaper> {
  const file = await findFile(reader, paper.digest);
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(file?.name ?? '')?.[1]?.toLowerCase() ?? null;
  const isThere = file !== null && file !== undefined && (await isStored(reader, reader.district, paper.digest));
  return { ...paper, size: file?.size ?? 0, mediaType: file?.mediaType ?? 'application/octet-stream', extension, isThere };
}
