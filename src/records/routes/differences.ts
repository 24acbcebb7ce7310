import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { listAreas } from '#/planning/door.ts';
import { type Download, read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { listDifferences } from '../store/people/differences.ts';
import { getImport } from '../store/people/imports.ts';
import { getTarget } from '../store/people/rosters.ts';
import { ROWS_A_PAGE } from '../store/people/rows.ts';
import { changesText, DIFFERENCE_HEADS, differenceName, WHAT } from '../words/people/differences.ts';
import { PURPOSES } from '../words/people/faults.ts';
import { checkOpen } from './of-unit.ts';

const permission = 'records.read-persons';
const Asked = z.object({ importNo: z.coerce.number().int().positive(), against: z.coerce.number().int().positive().optional() });

/** Against a list of the same roster or service that counts; without one every row is new. */
async function checkAsked(reader: ActingReader, { importNo, against }: z.output<typeof Asked>): Promise<string> {
  const it = await getImport(reader, importNo);
  checkOpen(reader, await getTarget(reader, it.target, it.targetId));
  if (against === undefined) return it.fileName;
  const other = await getImport(reader, against);
  if (other.targetId !== it.targetId || other.state !== 'accepted') throw new Problem(404, 'unknown-import', { no: against });
  return it.fileName;
}

const audited = ({ importNo }: z.output<typeof Asked>) => ({ importNo, purpose: PURPOSES.differences });

const differencesRead = read({
  path: '/records/import-differences',
  permission,
  query: Asked.extend({ offset: z.coerce.number().int().min(0).default(0) }),
  summary: '逐行差别: what a corrected file would change, row by row, a page of them; names covered',
  audited,
  async run(reader, { offset, ...asked }) {
    await checkAsked(reader, asked);
    return listDifferences(reader, asked.importNo, { against: asked.against ?? null, offset, limit: ROWS_A_PAGE });
  },
});

const MOST_ROWS = 500_000;

const tableRead = read({
  path: '/records/import-differences-table',
  permission,
  query: Asked,
  summary: '逐行差别: all of it, as a table',
  audited,
  async run(reader, asked): Promise<Download> {
    const fileName = await checkAsked(reader, asked);
    const areas = new Map((await listAreas(reader)).map((it) => [it.id, it.name]));
    const { rows } = await listDifferences(reader, asked.importNo, { against: asked.against ?? null, offset: 0, limit: MOST_ROWS });
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = rows.map((it) =>
      [WHAT['zh-CN'][it.what], it.sheet ?? '', String(it.rowNo), it.name, changesText(it.changes, areas, 'zh-CN')].map(cell).join(','),
    );
    const bytes = Buffer.from(`\ufeff${[DIFFERENCE_HEADS.join(','), ...lines].join('\r\n')}\r\n`);
    return { bytes, mediaType: 'text/csv; charset=utf-8', fileName: differenceName(fileName) };
  },
});

export const differenceReads = [differencesRead, tableRead];
