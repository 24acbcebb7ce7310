import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { isRefused } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { STAYS } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { ProjectNetwork } from '../rules/activity.ts';
import type { NetworkChange } from '../rules/network-change.ts';
import { actSentence } from '../words/schedule.ts';
import { scheduleLabels } from './schedule-labels.ts';

/** Sends a command about a network as it was seen; where somebody was faster, the dialog stays and shows what he did, and the next try is meant for his state. */
export function useNetworkCommand(name: string, { projectId, version }: Pick<ProjectNetwork, 'projectId' | 'version'>) {
  const command = useCommand<unknown, unknown>(name);
  const queries = useQueryClient();
  const [seen, setSeen] = useState(version);
  const [since, setSince] = useState<number | null>(null);
  const send = (input: object) =>
    command.mutateAsync({ input, base: { [`network:${projectId}`]: seen } }).catch((problem: unknown) => {
      if (!isRefused(problem) || problem.refusal.kind !== 'changed-since') throw problem;
      setSince(seen);
      setSeen(Number(problem.refusal.current));
      // What would move is counted on his state, too.
      void queries.invalidateQueries();
      return STAYS;
    });
  return { send, conflict: since === null ? null : <Conflict projectId={projectId} since={since} /> };
}

function Conflict({ projectId, since }: { readonly projectId: string; readonly since: number }) {
  const words = useLabels(scheduleLabels);
  const changes = useRead<readonly NetworkChange[]>(`/planning/network-changes?projectId=${projectId}&after=${since}`);
  return (
    <div className="notice bad" role="alert">
      <b>{words.conflict}</b>
      <Changes of={changes.data ?? []} />
      <p>{words.conflictAgain}</p>
    </div>
  );
}

/** What was done, by whom and when, newest first. */
export function Changes({ of }: { readonly of: readonly NetworkChange[] }) {
  const locale = useLocale();
  return (
    <ul className="act-list">
      {of.map(({ version, byName, byPost, onDay, reason, changes }) => (
        <li key={version}>
          {longDate(onDay, locale)} · {byName}
          {byPost && byPost !== byName ? `（${byPost}）` : ''}：
          {changes
            .slice(0, 6)
            .map((it) => actSentence(it, locale))
            .join(locale === 'zh-CN' ? '；' : '; ')}
          {changes.length > 6 ? ` … ${changes.length}` : ''}
          {reason ? <span className="soft">（{reason}）</span> : ''}
        </li>
      ))}
    </ul>
  );
}
