import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';

type About = { readonly programmeId: string; readonly period: string; readonly receivedOn: CivilDate; readonly batchId: string | null };
type Outcome = { readonly name: string; readonly outcome: string; readonly on: string | null; readonly by: string | null };
export type Dropping = { readonly done: number; readonly all: number };

/** So many files go in with one command, so that the page can say how far it is. */
const AT_ONCE = 5;

/** Uploads what was dropped and takes it into one batch; a file that cannot be taken says why and stops none of the others. */
export function useDropping(about: About, onDone: (batchId: string, remarks: readonly string[]) => void) {
  const { api } = useWorkplace();
  const words = useLabels(labels);
  const locale = useLocale();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Dropping | null>(null);
  const drop = async (files: readonly File[]) => {
    const batchId = about.batchId ?? newId();
    const remarks: string[] = [];
    let taken = about.batchId !== null;
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const some = files.slice(from, from + AT_ONCE);
      const stored: { digest: string; name: string }[] = [];
      for (const [i, file] of some.entries()) {
        setProgress({ done: from + i + 1, all: files.length });
        await api
          .upload(file, file.name)
          .then(({ digest }) => stored.push({ digest, name: file.name }))
          .catch((problem: unknown) => remarks.push(`${file.name}：${sentenceOf(problem, locale)}`));
      }
      if (stored.length === 0) continue;
      const { programmeId, period, receivedOn } = about;
      await api
        .run<{ files: readonly Outcome[] }>('collection.take-in', { batchId, programmeId, period, receivedOn, files: stored })
        .then((answer) => {
          taken = true;
          remarks.push(...answer.files.flatMap((it) => remarkOf(it, words)));
        })
        .catch((problem: unknown) => remarks.push(`${stored.map(({ name }) => name).join('、')}：${sentenceOf(problem, locale)}`));
    }
    setProgress(null);
    await queries.invalidateQueries();
    if (taken) onDone(batchId, remarks);
    else onDone('', remarks);
  };
  return { drop, progress };
}

function remarkOf({ name, outcome, on, by }: Outcome, words: (typeof labels)['zh-CN']): readonly string[] {
  if (outcome === 'taken-before') return [words.takenBefore(name, on ?? '', by ?? '')];
  return outcome === 'in-this-batch' ? [words.inBatch(name)] : [];
}
