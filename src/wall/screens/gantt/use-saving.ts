import { App } from 'antd';
import { useState } from 'react';
import type { NetworkEdit } from '#/planning/rules/network-edit.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { takingBack } from '../../rules/plan-drag.ts';
import { networkOf, type Plans } from '../../rules/plans.ts';
import { ganttLabels } from './labels.ts';
import type { Pending } from './use-plans.ts';

/** Changes of one project at a time: step by step until they are saved together, and taken back together afterwards. */
export function useSaving(plans: Plans) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const edit = useCommand<unknown, unknown>('planning.edit-network');
  const [pending, setPending] = useState<Pending | null>(null);
  const [saved, setSaved] = useState<Pending | null>(null);
  const send = ({ projectId, edits }: Pending) => {
    const version = plans.projects.find(({ id }) => id === projectId)?.network?.version ?? 0;
    return edit.mutateAsync({ input: { projectId, edits, reason: '' }, base: { [`network:${projectId}`]: version } });
  };
  const complain = (problem: unknown) => void message.error(sentenceOf(problem, locale), 8);
  const save = () => {
    if (pending === null) return;
    const project = plans.projects.find(({ id }) => id === pending.projectId)!;
    const back = takingBack(networkOf(plans, project)!, pending.edits);
    send(pending)
      .then(() => {
        setSaved({ projectId: pending.projectId, edits: back });
        setPending(null);
        void message.success(words.saved);
      })
      .catch(complain);
  };
  const takeBack = () => {
    if (saved === null) return;
    send(saved)
      .then(() => {
        setSaved(null);
        void message.success(words.takenBack);
      })
      .catch(complain);
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
    drop: () => setPending(null),
    save,
    takeBack: saved === null || pending !== null ? null : takeBack,
  };
}
