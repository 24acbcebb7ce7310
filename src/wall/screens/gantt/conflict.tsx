import { longDate } from '#/kernel/format.ts';
import type { NetworkChange } from '#/planning/rules/network-change.ts';
import { actSentence } from '#/planning/words/schedule.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ganttLabels } from './labels.ts';
import type { Conflict } from './use-saving.ts';

const SHOWN = 6;

/** 别人先改了: what was done meanwhile, by whom; the reader’s own changes stay and lie on top of it. */
export function ConflictNote({ of: { projectId, since } }: { readonly of: Conflict }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const changes = useRead<readonly NetworkChange[]>(`/planning/network-changes?projectId=${projectId}&after=${since}`);
  const separator = locale === 'zh-CN' ? '；' : '; ';
  return (
    <div className="notice bad gantt-conflict" role="alert">
      <b>{words.conflict}</b>
      <ul>
        {(changes.data ?? []).map(({ version, byName, onDay, changes: acts }) => (
          <li key={version}>
            {longDate(onDay, locale)} · {byName}：
            {acts
              .slice(0, SHOWN)
              .map((it) => actSentence(it, locale))
              .join(separator)}
            {acts.length > SHOWN && ` ${words.more(acts.length - SHOWN)}`}
          </li>
        ))}
      </ul>
      {words.conflictAgain}
    </div>
  );
}
