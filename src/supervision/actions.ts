import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { getDistrict } from '#/organisation/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { findProgramme } from '#/programme/door.ts';
import { fileNameOf, getList, letterOf, loadBulletin } from './content.ts';
import { type IssueRefusal, mayIssue, mustBeOpen, type OpenRefusal } from './rules/bulletin-state.ts';
import { checkMonth, type MonthRefusal } from './rules/month.ts';
import { BulletinSettings, defaultSettings } from './rules/settings.ts';
import { checkText, fillText, MAX_TEXT, TEXT_BLOCKS, type TextFinding, type TextRefusal } from './rules/text-block.ts';
import { addStatement, addText, findBulletin, getBulletinForUpdate, removeStatement, saveIssued, savePrepared } from './store.ts';

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
  async run(writer, { year, month, kind, issue, settings }): Promise<Result<{ bulletinId: string }, MonthRefusal | OpenRefusal>> {
    const list = await getList(writer, { year, kind });
    const allowed = checkMonth({ year, month }, writer.today, list);
    if (!allowed.ok) return allowed;
    const found = await findBulletin(writer, list.id, { year, month });
    const known = found === undefined ? undefined : await getBulletinForUpdate(writer, found.id);
    const open = mustBeOpen(known);
    if (!open.ok) return open;
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
  async run(writer, { bulletinId, block, text }): Promise<Result<Edited, OpenRefusal | TextRefusal>> {
    const bulletin = await getBulletinForUpdate(writer, bulletinId);
    const open = mustBeOpen(bulletin);
    if (!open.ok) return open;
    const { content } = await contentOf(writer, bulletin.programmeId, bulletin.month);
    const filled = text === null ? accept('') : fillText(text, content);
    if (!filled.ok) return filled;
    await addText(writer, bulletinId, block, text);
    return accept({ findings: text === null ? [] : checkText(text, content) });
  },
});

type Issued = { readonly fileDigest: string; readonly fileName: string };

/** 印发: the letter is written once, its bytes kept under their digest, and nothing in it changes any more. */
export const issueBulletin = command({
  name: 'supervision.issue-bulletin',
  version: 1,
  input: z.object({ bulletinId: z.uuid() }),
  permission: 'supervision.bulletin',
  subject: (input) => `bulletin:${input.bulletinId}`,
  changesPublicPages: true,
  async run(writer, { bulletinId }): Promise<Result<Issued, IssueRefusal>> {
    const bulletin = await getBulletinForUpdate(writer, bulletinId);
    checkBase(writer, bulletinId, bulletin.version);
    const loaded = await contentOf(writer, bulletin.programmeId, bulletin.month);
    const allowed = mayIssue(bulletin, loaded.content, loaded.overrides, loaded.programme.state === 'frozen');
    if (!allowed.ok) return allowed;
    const bytes = await writeOfficialLetter(letterOf(loaded, writer.today));
    const fileDigest = await putBytes(writer, writer.district, bytes);
    const fileName = fileNameOf(loaded.content);
    await storeFile.run(writer, { digest: fileDigest, name: fileName, size: bytes.length, mediaType: DOCX });
    await saveIssued(writer, bulletinId, { asOf: loaded.content.asOf, fileDigest });
    return accept({ fileDigest, fileName });
  },
});

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function contentOf(writer: Writer, programmeId: string, month: number) {
  const list = await findProgramme(writer, programmeId);
  return loadBulletin(writer, list!, month);
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
  async run(writer, { year, kind, ...statement }): Promise<Result<{ statementId: string }, never>> {
    const list = await getList(writer, { year, kind });
    await addStatement(writer, { ...statement, programmeId: list.id });
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
