import fs from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { readDocument } from '#/platform/documents/read.ts';
import { findList } from '#/programme/rules/find-list/find-list.ts';
import type { FoundItem } from '#/programme/rules/find-list/found-list.ts';
import { parseItem } from '#/programme/rules/parse/item.ts';
import { parseProgress } from '#/programme/rules/parse/progress.ts';
import { medianTime, milliseconds } from '../numbers.ts';
import { ROOT } from '../place.ts';
import type { Row } from '../table.ts';

const PUBLISHED = path.join(ROOT, '..', 'shared', 'data', 'yungang-2026.docx');
const TIMES = { items: 101, file: 9 } as const;

/** Reading a published list: the ten items alone, and the whole way from the file's bytes. */
export async function measureParse(): Promise<readonly Row[]> {
  const isPublished = fs.existsSync(PUBLISHED);
  const bytes = isPublished ? fs.readFileSync(PUBLISHED) : await likeIt();
  const what = isPublished ? '云冈2026 .docx' : 'a .docx of that size';
  const items = await itemsOf(bytes);
  if (items.length !== 10) throw new Error(`${what}: ${items.length} items read`);
  const promises = items.reduce((sum, { text }) => sum + parseItem(text, { year: 2026 }).promises.length, 0);
  const alone = await medianTime(TIMES.items, () => parseAll(items));
  const whole = await medianTime(TIMES.file, async () => parseAll(await itemsOf(bytes)));
  return [
    { name: `读清单 parse, ten items alone (${promises} phrases)`, measured: milliseconds(alone), isMet: null },
    { name: `读清单 parse, ${what} from its bytes`, measured: milliseconds(whole), isMet: null },
  ];
}

async function itemsOf(bytes: Buffer): Promise<readonly FoundItem[]> {
  const read = await readDocument(bytes, 'list.docx');
  if (!read.ok) throw new Error(`the list cannot be read: ${read.refusal.kind}`);
  return findList(read.value).items;
}

function parseAll(items: readonly FoundItem[]): void {
  for (const { text, progressText } of items) {
    parseItem(text, { year: 2026 });
    if (progressText) parseProgress(progressText);
  }
}

/** Ten rows of about a hundred characters, all made up. */
function likeIt(): Promise<Buffer> {
  const rows = [
    ['序号', '项目内容', '进展情况', '牵头单位'],
    ...Array.from({ length: 10 }, (_, i) => [
      String(i + 1),
      `实施第${i + 1}批样本改善工程。新建样本亭${20 + i}处，改造样本桥${3 + i}座，为${1_000 + i}名样本居民提供检查，全年举办样本活动不少于${10 + i}场，年底前全部完成，惠及群众约2万人。`,
      `已完成样本亭${5 + i}处，样本桥进入施工阶段，完成总工程量的${30 + i}%。`,
      `样本${i + 1}局`,
    ]),
  ];
  const table = new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })),
  });
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('样本区2026年民生实事'), table] }] }));
}
