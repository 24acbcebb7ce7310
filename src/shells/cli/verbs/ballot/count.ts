import fs from 'node:fs/promises';
import { z } from 'zod';
import { type BallotOutcome, decide } from '#/ballot/rules/decide.ts';
import { CountSheet } from '#/ballot/rules/sheet.ts';
import { Misuse, type Verb } from '../../verb.ts';

/** `ballot count`: the outcome of a ballot by the session's own rule. */
export const count: Verb['run'] = async ({ args, say }) => {
  const file = args.words[1];
  if (file === undefined) throw new Misuse('缺少计票单文件 · name the file of the count');
  const { sheet, unread } = await readSheet(file);
  if (unread.length > 0) say(`${file}：${unread.join('、')} 不是计票单的内容，没有用 · unknown to a count sheet and not used`);
  const outcome = decide(sheet);
  return { json: outcome, text: textOf(outcome, sheet) };
};

type ReadSheet = { readonly sheet: CountSheet; readonly unread: readonly string[] };

async function readSheet(file: string): Promise<ReadSheet> {
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Misuse(`打不开文件 ${file} · the file ${file} cannot be opened`);
  });
  const written = parsed(text, file);
  const read = CountSheet.safeParse(written);
  if (read.success) return { sheet: read.data, unread: unreadIn(written, read.data) };
  const first = read.error.issues[0]!;
  const where = z.core.toDotPath(first.path) || '整个文件';
  throw new Misuse(`${file}：${where} 写法不对 · not as expected: ${WANTED[first.message] ?? first.message}`);
}

const WANTED: Readonly<Record<string, string>> = {
  'not-a-fraction': '应为两个整数之比，如 "2/3" · a fraction like "2/3"',
  'more-than-whole': '不能大于 1 · no more than the whole',
  'one-of-at-least-and-more-than': 'atLeast（以上）和 moreThan（过）写一个，也只写一个 · exactly one of atLeast and moreThan',
};

/** Where the file says something that no part of a count sheet is: a field misspelt would otherwise be passed over in silence. */
function unreadIn(written: unknown, read: unknown, at = ''): readonly string[] {
  if (typeof written !== 'object' || written === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(written).flatMap(([name, value]) =>
    Object.hasOwn(read, name) ? unreadIn(value, (read as Record<string, unknown>)[name], `${at}${name}.`) : [`${at}${name}`],
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (fault) {
    throw new Misuse(`${file} 不是 JSON · is no JSON: ${(fault as Error).message}`);
  }
}

function textOf({ valid, reasons, elected, tiedAtCut, shortage }: BallotOutcome, { candidates }: CountSheet): string {
  if (!valid) return `本次表决无效：${reasons.map((it) => `${it.code} ${JSON.stringify(it.facts)}`).join('；')}`;
  const nameOf = (id: string) => `${id} ${candidates.find((it) => it.id === id)?.name ?? ''}`.trim();
  return [
    `当选 ${elected.length} 项：`,
    ...elected.map((id) => `  ${nameOf(id)}`),
    ...(tiedAtCut.length > 0 ? [`末位票数相等：${tiedAtCut.map(nameOf).join('、')}`] : []),
    ...(shortage > 0 ? [`缺额 ${shortage} 项`] : []),
  ].join('\n');
}
