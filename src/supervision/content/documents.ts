import { loadBoard } from '#/delivery/door.ts';
import { canonicalText } from '#/kernel/canonical-text.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { digestOf } from '#/platform/secrets.ts';
import { listAdjustments, type StoredProgramme } from '#/programme/door.ts';
import { bulletinLetter } from '../documents/bulletin-letter.ts';
import { changesSince, type FigureChange } from '../rules/changes-since.ts';
import { type FrozenContent, type FrozenDocument, frozenLines } from '../rules/document.ts';
import { itemsOf } from '../rules/figures-for.ts';
import { asOfFor } from '../rules/month.ts';
import { fileNameOf, type LoadedBulletin } from './bulletin.ts';
import type { OnePage } from './pages.ts';

export type Frozen = { readonly content: FrozenContent; readonly digest: string; readonly asOf: CivilDate };

export function freezeBulletin({ content, overrides, band }: LoadedBulletin): Frozen {
  return freeze({ form: 1, kind: 'bulletin', content, overrides, band }, content.asOf);
}

export function freezeOnePage({ figures, fitted, fileName, issuer }: OnePage): Frozen {
  const lines = [...figures.lines, ...figures.leftOut.map(({ item }) => item)];
  return freeze({ form: 1, kind: 'one-pager', lines, sheet: fitted.sheet, fileName, issuer }, figures.asOf);
}

/** As it will be read back, so that the digest can be computed again from what is stored. */
function freeze(content: FrozenContent, asOf: CivilDate): Frozen {
  const kept = JSON.parse(JSON.stringify(content)) as FrozenContent;
  return { content: kept, digest: digestOf(canonicalText(kept)), asOf };
}

export type SignedFile = { readonly bytes: Buffer; readonly fileName: string };

/** 签发的文件, and of a bulletin also the copy for the public: dated by the day of the signature. */
export async function signedFiles(
  content: FrozenContent,
  on: CivilDate,
  issue: number | null = null,
): Promise<{ readonly own: SignedFile; readonly open: SignedFile | null }> {
  if (content.kind === 'one-pager') {
    return { own: { bytes: await writeSheet(content.sheet, content.issuer), fileName: content.fileName }, open: null };
  }
  const fileName = fileNameOf(content.content);
  const numbered = { ...content, content: { ...content.content, issue: issue ?? content.content.issue } };
  const [inside, outside] = [false, true].map((isPublic) => bulletinLetter({ ...numbered, issuedOn: on, isPublic }));
  const own = { bytes: await writeOfficialLetter(inside!), fileName };
  if (JSON.stringify(inside) === JSON.stringify(outside)) return { own, open: own };
  return { own, open: { bytes: await writeOfficialLetter(outside!), fileName } };
}

/** 待更正: what reads otherwise now as of the very day that an issued document speaks of. */
export async function loadChangesAsOf(
  reader: Reader,
  programme: StoredProgramme,
  document: FrozenDocument,
): Promise<readonly FigureChange[]> {
  const { board } = await loadBoard(reader, programme, document.asOf);
  return changesSince(frozenLines(document.content), itemsOf(board, { adjustments: await listAdjustments(reader, programme.id) }));
}

/** 送审后变动: what reads otherwise now, by the end of the month that the document speaks of. */
export async function loadChanges(reader: Reader, programme: StoredProgramme, document: FrozenDocument): Promise<readonly FigureChange[]> {
  const until = asOfFor(document, reader.today);
  const { board } = await loadBoard(reader, programme, until > document.asOf ? until : document.asOf);
  const now = itemsOf(board, { adjustments: await listAdjustments(reader, programme.id) });
  return changesSince(frozenLines(document.content), now);
}
