import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { findProgramme } from '#/programme/door.ts';
import { bulletinKey } from '../content/bulletin.ts';
import { correctionFile } from '../content/correction-file.ts';
import { loadChangesAsOf } from '../content/documents.ts';
import { correctionLetter } from '../documents/correction-letter.ts';
import { type Correction, type CorrectionRefusal, correctedLines, IssueCorrection } from '../rules/correction.ts';
import { getBulletinForUpdate } from '../store/bulletins.ts';
import { addCorrection, listCorrections } from '../store/corrections.ts';
import { findStanding } from '../store/documents.ts';
import { DOCX } from './documents.ts';

type Issued = { readonly no: number; readonly fileDigest: string };

/** 更正: what an issued bulletin said wrongly is issued anew, line by line; the bulletin itself stays, and the next one prints it. */
export const issueCorrection = command({
  name: 'supervision.issue-correction',
  version: 1,
  input: IssueCorrection,
  permission: 'supervision.bulletin',
  subject: ({ bulletinId }) => `bulletin:${bulletinId}`,
  async run(writer, { id, bulletinId, promiseIds, reason }): Promise<Result<Issued, CorrectionRefusal>> {
    const bulletin = await getBulletinForUpdate(writer, bulletinId);
    if (bulletin.state !== 'issued') return refuse({ kind: 'bulletin-not-issued' });
    const list = (await findProgramme(writer, bulletin.programmeId))!;
    const document = await findStanding(writer, bulletinKey(list, bulletin.month));
    if (document === null || document.content.kind !== 'bulletin') throw new Problem(404, 'unknown-document', { bulletinId });
    const earlier = await listCorrections(writer, bulletinId);
    const sent = earlier.find((it) => it.id === id);
    if (sent !== undefined) return issuedBefore(sent, { promiseIds, reason });
    const lines = correctedLines(await loadChangesAsOf(writer, list, document), promiseIds, earlier);
    if (!lines.ok) return lines;
    const no = earlier.length + 1;
    const { content, band } = document.content;
    const letter = correctionLetter({ content, issue: bulletin.issue, lines: lines.value, reason, no, on: writer.today, band });
    const bytes = await writeOfficialLetter(letter);
    const fileDigest = await putBytes(writer, writer.district, bytes);
    const name = correctionFile(content, no);
    await storeFile.run(writer, { digest: fileDigest, name, size: bytes.length, mediaType: DOCX });
    await addCorrection(writer, { id, bulletinId, no, lines: lines.value, reason, fileDigest });
    return accept({ no, fileDigest });
  },
});

/** Sent twice it is issued once; another correction under the same number is not taken for it. */
function issuedBefore(
  { id, no, fileDigest, lines, reason }: Correction,
  asked: { readonly promiseIds: readonly string[]; readonly reason: string },
): Result<Issued, never> {
  const isSame = reason === asked.reason && lines.map(({ promiseId }) => promiseId).join() === asked.promiseIds.join();
  if (!isSame) throw new Problem(409, 'reused-id', { id });
  return accept({ no, fileDigest });
}
