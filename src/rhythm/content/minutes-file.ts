import type { Reader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { openFile } from '#/platform/files.ts';
import { minutesLetter } from '../documents/minutes.ts';
import type { Meeting } from '../rules/meeting.ts';
import { findMinutes } from '../store/meetings.ts';
import { minutesFileName } from '../words/papers.ts';
import { loadMinutes } from './papers.ts';

type File = { readonly bytes: Buffer; readonly fileName: string };

/** 纪要成文, from what the meeting knows at this moment. */
export async function makeMinutes(reader: Reader, meeting: Meeting): Promise<File> {
  return { bytes: await writeOfficialLetter(minutesLetter(await loadMinutes(reader, meeting))), fileName: minutesFileName(meeting) };
}

/** 纪要 as they were kept when the meeting was closed. */
export async function minutesOf(reader: Reader, meeting: Meeting): Promise<File> {
  const kept = await findMinutes(reader, meeting.id);
  if (kept === null) return makeMinutes(reader, meeting);
  return { bytes: (await openFile(reader, kept)).bytes, fileName: minutesFileName(meeting) };
}
