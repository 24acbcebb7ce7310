import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getDistrict } from '#/organisation/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findProgramme, type StoredProgramme } from '#/programme/door.ts';
import { bulletinKey, fileNameOf, getList, loadBulletin } from '../content/bulletin.ts';
import { type Circulating, mustBeOpen, type NotSigned, type OpenRefusal, type StoredBulletin } from '../rules/bulletin-state.ts';
import { checkMonth, type MonthRefusal } from '../rules/month.ts';
import { mayNumber, type SeriesRefusal } from '../rules/series.ts';
import { BulletinSettings, defaultSettings } from '../rules/settings.ts';
import { checkText, fillText, MAX_TEXT, TEXT_BLOCKS, type TextFinding, type TextRefusal } from '../rules/text-block.ts';
import {
  addStatement,
  addText,
  findBulletin,
  findStatementForWriting,
  getBulletinForUpdate,
  removeStatement,
  saveIssued,
  savePrepared,
} from '../store/bulletins.ts';
import { findStanding, holdDocument } from '../store/documents.ts';
import { lastIssue } from '../store/series.ts';

const KIND = z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things');
const YEAR = z.number().int().min(2000).max(2100);

/** 拟稿: opens the bulletin of a month, or changes how an open one is headed and signed. */
export const prepareBulletin = command({
  name: 'supervision.prepare-bulletin',
  version: 1,
  input: z.object({
    year: YEAR,
    month: z.number().int().min(1).max(12),
    kind: KIND,
    /** 期号 or 文号; the month where left out. */
    issue: z.number().int().min(1).max(9999).nullable().optional(),
    settings: BulletinSettings.partial().default({}),
  }),
  permission: 'supervision.bulletin',
  subject: (input) => `bulletin:${input.kind}:${input.year}-${input.month}`,
  async run(
    writer,
    { year, month, kind, issue, settings },
  ): Promise<Result<{ bulletinId: string }, MonthRefusal | OpenRefusal | Circulating | SeriesRefusal>> {
    const list = await getList(writer, { year, kind });
    const allowed = checkMonth({ year, month }, writer.today, list);
    if (!allowed.ok) return allowed;
    const found = await findBulletin(writer, list.id, { year, month });
    const known = found === undefined ? undefined : await getBulletinForUpdate(writer, found.id);
    const open = mustBeOpen(known);
    if (!open.ok) return open;
    const free = await mustNotCirculate(writer, list, month);
    if (!free.ok) return free;
    const numbered = mayNumber({ last: await lastIssue(writer, year) }, issue ?? null, year);
    if (!numbered.ok && issue !== known?.issue) return numbered;
    const before = known?.settings ?? defaultSettings((await getDistrict(writer)).officeName);
    const bulletinId = known?.id ?? newId();
    await savePrepared(writer, {
      id: bulletinId,
      programmeId: list.id,
      year,
      month,
      issue: issue === undefined ? (known?.issue ?? month) : issue,
      settings: BulletinSettings.parse({ ...before, ...settings }),
    });
    return accept({ bulletinId });
  },
});

type Edited = { readonly findings: readonly TextFinding[] };

/** 改写: words a block otherwise, or (with null) goes back to the standing text. Numbers that do not come from the board are named at once. */
export const editBulletinText = command({
  name: 'supervision.edit-bulletin-text',
  version: 1,
  input: z.object({ bulletinId: z.uuid(), block: z.enum(TEXT_BLOCKS), text: z.string().trim().max(MAX_TEXT).nullable() }),
  permission: 'supervision.bulletin',
  subject: (input) => `bulletin:${input.bulletinId}`,
  async run(writer, { bulletinId, block, text }): Promise<Result<Edited, OpenRefusal | TextRefusal | Circulating>> {
    const bulletin = await getBulletinForUpdate(writer, bulletinId);
    const open = mustBeOpen(bulletin);
    if (!open.ok) return open;
    const list = await findProgramme(writer, bulletin.programmeId);
    const free = await mustNotCirculate(writer, list!, bulletin.month);
    if (!free.ok) return free;
    const { content } = await loadBulletin(writer, list!, bulletin.month, true);
    const filled = text === null ? accept('') : fillText(text, content);
    if (!filled.ok) return filled;
    await addText(writer, bulletinId, block, text);
    return accept({ findings: text === null ? [] : checkText(text, content) });
  },
});

