import { z } from 'zod';
import { getPlace } from '#/delivery/door.ts';
import { Problem } from '#/kernel/problem.ts';
import { openStored } from '#/platform/files.ts';
import { type Download, read } from '#/platform/module.ts';
import { checkPurpose, Purpose } from '#/platform/original.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { definitionOn } from '../rules/definition.ts';
import { maskIdentity, maskName } from '../rules/people/identity.ts';
import { listDefinitions } from '../store/definitions.ts';
import { getImport } from '../store/people/imports.ts';
import { listDecisions, listOpenPairs } from '../store/people/links.ts';
import { getServiceKind, getTarget } from '../store/people/rosters.ts';
import { listRows, listSealed, listsOfPerson, ROWS_A_PAGE, type RowsPage } from '../store/people/rows.ts';
import { type OpenedPerson, opener } from '../store/people/seals.ts';
import { PURPOSES } from '../words/people/faults.ts';
import { checkOpen } from './of-unit.ts';

const permission = 'records.read-persons';
const Month = z.string().regex(/^\d{4}-\d{2}$/);

/** A cell of a figure: a township (or what lies in none), a month, or both. */
const CellOf = z.object({
  promiseId: z.uuid(),
  areaId: z.union([z.uuid(), z.literal('none')]).optional(),
  month: Month.optional(),
  purpose: Purpose,
});

async function openRows(reader: ActingReader, { promiseId, areaId, month, purpose }: z.output<typeof CellOf>, page: RowsPage) {
  checkPurpose(purpose);
  const { programme } = await getPlace(reader, promiseId);
  const definition = definitionOn(await listDefinitions(reader, [promiseId]), reader.today);
  if (definition?.spec.kind !== 'people') throw new Problem(404, 'no-definition', { promiseId });
  const { spec } = definition;
  checkOpen(reader, await getServiceKind(reader, spec.serviceKindId));
  const asked = { promiseId, scope: null, period: { from: programme.from, to: programme.to }, asOf: reader.today };
  const cell = { ...(areaId && { areaId: areaId === 'none' ? null : areaId }), ...(month && { month }) };
  const { rows, ...counts } = await listRows(reader, { spec, asked, cell, page });
  const open = opener(reader.keys);
  const shown = rows.map(({ sealed, place, ...rest }) => {
    const { identity, details } = open({ sealed, place });
    return { ...rest, name: maskName(details[0]), identity: identity && maskIdentity(identity) };
  });
  return { ...counts, rows: shown };
}

const rowsRead = read({
  path: '/records/rows',
  permission,
  query: CellOf.extend({ offset: z.coerce.number().int().min(0).default(0) }),
  summary: 'the records behind a figure, masked, each with the row of the file that it came from; every reading is noted with its purpose',
  audited: ({ promiseId, areaId, month, offset, purpose }) => ({ promiseId, areaId, month, offset, purpose }),
  run: (reader, { offset, ...cell }) => openRows(reader, cell, { offset, limit: ROWS_A_PAGE }),
});

const rowsTableRead = read({
  path: '/records/rows-table',
  permission,
  query: CellOf,
  summary: 'every record of a cell, masked as on the page, to go out as a table; noted with its purpose',
  audited: ({ promiseId, areaId, month, purpose }) => ({ promiseId, areaId, month, purpose }),
  run: (reader, cell) => openRows(reader, cell, { offset: 0, limit: Number.POSITIVE_INFINITY }),
});

const personRead = read({
  path: '/records/person/:no',
  permission,
  query: z.object({ no: z.coerce.number().int().positive(), purpose: Purpose }),
  summary: 'who one person is, in full; noted with its purpose',
  audited: ({ no, purpose }) => ({ person: no, purpose }),
  async run(reader, { no, purpose }) {
    checkPurpose(purpose);
    checkOpen(reader, ...(await listsOfPerson(reader, no)));
    const person = (await listSealed(reader, [no]))[0]!;
    const { identity, details } = opener(reader.keys)(person);
    const [name, birthOn, phone] = details;
    return { no, name, birthOn, phone, identity };
  },
});

const fileRead = read({
  path: '/records/import-file',
  permission,
  query: z.object({ importNo: z.coerce.number().int().positive(), purpose: Purpose }),
  summary: 'an imported file as it came; noted with its purpose',
  audited: ({ importNo, purpose }) => ({ importNo, purpose }),
  async run(reader, { importNo, purpose }): Promise<Download> {
    checkPurpose(purpose);
    const it = await getImport(reader, importNo);
    checkOpen(reader, await getTarget(reader, it.target, it.targetId));
    const bytes = await openStored(reader, reader.district, it.fileDigest);
    if (bytes === null) throw new Problem(404, 'unknown-file', { digest: it.fileDigest });
    return { bytes, mediaType: 'application/octet-stream', fileName: it.fileName };
  },
});

const MOST_PAIRS = 100;

const duplicatesRead = read({
  path: '/records/duplicates',
  permission,
  query: z.object({ serviceKindId: z.uuid() }),
  summary: '疑似重复: pairs that look like one person, for a person to decide',
  audited: ({ serviceKindId }) => ({ serviceKindId, purpose: PURPOSES.duplicates }),
  async run(reader, { serviceKindId }) {
    const kind = await getServiceKind(reader, serviceKindId);
    checkOpen(reader, kind);
    const pairs = await listOpenPairs(reader, serviceKindId, MOST_PAIRS);
    const decisions = await listDecisions(reader, serviceKindId);
    const nos = [...pairs, ...decisions].flatMap((it) => [it.personNo, it.otherNo]);
    const open = opener(reader.keys);
    const persons = new Map((await listSealed(reader, nos)).map((it) => [it.no, seenOf(it.no, open(it))]));
    return {
      kindName: kind.name,
      pairs: pairs.map((it) => [persons.get(it.personNo), persons.get(it.otherNo)]),
      decisions,
      persons: [...persons.values()],
    };
  },
});

/** Enough to compare by: the name, the birthday, the ends of numbers. */
function seenOf(no: number, { identity, details }: OpenedPerson) {
  const [name, birthOn, phone] = details;
  return { no, name, birthOn, phone: phone.slice(-4), identity: identity && maskIdentity(identity) };
}

export const personReads = [rowsRead, rowsTableRead, personRead, fileRead, duplicatesRead];
