import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { NetworkEdit } from '#/planning/rules/network-edit.ts';
import { isRefused } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { takingBack } from '../../rules/plan-drag.ts';
import { networkOf, type Plans } from '../../rules/plans.ts';
import { ganttLabels } from './labels.ts';
import type { Pending } from './use-plans.ts';

/** 别人先改了: which version of which network the reader had seen. */
export type Conflict = { readonly projectId: string; readonly since: number };

/** Changes of one project at a time: step by step until they are saved together, and taken back together afterwards. */
export function useSaving(plans: Plans) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const edit = useCommand<unknown, unknown>('planning.edit-network');
  const [pending, setPending] = useState<Pending | null>(null);
  const [saved, setSaved] = useState<Pending | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const queries = useQueryClient();
  const send = ({ projectId, edits }: Pending) => {
    const version = plans.projects.find(({ id }) => id === projectId)?.network?.version ?? 0;
    return edit.mutateAsync({ input: { projectId, edits, reason: '' }, base: { [`network:${projectId}`]: version } });
  };
  /** Where somebody was faster, his changes are shown, and what is tried is tried on top of them. */
  const complain = (problem: unknown, { projectId }: Pending) => {
    if (!isRefused(problem) || problem.refusal.kind !== 'changed-since') return void message.error(sentenceOf(problem, locale), 8);
    setConflict({ projectId, since: Number(problem.refusal.seen) });
    void queries.invalidateQueries();
  };
  const save = () => {
    if (pending === null) return;
    const project = plans.projects.find(({ id }) => id === pending.projectId)!;
    const back = takingBack(networkOf(plans, project)!, pending.edits);
    send(pending)
      .then(() => {
        setSaved({ projectId: pending.projectId, edits: back });
        setPending(null);
        setConflict(null);
        void message.success(words.saved);
      })
      .catch((problem: unknown) => complain(problem, pending));
  };
  const takeBack = () => {
    if (saved === null) return;
    send(saved)
      .then(() => {
        setSaved(null);
        setConflict(null);
        void message.success(words.takenBack);
      })
      .catch((problem: unknown) => complain(problem, saved));
  };
  return {
    pending,
    isSaving: edit.isPending,
    /** False where another project has changes that are not saved. */
    add(projectId: string, next: NetworkEdit): boolean {
      if (pending !== null && pending.projectId !== projectId) return false;
      setPending({ projectId, edits: [...(pending?.edits ?? []), next] });
      return true;
    },
    undo: () => setPending((it) => (it === null || it.edits.length < 2 ? null : { ...it, edits: it.edits.slice(0, -1) })),
    drop: () => {
      setPending(null);
      setConflict(null);
    },
    conflict,
    save,
    takeBack: saved === null || pending !== null ? null : takeBack,
  };
}
