import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { openFile } from '#/platform/files.ts';
import { read } from '#/platform/module.ts';
import { displayCopy, isPicture } from '#/platform/picture.ts';
import { findProgramme, loadProgramme } from '#/programme/door.ts';
import { promiseName } from '#/supervision/rules/promise-name.ts';
import { differences } from '../rules/difference.ts';
import type { Edition } from '../rules/edition.ts';
import { placeDifferences } from '../rules/place-difference.ts';
import { unsettled } from '../rules/screening.ts';
import { listOverrides } from '../store/changes.ts';
import { loadChanges } from '../store/changes-since.ts';
import { circulationOf, listLeftOut } from '../store/circulation.ts';
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
      circulation: await circulationOf(reader, editionId),
      changes: edition.state === 'published' || edition.state === 'withdrawn' ? [] : await loadChanges(reader, edition),
    };
  },
});

/** The paper with the signatures; a picture of it goes out without its metadata. */
const scanRead = read({
  path: '/publication/editions/:editionId/scan',
  permission: 'publication.read',
  query: z.object({ editionId: z.uuid() }),
  summary: 'the scan of the signed paper of an edition',
  async run(reader, { editionId }) {
    const { scan } = await circulationOf(reader, editionId);
    if (scan === null) throw new Problem(404, 'unknown-file', { editionId });
    const { bytes, name, mediaType } = await openFile(reader, scan.digest);
    if (isPicture(mediaType)) return { bytes: await displayCopy(bytes), fileName: `${scan.digest}.webp`, mediaType: 'image/webp' };
    return { bytes, fileName: name, mediaType };
  },
});

/** 略去的行 of a list, with the promises that may be left out. */
const leftOutRead = read({
  path: '/publication/left-out',
  permission: 'publication.read',
  query: z.object({ programmeId: z.uuid() }),
  summary: 'lines that editions of a list do not print, each with its decision',
  async run(reader, { programmeId }) {
    const programme = await findProgramme(reader, programmeId);
    if (programme === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    const { projects, promises } = await loadProgramme(reader, programme);
    const order = new Map(projects.map((it, place) => [it.id, { no: it.no, place }]));
    const lines = promises
      .map((it) => ({ promiseId: it.id, no: order.get(it.projectId)?.no ?? '', promise: promiseName(it), of: it }))
      .toSorted((a, b) => placeOf(a.of) - placeOf(b.of) || a.of.position - b.of.position);
    function placeOf({ projectId }: { readonly projectId: string }): number {
      return order.get(projectId)?.place ?? 0;
    }
    return { lines: lines.map(({ of: _, ...it }) => it), leftOut: await listLeftOut(reader, programmeId) };
  },
});

export const publicationReads = [editionsRead, editionRead, scanRead, leftOutRead];
