import { Problem } from '#/kernel/problem.ts';
import { findDistrict } from '#/organisation/door.ts';
import type { District } from '#/organisation/rules/district.ts';
import type { Reader } from '#/platform/db.ts';
import { type ListKey, releasedTexts } from '../rules/edition.ts';
import { listOverrides } from '../store/changes.ts';
import { hiddenPictures } from '../store/edition-pictures.ts';
import { findCorrections, findCurrentEdition, findEditionByNumber, type StoredEdition } from '../store/editions.ts';
import type { PublishedEdition } from './disclosure.ts';

export type Params = Readonly<Record<string, string>>;

/** What every page of a list starts from; `released` are the texts a reviewer let through the privacy gate. */
export type Loaded = { readonly published: PublishedEdition; readonly released: readonly string[] };

const KINDS: readonly string[] = ['ten-things', 'special-action', 'superior-project'] satisfies readonly ListKey['kind'][];

export function listOf({ year = '', kind = '' }: Params): ListKey {
  if (!/^20\d\d$/.test(year) || !KINDS.includes(kind)) throw new Problem(404, 'no-such-page');
  return { year: Number(year), kind: kind as ListKey['kind'] };
}

export async function loadCurrent(reader: Reader, list: ListKey): Promise<Loaded | null> {
  const stored = await findCurrentEdition(reader, list);
  return stored === null ? null : dressed(reader, stored, stored);
}

export async function loadNumbered(reader: Reader, list: ListKey, number: number): Promise<Loaded | null> {
  const stored = await findEditionByNumber(reader, list, number);
  return stored === null ? null : loadStored(reader, stored);
}

export async function loadStored(reader: Reader, stored: StoredEdition): Promise<Loaded> {
  return dressed(reader, stored, (await findCurrentEdition(reader, stored.edition))!);
}

async function dressed(reader: Reader, stored: StoredEdition, current: StoredEdition): Promise<Loaded> {
  const { edition, findings, figureIds } = stored;
  const corrections = await findCorrections(reader, edition);
  const overrides = await listOverrides(reader, edition.id);
  return {
    published: {
      edition,
      figureIds,
      currentNumber: current.edition.number!,
      hidden: await hiddenPictures(reader, edition.id),
      correctedBy: corrections.get(edition.number!) ?? null,
    },
    released: releasedTexts(edition.content, edition.disclosure, findings, overrides),
  };
}

/** The district of a page; a code that names none is no page of ours. */
export async function districtOf(reader: Reader): Promise<District> {
  const district = await findDistrict(reader);
  if (district === null) throw new Problem(404, 'no-such-page');
  return district;
}

/** What is not there is a page that is not there. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Problem(404, 'no-such-page');
  return value;
}
