import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { checkRows } from '../rules/import.ts';
import { type ImportPlan, type ImportRefusal, type ImportReport, planImport, summaryOf } from '../rules/import-plan.ts';
import { readImportTable } from '../rules/import-table.ts';
import type { Person } from '../rules/person.ts';
import { findUsernames, holdUsernames } from '../store/accounts.ts';
import { renewAccountDistrict } from '../store/districts.ts';
import { listPeople, savePerson } from '../store/people.ts';
import { listHoldings, listPosts, saveHolding, savePost } from '../store/posts.ts';
import { listUnits, listUnitsForUpdate, saveUnit } from '../store/units.ts';
import { openAccount } from './accounts.ts';

export const ImportFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

type Worked = { readonly report: ImportReport; readonly plan: ImportPlan; readonly people: readonly Person[] };

/** Works out what a file would do, and everything that is to be said about its rows, without writing anything. */
export async function workOutImport(reader: Reader, digest: string): Promise<Result<Worked, ImportRefusal>> {
  const file = await openFile(reader, digest);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const table = readImportTable(content.value);
  if (!table.ok) return table;
  const { rows, remarks } = checkRows(table.value, reader.today);
  const people = await listPeople(reader);
  const existing = {
    units: await listUnits(reader),
    posts: await listPosts(reader),
    holdings: await listHoldings(reader),
    people,
    usernames: await findUsernames(
      reader,
      rows.flatMap((row) => row.username ?? []),
    ),
  };
  const planned = planImport(rows, existing, reader.today, newId);
  const all = [...remarks, ...planned.remarks].sort((a, b) => a.row - b.row);
  return accept({ report: { rows: rows.length, remarks: all, summary: summaryOf(planned.plan) }, plan: planned.plan, people });
}

/** All rows or none: an error anywhere keeps the whole file out; a file that was brought in before changes nothing. */
export const importFile = command({
  name: 'organisation.import',
  version: 1,
  input: ImportFile,
  permission: 'organisation.import',
  subject: (input) => input.digest,
  async run(writer, { digest }) {
    await listUnitsForUpdate(writer);
    await holdUsernames(writer);
    const worked = await workOutImport(writer, digest);
    if (!worked.ok) return worked;
    const { report, plan, people } = worked.value;
    const count = report.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse<ImportRefusal>({ kind: 'import-has-errors', count });
    const accountIds = await write(writer, plan, people);
    return accept({ summary: report.summary, accountIds });
  },
});

async function write(writer: Writer, plan: ImportPlan, known: readonly Person[]): Promise<readonly string[]> {
  for (const { unit } of plan.units) await saveUnit(writer, unit);
  for (const post of plan.posts) await savePost(writer, post);
  for (const { person } of plan.people) await savePerson(writer, person);
  for (const { holding, ended } of plan.holdings) {
    if (ended !== null) {
      await saveHolding(writer, ended);
      await renewAccountDistrict(writer, ended.personId);
    }
    await saveHolding(writer, holding);
    await renewAccountDistrict(writer, holding.personId);
  }
  const accountIds: string[] = [];
  for (const { personId, username } of plan.accounts) {
    const person = plan.people.find((it) => it.person.id === personId)?.person ?? known.find((it) => it.id === personId)!;
    accountIds.push((await openAccount(writer, person, username)).accountId);
  }
  return accountIds;
}
