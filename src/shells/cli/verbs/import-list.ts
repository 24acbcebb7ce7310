import fs from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#/kernel/id.ts';
import { createDistrict, findDistrict } from '#/organisation/door.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { wordsOfReadRefusal } from '#/platform/documents/words.ts';
import { mediaTypeOf, putBytes, storeFile } from '#/platform/files.ts';
import { digestOf } from '#/platform/secrets.ts';
import { reading } from '#/platform/transaction.ts';
import { findProgrammeOf, type ReadListRefusal, readList } from '#/programme/door.ts';
import { differencesOf } from '#/programme/rules/difference.ts';
import { type Draft, newDraftHead } from '#/programme/rules/draft.ts';
import { draftFromFound } from '#/programme/rules/draft-read.ts';
import { findList } from '#/programme/rules/find-list/find-list.ts';
import type { FoundList } from '#/programme/rules/find-list/found-list.ts';
import { tooLongOf } from '#/programme/rules/find-list/item-limits.ts';
import { wordsOfRow } from '#/programme/rules/find-list/words.ts';
import { type ProgrammeRefusal, wordsOf } from '#/programme/words.ts';
import type { Installation } from '../installation.ts';
import { Misuse, type Verb, wantedDistrict, wantedYear } from '../verb.ts';

/** `import-list`: reads a published list into the draft of a year; makes the district when it is missing. */
export const importList: Verb = {
  usage: 'import-list <file> --district 140214 --year 2026 [--dry-run] [--json]',
  does: '把清单读入某区某年的草稿 · reads a list into the draft of a year',
  async run({ args, open }) {
    const [file] = args.words;
    if (file === undefined) throw new Misuse('缺少文件名 · name a file');
    const [district, year] = [wantedDistrict(args), wantedYear(args)];
    const bytes = await fs.readFile(file).catch(() => {
      throw new Misuse(`打不开文件 ${file} · the file ${file} cannot be opened`);
    });
    const read = await readDocument(bytes, path.basename(file));
    if (!read.ok) throw new Misuse(`${path.basename(file)}：${wordsOfReadRefusal(read.refusal)}`);
    const found = findList(read.value);
    if (found.items.length === 0) throw new Misuse(wordsOf({ kind: 'no-list-found' }));
    const tooLong = tooLongOf(found);
    if (tooLong !== null) throw new Misuse(wordsOf(tooLong));
    const installation = await open();
    try {
      const result = args.options['dry-run']
        ? await tryOut(installation, { district, year, found, name: path.basename(file), digest: digestOf(bytes) })
        : await importInto(installation, { district, year, bytes, name: path.basename(file) });
      return { json: answerOf(district, year, found, result), text: textOf(district, year, found, result) };
    } finally {
      await installation.close();
    }
  },
};

type Result = { readonly draft: Draft; readonly differences: readonly unknown[] };

async function tryOut(
  { composition }: Installation,
  { district, year, found, name, digest }: { district: string; year: number; found: FoundList; name: string; digest: string },
): Promise<Result> {
  const known = await reading(composition.world, district, (reader) => findProgrammeOf(reader, { year }));
  if (known?.state === 'frozen') throw new Misuse(wordsOf({ kind: 'list-frozen', title: known.title, origin: known.origin }));
  const draft = draftFromFound(found, newDraftHead(year, found.title ?? '', { name, digest }));
  return { draft, differences: known?.draft ? differencesOf(known.draft, draft) : [] };
}

async function importInto(
  { composition }: Installation,
  { district, year, bytes, name }: { district: string; year: number; bytes: Buffer; name: string },
): Promise<Result> {
  const { world } = composition;
  const known = await reading(world, district, findDistrict);
  if (known === null) await composition.run(createDistrict, district, { name: `区县${district}` });
  const digest = await putBytes(world, district, bytes);
  await composition.run(storeFile, district, { digest, name, size: bytes.length, mediaType: mediaTypeOf(bytes) ?? 'text/plain' });
  const input = { programmeId: newId(), year, title: '', from: { digest, name }, replace: true };
  const outcome = await composition.run(readList, district, input);
  if (!outcome.ok) throw new Misuse(wordsOf(outcome.refusal as ReadListRefusal as ProgrammeRefusal));
  return outcome.value as Result;
}

function answerOf(district: string, year: number, { refused }: FoundList, { draft, differences }: Result): object {
  const promises = draft.projects.flatMap((it) => it.promises);
  return {
    district,
    year,
    projects: draft.projects.length,
    promises: promises.length,
    withoutTarget: draft.projects.filter((it) => it.promises.length === 0).length,
    differences,
    refused: refused.map((it) => ({ row: it.row, code: it.code, sentence: wordsOfRow(it) })),
  };
}

function textOf(district: string, year: number, { refused }: FoundList, { draft }: Result): string {
  const count = draft.projects.flatMap((it) => it.promises).length;
  const head = `${district} ${year} 年：读出 ${draft.projects.length} 件实事、${count} 条承诺，草稿已可在“清单”页核对、冻结`;
  return [head, ...refused.map((it) => `第 ${it.row} 行：${wordsOfRow(it)}`)].join('\n');
}
