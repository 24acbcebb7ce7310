import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { DUE_WHEN, type DuePerson } from '../rules/people/due.ts';
import { maskName } from '../rules/people/identity.ts';
import { findMeasuredRoster, loadDue } from '../store/people/due.ts';
import { findRoster, getServiceKind } from '../store/people/rosters.ts';
import { listSealed, ROWS_A_PAGE } from '../store/people/rows.ts';
import { opener } from '../store/people/seals.ts';
import { PURPOSES } from '../words/people/faults.ts';
import { checkOpen } from './of-unit.ts';

const permission = 'records.read-persons';
const Asked = z.object({ serviceKindId: z.uuid(), rosterId: z.uuid().optional(), when: z.enum(DUE_WHEN).optional() });

/** Without a roster that was asked for, the one that a promise is measured by; another unit's persons are seen by no other way. */
async function askedDue(reader: ActingReader, { serviceKindId, rosterId: asked, when }: z.output<typeof Asked>) {
  const kind = await getServiceKind(reader, serviceKindId);
  checkOpen(reader, kind);
  const measured = await findMeasuredRoster(reader, serviceKindId);
  const rosterId = asked ?? measured;
  const roster = rosterId === null ? null : await findRoster(reader, rosterId);
  if (roster === undefined) throw new Problem(404, 'unknown-roster', { rosterId });
  if (roster !== null && roster.unitId !== kind.unitId && rosterId !== measured) throw new Problem(403, 'not-of-unit');
  if (roster !== null) checkOpen(reader, { unitId: kind.unitId, isSensitive: roster.isSensitive });
  const { due, ...counted } = await loadDue(reader, kind, rosterId);
  return { kind, rosterId, ...counted, due: when === undefined ? due : due.filter((it) => it.when === when) };
}

async function detailsOf(reader: ActingReader, due: readonly DuePerson[]) {
  const open = opener(reader.keys);
  const sealed = await listSealed(
    reader,
    due.map((it) => it.personNo),
  );
  return new Map(sealed.map((it) => [it.no, open(it).details]));
}

const dosesRead = read({
  path: '/records/doses',
  permission,
  query: Asked.extend({ offset: z.coerce.number().int().min(0).default(0) }),
  summary: '应种名单: who is due for which dose, a page of them, and how many stand where',
  audited: ({ serviceKindId, rosterId = 'measured', when = 'any', offset }) => ({
    ...{ serviceKindId, rosterId, when, offset },
    purpose: PURPOSES.doses,
  }),
  async run(reader, { offset, ...asked }) {
    const { kind, rosterId, counts, dueCounts, due } = await askedDue(reader, asked);
    const page = due.slice(offset, offset + ROWS_A_PAGE);
    const details = await detailsOf(reader, page);
    const shown = page.map((it) => {
      const [name, , phone] = details.get(it.personNo)!;
      return { ...it, name, phone };
    });
    return { kindName: kind.name, rosterId, counts, dueCounts, count: due.length, due: shown };
  },
});

const tableRead = read({
  path: '/records/doses-table',
  permission,
  query: Asked,
  summary: 'the whole list of who is due, names covered and without telephones, to go out as a table',
  audited: ({ serviceKindId, rosterId = 'measured', when = 'any' }) => ({ serviceKindId, rosterId, when, purpose: PURPOSES.doses }),
  async run(reader, asked) {
    const { due } = await askedDue(reader, asked);
    const details = await detailsOf(reader, due);
    return { rows: due.map((it) => ({ ...it, name: maskName(details.get(it.personNo)![0]) })) };
  },
});

export const doseReads = [dosesRead, tableRead];