type Issued = { readonly fileDigest: string; readonly fileName: string };

/** 印发: the signed letter goes out as it was signed, and nothing in it changes any more. */
export const issueBulletin = command({
  name: 'supervision.issue-bulletin',
  version: 1,
  input: z.object({ bulletinId: z.uuid() }),
  permission: 'supervision.bulletin',
  subject: (input) => `bulletin:${input.bulletinId}`,
  changesPublicPages: true,
  async run(writer, { bulletinId }): Promise<Result<Issued, OpenRefusal | NotSigned>> {
    const bulletin = await getBulletinForUpdate(writer, bulletinId);
    checkBase(writer, bulletinId, bulletin.version);
    const open = mustBeOpen(bulletin);
    if (!open.ok) return open;
    const list = await findProgramme(writer, bulletin.programmeId);
    const key = bulletinKey(list!, bulletin.month);
    await holdDocument(writer, key);
    const document = await findStanding(writer, key);
    if (document?.state !== 'signed' || document.content.kind !== 'bulletin') return refuse({ kind: 'bulletin-not-signed' });
    const { asOf, fileDigest, publicDigest } = document;
    await saveIssued(writer, bulletinId, { asOf, fileDigest: fileDigest!, publicDigest });
    return accept({ fileDigest: fileDigest!, fileName: fileNameOf(document.content.content) });
  },
});

/** The bulletin of a month, opened where nobody has yet; held until the transaction ends. */
export async function preparedBulletin(writer: Writer, list: StoredProgramme, month: number): Promise<StoredBulletin> {
  const found = await findBulletin(writer, list.id, { year: list.year, month });
  if (found !== undefined) return getBulletinForUpdate(writer, found.id);
  const id = newId();
  const settings = defaultSettings((await getDistrict(writer)).officeName);
  await savePrepared(writer, { id, programmeId: list.id, year: list.year, month, issue: month, settings });
  return getBulletinForUpdate(writer, id);
}

/** While a freezing of it walks, neither its words nor its head change; it is sent back first. */
async function mustNotCirculate(writer: Writer, list: StoredProgramme, month: number): Promise<Result<null, Circulating>> {
  const document = await findStanding(writer, bulletinKey(list, month));
  return document === null ? accept(null) : refuse({ kind: 'document-frozen', edition: document.edition });
}

/** 记录公开说法: a sentence that was published about a list, word for word, with where and when. */
export const recordStatement = command({
  name: 'supervision.record-statement',
  version: 1,
  input: z.object({
    id: z.uuid(),
    year: YEAR,
    kind: KIND,
    text: z.string().trim().min(2).max(2000),
    source: z.string().trim().min(1).max(200),
    publishedOn: civilDate,
  }),
  permission: 'supervision.record-statement',
  subject: (input) => `statement:${input.id}`,
  async run(writer, { year, kind, ...said }): Promise<Result<{ statementId: string }, never>> {
    const list = await getList(writer, { year, kind });
    const statement = { ...said, programmeId: list.id };
    const known = await findStatementForWriting(writer, statement.id);
    if (known === undefined) await addStatement(writer, statement);
    else if (!isDeepStrictEqual({ ...known }, statement)) throw new Problem(409, 'reused-id', { id: statement.id });
    return accept({ statementId: statement.id });
  },
});

/** Takes back a statement that was entered wrongly; the journal keeps that it was there. */
export const withdrawStatement = command({
  name: 'supervision.withdraw-statement',
  version: 1,
  input: z.object({ statementId: z.uuid() }),
  permission: 'supervision.record-statement',
  subject: (input) => `statement:${input.statementId}`,
  async run(writer, { statementId }): Promise<Result<null, never>> {
    await removeStatement(writer, statementId);
    return accept(null);
  },
});
