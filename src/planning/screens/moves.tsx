import { shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { scheduleOf } from '../rules/network.ts';
import { type MovedActivity, movedBy } from '../rules/network-change.ts';
import { editNetwork, type NetworkEdit } from '../rules/network-edit.ts';
import { wordsOf } from '../words/refusals.ts';
import type { ScheduleAnswer } from './contract.ts';
import { scheduleLabels } from './schedule-labels.ts';

const SHOWN = 8;

/** What else a change would move, or why it cannot be; counted here by the same rules as on the server. */
export function Moves({
  answer,
  edits,
  own,
}: {
  readonly answer: ScheduleAnswer;
  readonly edits: readonly NetworkEdit[];
  readonly own: string;
}) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const { network, schedule, sites } = answer;
  if (edits.length === 0) return null;
  const next = editNetwork(network, edits, { taskIds: network.tasks.map(({ id }) => id), siteIds: sites.map(({ id }) => id) });
  if (!next.ok) return <p className="notice bad">{wordsOf(next.refusal, locale)}</p>;
  const moved = movedBy(schedule, scheduleOf(next.value, schedule.dataDate)).toSorted(
    (a, b) => Number(b.activityId === own) - Number(a.activityId === own),
  );
  return (
    <div className="moves" aria-live="polite">
      <b>{words.moves}</b>
      {moved.length === 0 ? (
        <p className="soft">{words.movesNone}</p>
      ) : (
        <ul>
          {moved.slice(0, SHOWN).map((it) => (
            <li key={it.activityId}>
              {it.name}：<MoveText of={it} />
            </li>
          ))}
        </ul>
      )}
      {moved.length > SHOWN && <p className="soft">{words.movesMore(moved.length - SHOWN)}</p>}
    </div>
  );
}

function MoveText({ of: { before, after } }: { readonly of: MovedActivity }) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const day = (on: MovedActivity['before'], which: 'early' | 'late') => {
    const at = which === 'early' ? on?.earlyFinish : on?.lateStart;
    return at ? shortDate(at, locale) : '—';
  };
  const parts = [
    [words.earlyFinish, day(before, 'early'), day(after, 'early')],
    [words.latestStart, day(before, 'late'), day(after, 'late')],
    [words.slack, before ? words.slackDays(before.slack) : '—', after ? words.slackDays(after.slack) : '—'],
  ] as const;
  return (
    <>
      {parts
        .filter(([, from, to]) => from !== to)
        .map(([name, from, to]) => `${name} ${from} → ${to}`)
        .join(locale === 'zh-CN' ? '，' : ', ')}
    </>
  );
}
