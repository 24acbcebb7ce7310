import fs from 'node:fs/promises';
import path from 'node:path';
import { readDocument } from '#/platform/documents/read.ts';
import { wordsOfReadRefusal } from '#/platform/documents/words.ts';
import { findList } from '#/programme/rules/find-list/find-list.ts';
import type { FoundItem } from '#/programme/rules/find-list/found-list.ts';
import { readLabelledLines } from '#/programme/rules/find-list/labelled-lines.ts';
import { parseItem } from '#/programme/rules/parse/item.ts';
import { parseProgress } from '#/programme/rules/parse/progress.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `parse`: what the reader finds in a published list; needs no database. */
export const parse: Verb = {
  usage: 'parse <file|-> [--year 2026] [--json]',
  does: '读出清单里的承诺 · finds the promises in a published list',
  async run({ args }) {
    const [from] = args.words;
    if (from === undefined) throw new Misuse('缺少文件名，或用 - 从标准输入读 · name a file, or - for standard input');
    const year = typeof args.options.year === 'string' ? Number(args.options.year) : null;
    const { items, listYear } = from === '-' ? { items: readLabelledLines(await standardInput()), listYear: null } : await readFile(from);
    const json = { items: items.map((it) => itemJson(it, year ?? listYear)) };
    return { json, text: json.items.map(lineOf).join('\n') };
  },
};

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function readFile(from: string): Promise<{ items: readonly FoundItem[]; listYear: number | null }> {
  const bytes = await fs.readFile(from).catch(() => {
    throw new Misuse(`打不开文件 ${from} · the file ${from} cannot be opened`);
  });
  const read = await readDocument(bytes, path.basename(from));
  if (!read.ok) throw new Misuse(`${path.basename(from)}：${wordsOfReadRefusal(read.refusal)}`);
  const found = findList(read.value);
  return { items: found.items, listYear: found.year };
}

export type ItemJson = ReturnType<typeof itemJson>;

function itemJson({ label, text, progressText }: FoundItem, year: number | null) {
  const { promises, commitments } = parseItem(text, year === null ? {} : { year });
  return {
    n: label,
    text,
    promises,
    commitments,
    progressText: progressText ?? null,
    progress: progressText ? parseProgress(progressText) : null,
  };
}

function lineOf({ n, text, promises }: ItemJson): string {
  const found = promises.map(
    (it) => `    ${it.verb} ${it.object}：${it.quantity}${it.quantityMax === null ? '' : `–${it.quantityMax}`} ${it.unit}（${it.kind}）`,
  );
  return [`${n}  ${text}`, ...(found.length > 0 ? found : ['    没有可计量的目标'])].join('\n');
}
