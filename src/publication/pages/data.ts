import { lightWords, reasonSentence } from '#/delivery/words/lights.ts';
import { longDate } from '#/kernel/format.ts';
import { escapeHtml } from '#/kernel/html.ts';
import { type PublicPromise, projectCode } from '../rules/content.ts';
import type { ListKey } from '../rules/edition.ts';
import { type PublishedEdition, validityOf } from './disclosure.ts';
import type { EditionEntry } from './lists.ts';
import { listPath } from './look.ts';
import { PART_HEADERS, partRows } from './parts.ts';
import { pageWords } from './words.ts';

const CSV_HEADERS = [
  '项目代码',
  '序号',
  '项目名称',
  '牵头单位',
  '承诺',
  '计量单位',
  '目标',
  '已完成',
  '数据截至',
  '按计划应到',
  '落后天数',
  '灯',
  '说明',
  '公开版',
  '公开版截至',
  '数字编号',
];

/** Open data as a table: UTF-8 with a byte order mark, so that Excel and WPS read it as it is (RFC 4180 lines). */
export function boardCsv({ edition, figureIds }: PublishedEdition): string {
  const { content, number } = edition;
  const rows = content.projects.flatMap((project) =>
    project.promises.map((promise) => [
      projectCode(content.year, project.no),
      project.no,
      project.name,
      project.leadUnit,
      `${promise.verb}${promise.object}`,
      promise.measureUnit,
      promise.target,
      promise.done,
      promise.doneOn,
      promise.pace?.expected ?? null,
      promise.pace?.behindDays ?? null,
      lightWords['zh-CN'][promise.light],
      promise.reasons.map((it) => reasonSentence(it, 'zh-CN')).join('；'),
      number,
      content.asOf,
      figureIds.get(promise.promiseId) ?? null,
    ]),
  );
  return `\ufeff${[CSV_HEADERS, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** 分解 as a table: every counted figure by township and by month. */
export function partsCsv({ edition, figureIds }: PublishedEdition): string {
  const { content } = edition;
  const rows = content.projects.flatMap((project) =>
    project.promises.flatMap((promise) =>
      partRows(promise).map((part) => [
        ...[projectCode(content.year, project.no), project.name, `${promise.verb}${promise.object}`, promise.measureUnit],
        ...part,
        figureIds.get(promise.promiseId) ?? null,
      ]),
    ),
  );
  return `\ufeff${[PART_HEADERS, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Open data as JSON: the signed content word for word, so that its digest can be computed again, and who signed it by post. */
export function boardJson(published: PublishedEdition): string {
  const { edition, figureIds, correctedBy } = published;
  const { content, number, digest, disclosure, signed, published: step, corrects, correctionReason } = edition;
  return `${JSON.stringify({
    edition: {
      number,
      asOf: content.asOf,
      publishedOn: step?.on ?? null,
      signedBy: signed?.post ?? null,
      corrects,
      correctionReason,
      correctedBy: correctedBy?.number ?? null,
      validity: validityOf(published),
      digest,
    },
    disclosure,
    figures: Object.fromEntries(figureIds),
    content,
  })}\n`;
}

export type Feed = {
  readonly district: { readonly code: string; readonly name: string };
  readonly list: ListKey;
  readonly entries: readonly EditionEntry[];
};

/** Atom (RFC 4287): one entry for each edition, newest first; addresses are relative to the feed's own. */
export function boardAtom({ district, list, entries }: Feed): string {
  const words = pageWords['zh-CN'];
  const title = `${district.name} ${words.heading(list.year, list.kind)}`;
  const self = listPath(district.code, list, '/feed.atom');
  const updated = entries[0]?.published?.on ?? `${list.year}-01-01`;
  const lines = entries.map(({ number, asOf, published, digest, counts }) => {
    const said = Object.entries(lightWords['zh-CN']).filter(([light]) => counts[light as PublicPromise['light']] > 0);
    const summary = said.map(([light, word]) => `${word} ${counts[light as PublicPromise['light']]} ${words.things}`).join('，');
    return `<entry><id>urn:sha256:${digest}</id><title>${escapeHtml(`${words.editionNo(number!)}，${words.asOf(longDate(asOf))}`)}</title><updated>${published!.on}T00:00:00+08:00</updated><link href="${escapeHtml(listPath(district.code, list, `/editions/${number}`))}"/><summary>${escapeHtml(summary)}</summary></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>urn:luoshi:${district.code}:${list.year}:${list.kind}</id><title>${escapeHtml(title)}</title><updated>${updated}T00:00:00+08:00</updated><author><name>${escapeHtml(district.name)}</name></author><link rel="self" href="${escapeHtml(self)}"/>${lines.join('')}</feed>\n`;
}

/** `2026-06.docx` */
export function bulletinName(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}.docx`;
}
