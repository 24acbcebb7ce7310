import { z } from 'zod';
import { listUnits } from '#/organisation/door.ts';
import { listAreas } from '#/planning/door.ts';
import { type Download, read } from '#/platform/module.ts';
import type { ActingReader, Reader } from '#/platform/transaction.ts';
import { mayKeep, mayKeepList, mayOpen } from '../actions/people/of-unit.ts';
import type { Import } from '../rules/people/importing.ts';
import { differencesOf } from '../store/people/differences.ts';
import { listDuplicateShares, mostDuplicates } from '../store/people/duplicate-shares.ts';
import { countFaults, getImport, listFaults, listImports } from '../store/people/imports.ts';
import { countOpenPairs } from '../store/people/links.ts';
import { listListChanges, listUses, UNUSED } from '../store/people/list-changes.ts';
import { getTarget, listPastRules, listRosters, listServiceKinds } from '../store/people/rosters.ts';
import { countRoster } from '../store/people/whole.ts';
import { faultSentence, PURPOSES, REPORT_HEADS, reportName } from '../words/people/faults.ts';
import { checkOpen } from './of-unit.ts';

const SHOWN_FAULTS = 200;
const MOST_FAULTS = 500_000;

const listsRead = read({
  path: '/records/lists',
  permission: 'records.read',
  query: z.object({}),
  summary: '名册与服务: rosters and kinds of service with their rules and imports; counts only',
  async run(reader) {
    const imports = await listImports(reader);
    const units = await listUnits(reader);
    const shares = await listDuplicateShares(reader);
    const changes = await listListChanges(reader);
    const uses = await listUses(reader);
    const own = (unitId: string) => mayKeep(reader.actor, unitId);
    const of = (id: string) => imports.filter((it) => it.targetId === id).map((it) => withoutFile(it));
    const past = (id: string) => ({ use: uses.get(id) ?? UNUSED, changes: changes.filter((it) => it.listId === id) });
    const rosters = await Promise.all(
      (await listRosters(reader)).map(async (it) => ({
        ...it,
        ...past(it.id),
        count: await countRoster(reader, it.id),
        isOwn: own(it.unitId),
        imports: of(it.id),
      })),
    );
    const kinds = await Promise.all(
      (await listServiceKinds(reader)).map(async (it) => ({
        ...it,
        ...past(it.id),
        ...(await rulesOf(reader, it.id)),
        openDuplicates: await countOpenPairs(reader, it.id),
        duplicatesMost: await mostDuplicates(reader, it),
        shares: shares.filter((one) => one.serviceKindId === it.id),
        isOwn: own(it.unitId),
        imports: of(it.id),
      })),
    );
    return {
      rosters,
      kinds,
      units: units.map(({ id, name, isActive }) => ({ id, name, isOffered: isActive && mayKeepList(reader.actor, id) })),
    };
  },
});

async function rulesOf(reader: Reader, id: string) {
  const pastRules = await listPastRules(reader, id);
  return { pastRules, rules: pastRules.filter((it) => it.replacedBy === null) };
}

const withoutFile = ({ fileDigest: _digest, ...rest }: Import) => rest;

const importRead = read({
  path: '/records/import',
  permission: 'records.read',
  query: z.object({ importNo: z.coerce.number().int().positive() }),
  summary: 'one import: how far it is, what is wrong in which rows (for whoever may open the list), and what it would change',
  async run(reader, { importNo }) {
    const it = await getImport(reader, importNo);
    const accepted = (await listImports(reader, it.targetId))
      .filter((one) => one.state === 'accepted')
      .map(({ no, fileName, settledAt, rowsTaken }) => ({ no, fileName, settledAt, rowsTaken }));
    const against = it.target === 'roster' ? (accepted[0]?.no ?? null) : null;
    const differences = it.state === 'read' ? await differencesOf(reader, importNo, [null, ...accepted.map((one) => one.no)]) : [];
    const target = await getTarget(reader, it.target, it.targetId);
    const isOwn = mayKeep(reader.actor, it.unitId);
    const isOpen = mayOpen(reader.actor, target);
    const faults = isOpen ? await listFaults(reader, importNo, SHOWN_FAULTS) : [];
    return {
      import: withoutFile(it),
      targetName: target.name,
      isOwn,
      accepted,
      against,
      differences,
      faults,
      hasMore: isOpen && (await countFaults(reader, importNo)) > faults.length,
    };
  },
});

const reportRead = read({
  path: '/records/import-report',
  permission: 'records.keep-persons',
  query: z.object({ importNo: z.coerce.number().int().positive() }),
  summary: '逐行报告: every row that was not taken, as a table; noted',
  audited: ({ importNo }) => ({ importNo, purpose: PURPOSES.faults }),
  async run(reader, { importNo }): Promise<Download> {
    const it = await getImport(reader, importNo);
    checkOpen(reader, await getTarget(reader, it.target, it.targetId));
    const faults = await listFaults(reader, importNo, MOST_FAULTS);
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = faults.map((one) => [it.fileName, one.sheet ?? '', String(one.rowNo), faultSentence(one, 'zh-CN')].map(cell).join(','));
    const bytes = Buffer.from(`\ufeff${[REPORT_HEADS.join(','), ...lines].join('\r\n')}\r\n`);
    return { bytes, mediaType: 'text/csv; charset=utf-8', fileName: reportName(it.fileName) };
  },
});

const placesRead = read({
  path: '/records/places',
  permission: 'records.read',
  query: z.object({}),
  run: async (reader: ActingReader) => (await listAreas(reader)).map(({ id, name, kind, parentId }) => ({ id, name, kind, parentId })),
});

export const listReads = [listsRead, importRead, reportRead, placesRead];
