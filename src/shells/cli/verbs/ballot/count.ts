import fs from 'node:fs/promises';
import { z } from 'zod';
import { type BallotOutcome, decide } from '#/ballot/rules/decide.ts';
import { CountSheet } from '#/ballot/rules/sheet.ts';
import { Misuse, type Verb } from '../../verb.ts';

/** `ballot count`: the outcome of a ballot by the session's own rule. */
export const count: Verb['run'] = async ({ args }) => {
  const file = args.words[1];
  if (file === undefined) throw new Misuse('缺少计票单文件 · name the file of the count');
  const sheet = await readSheet(file);
  const outcome = decide(sheet);
  return { json: outcome, text: textOf(outcome, sheet) };
};

async function readSheet(file: string): Promise<CountSheet> {
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Misuse(`打不开文件 ${file} · the file ${file} cannot be opened`);
  });
  const read = CountSheet.safeParse(parsed(text, file));
  if (read.success) return read.data;
  const first = read.error.issues[0]!;
  throw new Misuse(`${file}：${z.core.toDotPath(first.path) || '整个文件'} 写法不对 · not as expected: ${first.message}`);
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
