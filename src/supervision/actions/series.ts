import type { Writer } from '#/platform/db.ts';
import type { DocumentKey } from '../rules/document.ts';
import { nextIssue } from '../rules/series.ts';
import { findBulletin, saveIssue } from '../store/bulletins.ts';
import { addNumber, findNumber, holdSeries, lastIssue, removeNumber } from '../store/series.ts';

type Which = Pick<DocumentKey, 'programmeId' | 'year' | 'month'>;

/** 编号: at the signature a bulletin gets the next number of the year, or keeps the one that it has. */
export async function giveNumber(writer: Writer, { programmeId, year, month }: Which): Promise<number> {
  const bulletin = (await findBulletin(writer, programmeId, { year, month }))!;
  await holdSeries(writer, year);
  const given = await findNumber(writer, bulletin.id);
  if (given !== null) return given;
  const number = nextIssue({ last: await lastIssue(writer, year) }, bulletin.issue);
  await addNumber(writer, year, number, bulletin.id);
  await saveIssue(writer, bulletin.id, number);
  return number;
}

/** Sent back after the signature, the last number is free again; an earlier one waits for its bulletin, so that the series has no gap. */
export async function giveNumberBack(writer: Writer, { programmeId, year, month }: Which): Promise<void> {
  const bulletin = (await findBulletin(writer, programmeId, { year, month }))!;
  await holdSeries(writer, year);
  const given = await findNumber(writer, bulletin.id);
  if (given !== null && given === (await lastIssue(writer, year))) await removeNumber(writer, year, given);
}
