import type { Reader } from '#/platform/db.ts';
import { addressOf, type Page, type PageParams } from '#/platform/module.ts';
import type { EditionContent } from '../rules/content.ts';
import type { ListKey } from '../rules/edition.ts';
import { findCurrentEdition, listEditions } from '../store/editions.ts';
import { listPublishedFigureIds } from '../store/figures.ts';

/** What a page of a list is asked by: year and kind, and what else its path names. */
type ListParams = PageParams & { readonly year: string; readonly kind: ListKey['kind'] };
type ListPage = Omit<Page, 'addresses'> & { readonly addresses: (reader: Reader) => Promise<readonly ListParams[]> };

const OTHER_KINDS: readonly string[] = ['special-action', 'superior-project'] satisfies readonly ListKey['kind'][];

/**
 * A page of a list under its two paths: the ten things of a year right below the district, the lists beside them below their kind. The
 * question mark that named the kind earlier leads on to the address that names it now, for only an address can be a file.
 */
export function ofLists({ path, run, addresses }: ListPage): readonly Page[] {
  const kindPath = path.replace('/:year', `/:kind(${OTHER_KINDS.join('|')})/:year`) as Page['path'];
  return [
    {
      path,
      async run(reader, params, query) {
        const kind = query.kind ?? 'ten-things';
        if (query.kind === 'ten-things') return { mediaType: 'text/html', body: '', redirect: addressOf(path, params) };
        if (OTHER_KINDS.includes(kind)) return { mediaType: 'text/html', body: '', redirect: addressOf(kindPath, { ...params, kind }) };
        return run(reader, { ...params, kind }, query);
      },
      addresses: async (reader) => (await addresses(reader)).filter((it) => it.kind === 'ten-things'),
    },
    { path: kindPath, run, addresses: async (reader) => (await addresses(reader)).filter((it) => it.kind !== 'ten-things') },
  ];
}

/** Every list with an edition in force. */
export async function listsNow(reader: Reader): Promise<readonly ListParams[]> {
  const known = new Map((await listEditions(reader, ['published'])).map((it) => [`${it.year}/${it.kind}`, it]));
  return [...known.values()].map(({ year, kind }) => ({ year: String(year), kind }));
}

export async function editionsNow(reader: Reader): Promise<readonly ListParams[]> {
  const editions = await listEditions(reader, ['published']);
  return editions.map(({ year, kind, number }) => ({ year: String(year), kind, number: String(number) }));
}

/** What the edition in force of each list has, one address for each. */
export function inEditionsNow(partsOf: (content: EditionContent) => readonly PageParams[]): ListPage['addresses'] {
  return async (reader) => {
    const found: ListParams[] = [];
    for (const it of await listsNow(reader)) {
      const current = await findCurrentEdition(reader, { year: Number(it.year), kind: it.kind });
      if (current !== null) found.push(...partsOf(current.edition.content).map((part) => ({ ...part, ...it })));
    }
    return found;
  };
}

/** A page of the district itself is there once something is published. */
export async function districtNow(reader: Reader): Promise<readonly PageParams[]> {
  return (await listsNow(reader)).length > 0 ? [{}] : [];
}

export async function figuresNow(reader: Reader): Promise<readonly PageParams[]> {
  return (await listPublishedFigureIds(reader)).map((id) => ({ id }));
}
