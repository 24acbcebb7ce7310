import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { getDistrict } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { openFile } from '#/platform/files.ts';
import { findProgrammeOf, type StoredProgramme } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { bulletinLetter } from '../documents/bulletin-letter.ts';
import { type BulletinContent, bulletinOf } from '../rules/bulletin.ts';
import type { StoredBulletin } from '../rules/bulletin-state.ts';
import type { DocumentKey, FrozenDocument } from '../rules/document.ts';
import { nextIssue } from '../rules/series.ts';
import { defaultSettings } from '../rules/settings.ts';
import { standingOverrides } from '../rules/standing-text.ts';
import type { TextOverride } from '../rules/text-block.ts';
import { findBulletin, listTexts, type StoredText } from '../store/bulletins.ts';
import { listNewCorrections } from '../store/corrections.ts';
import { findStanding } from '../store/documents.ts';
import { listLeftOutNow } from '../store/left-out.ts';
import { findNumber, lastIssue } from '../store/series.ts';
import { listStandingTexts } from '../store/standing-texts.ts';
import { bulletinFileName } from '../words/file-names.ts';
import { figuresOfMonth } from './month-figures.ts';

export type BulletinQuery = { readonly year: number; readonly month: number; readonly kind: ProgrammeKind };

/** A bulletin with all that it is made from. `stored` is absent until somebody prepares it. */
export type LoadedBulletin = {
  readonly programme: StoredProgramme;
  readonly stored: StoredBulletin | undefined;
  readonly content: BulletinContent;
  readonly texts: readonly StoredText[];
  readonly overrides: readonly TextOverride[];
  readonly band: string | null;
  /** What was frozen at 送审 and was not sent back; the letter is then made from it. */
  readonly document: FrozenDocument | null;
};

export async function getList(reader: Reader, query: { readonly year: number; readonly kind: ProgrammeKind }): Promise<StoredProgramme> {
  const found = await findProgrammeOf(reader, query);
  if (found === undefined) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
  return found;
}

/** The bulletin of a month as it was frozen, or, before 送审 and after it was sent back, from the board of the day; `anew` for another freezing. */
export async function loadBulletin(reader: Reader, programme: StoredProgramme, month: number, anew = false): Promise<LoadedBulletin> {
  const stored = await findBulletin(reader, programme.id, { year: programme.year, month });
  const texts = stored === undefined ? [] : await listTexts(reader, stored.id);
  const document = anew ? null : await findStanding(reader, bulletinKey(programme, month));
  if (document !== null && document.content.kind === 'bulletin') {
    const { content, overrides, band } = document.content;
    const issue = stored === undefined ? content.issue : await issueOf(reader, stored);
    return { programme, stored, content: { ...content, issue }, texts, overrides, band, document };
  }
  const draft = await draftBulletin(reader, programme, { month, stored });
  const own = newestOf(texts);
  const overrides = [...standingOverrides(await listStandingTexts(reader), own, draft.content), ...own];
  return { ...draft, texts, overrides, document: null };
}

export function bulletinKey({ id, year }: Pick<StoredProgramme, 'id' | 'year'>, month: number): DocumentKey {
  return { programmeId: id, kind: 'bulletin', reader: '', year, month };
}

type DraftOf = { readonly month: number; readonly stored: StoredBulletin | undefined };

async function draftBulletin(reader: Reader, programme: StoredProgramme, { month, stored }: DraftOf) {
  const which = { year: programme.year, month };
  const district = await getDistrict(reader);
  const figures = await figuresOfMonth(reader, programme, { month, asOf: stored?.asOf ?? null });
  const content = bulletinOf({
    ...figures,
    month,
    settings: stored?.settings ?? defaultSettings(district.officeName),
    issue: stored === undefined ? await likelyIssue(reader, which, month) : await issueOf(reader, stored),
    leftOut: await listLeftOutNow(reader, bulletinKey(programme, month)),
    corrections: await listNewCorrections(reader, { programmeId: programme.id, ...which }),
  });
  const band = district.demoToday === null ? null : demoWords['zh-CN'][demoKind(district.district)];
  return { programme, stored, content, band };
}

/** The number it was given, else the one it would be given today. */
async function issueOf(reader: Reader, { id, year, issue, state }: StoredBulletin): Promise<number | null> {
  const given = state === 'issued' ? issue : await findNumber(reader, id);
  return given ?? likelyIssue(reader, { year }, issue);
}

async function likelyIssue(reader: Reader, { year }: { readonly year: number }, proposed: number | null): Promise<number> {
  return nextIssue({ last: await lastIssue(reader, year) }, proposed);
}

/** The newest wording of each block; going back to the standing text is a wording too. */
function newestOf(texts: readonly StoredText[]): readonly TextOverride[] {
  const newest = new Map(texts.map((it) => [it.block, it] as const));
  return [...newest.values()].flatMap(({ text, ...rest }) => (text === null ? [] : [{ ...rest, text }]));
}

export function letterOf({ content, overrides, band }: Pick<LoadedBulletin, 'content' | 'overrides' | 'band'>, issuedOn: CivilDate) {
  return bulletinLetter({ content, overrides, issuedOn, band });
}

export type BulletinFile = { readonly bytes: Buffer; readonly fileName: string; readonly isIssued: boolean };

/** The issued or signed bytes, or the bulletin as it would be issued today. */
export async function bulletinFile(reader: Reader, loaded: LoadedBulletin): Promise<BulletinFile> {
  const fileName = fileNameOf(loaded.content);
  const digest = loaded.stored?.fileDigest ?? loaded.document?.fileDigest ?? null;
  if (digest !== null) return { bytes: (await openFile(reader, digest)).bytes, fileName, isIssued: loaded.stored?.state === 'issued' };
  return { bytes: await writeOfficialLetter(letterOf(loaded, reader.today)), fileName, isIssued: false };
}

export function fileNameOf({ districtName, year, month }: BulletinContent): string {
  return bulletinFileName(districtName, year, month);
}
