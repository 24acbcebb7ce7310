import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { differences } from '../rules/difference.ts';
import type { Edition } from '../rules/edition.ts';
import { placeDifferences } from '../rules/place-difference.ts';
import { unsettled } from '../rules/screening.ts';
import { listOverrides } from '../store/changes.ts';
import { findCurrentEdition, findEditionByNumber, getEdition, listEditions } from '../store/editions.ts';

const STATES: readonly Edition['state'][] = ['prepared', 'reviewed', 'signed', 'published', 'withdrawn'];

/** The editions of the district, drafts among them, for the workspace. */
const editionsRead = read({
  path: '/publication/editions',
  permission: 'publication.read',
  query: z.object({ year: z.coerce.number().int().optional() }),
  summary: 'editions of the district, newest first',
  async run(reader, { year }) {
    const lines = await listEditions(reader, STATES);
    return { editions: lines.filter((it) => year === undefined || it.year === year) };
  },
});

/** One edition with its content, its differences to the one it follows, and what the privacy gate found. */
const editionRead = read({
  path: '/publication/editions/:editionId',
  permission: 'publication.read',
  query: z.object({ editionId: z.uuid() }),
  summary: 'one edition with content, differences to the last one and findings',
  async run(reader, { editionId }) {
    const { edition, findings, figureIds } = await getEdition(reader, editionId);
    const last =
      edition.corrects === null ? await findCurrentEdition(reader, edition) : await findEditionByNumber(reader, edition, edition.corrects);
    const before = last === null || last.edition.id === edition.id ? null : last.edition;
    const overrides = await listOverrides(reader, editionId);
    return {
      edition,
      figures: Object.fromEntries(figureIds),
      comparedWith: before === null ? null : { number: before.number, asOf: before.asOf },
      differences: edition.state === 'published' ? [] : differences(before?.content ?? null, edition.content),
      placeDifferences: edition.state === 'published' ? [] : placeDifferences(before?.content ?? null, edition.content),
      findings,
      overrides,
      unsettled: unsettled(findings, overrides),
    };
  },
});

export const publicationReads = [editionsRead, editionRead];
