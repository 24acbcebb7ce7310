import { Problem } from '#/kernel/problem.ts';
import { openFile } from '#/platform/files.ts';
import type { Page } from '#/platform/module.ts';
import { listEditions } from '../store/editions.ts';
import { inEditionsNow, listsNow, ofLists } from './addresses.ts';
import { boardAtom, boardCsv, boardJson, bulletinName, partsCsv } from './data.ts';
import type { PublishedEdition } from './disclosure.ts';
import { districtOf, found, listOf, loadCurrent } from './load.ts';
import { hasParts } from './parts.ts';

function data(mediaType: string, extension: string, render: (it: PublishedEdition) => string): Page['run'] {
  return async (reader, params) => {
    const list = listOf(params);
    const { published, released } = found(await loadCurrent(reader, list));
    const fileName = `${published.edition.content.title}-第${published.edition.number}期.${extension}`;
    return { mediaType, body: render(published), fileName, released };
  };
}

const feed: Page['run'] = async (reader, params) => {
  const list = listOf(params);
  const { name } = await districtOf(reader);
  const entries = (await listEditions(reader, ['published'])).filter((it) => it.year === list.year && it.kind === list.kind);
  if (entries.length === 0) throw new Problem(404, 'no-such-page');
  return {
    mediaType: 'application/atom+xml; charset=utf-8',
    body: boardAtom({ district: { code: reader.district, name }, list, entries }),
  };
};

/** 月通报, as it was issued and as the edition in force carries it. */
const bulletin: Page['run'] = async (reader, params) => {
  const { published } = found(await loadCurrent(reader, listOf(params)));
  const issued = found(published.edition.content.bulletins.find((it) => bulletinName(it.year, it.month) === params.file));
  const { bytes, name, mediaType } = await openFile(reader, issued.fileDigest);
  return { mediaType, body: bytes, fileName: name };
};

const bulletinsNow = inEditionsNow(({ bulletins }) => bulletins.map(({ year, month }) => ({ file: bulletinName(year, month) })));

const partsNow = inEditionsNow((content) => (hasParts(content) ? [{}] : []));

/** Open data, the feed and the bulletins of the edition in force; one address each. */
export const dataFiles: readonly Page[] = [
  { path: '/:district/:year/board.csv', run: data('text/csv; charset=utf-8', 'csv', boardCsv), addresses: listsNow } as const,
  { path: '/:district/:year/parts.csv', run: data('text/csv; charset=utf-8', 'parts.csv', partsCsv), addresses: partsNow } as const,
  { path: '/:district/:year/board.json', run: data('application/json; charset=utf-8', 'json', boardJson), addresses: listsNow } as const,
  { path: '/:district/:year/feed.atom', run: feed, addresses: listsNow } as const,
  { path: '/:district/:year/bulletins/:file', run: bulletin, addresses: bulletinsNow } as const,
].flatMap(ofLists);
