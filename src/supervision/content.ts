import { loadBoard } from '#/delivery/door.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { getDistrict } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { openFile } from '#/platform/files.ts';
import { findProgrammeOf, listAdjustments, listProgress, type StoredProgramme } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { bulletinLetter } from './documents/bulletin-letter.ts';
import { type BulletinContent, bulletinOf } from './rules/bulletin.ts';
import type { StoredBulletin } from './rules/bulletin-state.ts';
import type { Discrepancy, Statement } from './rules/discrepancies/discrepancy.ts';
import { discrepanciesOf } from './rules/discrepancies/find.ts';
import { asOfFor, previousMonthEnd } from './rules/month.ts';
import { defaultSettings } from './rules/settings.ts';
import type { TextOverride } from './rules/text-block.ts';
import { findBulletin, listStatements, listTexts, type StoredText } from './store.ts';
import { words } from './words/labels.ts';

export type BulletinQuery = { readonly year: number; readonly month: number; readonly kind: ProgrammeKind };

/** A bulletin with all that it is made from. `stored` is absent until somebody prepares it. */
export type LoadedBulletin = {
  readonly programme: StoredProgramme;
  readonly stored: StoredBulletin | undefined;
  readonly content: BulletinContent;
  readonly texts: readonly StoredText[];
  readonly overrides: readonly TextOverride[];
  readonly band: string | null;
};

export async function getList(reader: Reader, query: { readonly year: number; readonly kind: ProgrammeKind }): Promise<StoredProgramme> {
  const found = await findProgrammeOf(reader, query);
  if (found === undefined) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
  return found;
}

export async function loadBulletin(reader: Reader, programme: StoredProgramme, month: number): Promise<LoadedBulletin> {
  const which = { year: programme.year, month };
  const stored = await findBulletin(reader, programme.id, which);
  const district = await getDistrict(reader);
  const { board } = await loadBoard(reader, programme, stored?.asOf ?? asOfFor(which, reader.today));
  const before = previousMonthEnd(which);
  const previousBoard = before === null || before < programme.from ? null : (await loadBoard(reader, programme, before)).board;
  const content = bulletinOf({
    board,
    previousBoard,
    month,
    settings: stored?.settings ?? defaultSettings(district.officeName),
    ...(stored === undefined ? {} : { issue: stored.issue }),
    adjustments: programme.state === 'frozen' ? await listAdjustments(reader, programme.id) : [],
  });
  const texts = stored === undefined ? [] : await listTexts(reader, stored.id);
  const band = district.demoToday === null ? null : words['zh-CN'].demoBand;
  return { programme, stored, content, texts, overrides: newestOf(texts), band };
}

/** The newest wording of each block; going back to the standing text is a wording too. */
function newestOf(texts: readonly StoredText[]): readonly TextOverride[] {
  const newest = new Map(texts.map((it) => [it.block, it] as const));
  return [...newest.values()].flatMap(({ text, ...rest }) => (text === null ? [] : [{ ...rest, text }]));
}

export function letterOf({ content, overrides, band }: LoadedBulletin, issuedOn: CivilDate) {
  return bulletinLetter({ content, overrides, issuedOn, band });
}

export type BulletinFile = { readonly bytes: Buffer; readonly fileName: string; readonly isIssued: boolean };

/** The issued bytes, or the bulletin as it would be issued today. */
export async function bulletinFile(reader: Reader, loaded: LoadedBulletin): Promise<BulletinFile> {
  const fileName = fileNameOf(loaded.content);
  const digest = loaded.stored?.fileDigest ?? null;
  if (digest !== null) return { bytes: (await openFile(reader, digest)).bytes, fileName, isIssued: true };
  return { bytes: await writeOfficialLetter(letterOf(loaded, reader.today)), fileName, isIssued: false };
}

export function fileNameOf({ districtName, year, month }: BulletinContent): string {
  return `${districtName}${year}年${month}月份进展情况通报.docx`;
}

export type Found = { readonly asOf: CivilDate; readonly statements: readonly Statement[]; readonly discrepancies: readonly Discrepancy[] };

export async function loadDiscrepancies(reader: Reader, programme: StoredProgramme, asOf: CivilDate = reader.today): Promise<Found> {
  const statements = await listStatements(reader, programme.id);
  const { board } = await loadBoard(reader, programme, asOf);
  const rowTexts = await listRowTexts(reader, programme, asOf);
  return { asOf, statements, discrepancies: discrepanciesOf(board, statements, rowTexts) };
}

/** The progress column as it was printed or dropped later; a draft carries its own. */
async function listRowTexts(reader: Reader, { id, draft }: StoredProgramme, asOf: CivilDate): Promise<Readonly<Record<string, string>>> {
  if (draft !== null) return Object.fromEntries(draft.projects.flatMap((it) => (it.progress === null ? [] : [[it.id, it.progress.text]])));
  const progress = await listProgress(reader, id);
  return Object.fromEntries(progress.filter((it) => it.asOf <= asOf).map((it) => [it.projectId, it.progress.text]));
}
