import { Button } from 'antd';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import type { PlannedActivity } from '../rules/activity.ts';
import { SITE_CALENDAR } from '../rules/calendar.ts';
import { isOwnTask, type ScheduleAnswer } from './contract.ts';
import { scheduleLabels } from './schedule-labels.ts';
import { SlackFigure } from './slack.tsx';

type TableProps = {
  readonly answer: ScheduleAnswer;
  readonly onEdit: ((activityId: string) => void) | null;
  readonly onAct: ((planned: PlannedActivity) => void) | null;
};

export function ActivityTable({ answer, onEdit, onAct }: TableProps) {
  const words = useLabels(scheduleLabels);
  const { network, schedule, drift } = answer;
  const rows = schedule.planned.length > 0 ? schedule.planned : network.activities.map((activity) => ({ activity, dates: null }));
  const titleOf = (key: string) => (key === SITE_CALENDAR ? words.siteCalendar : (network.calendars[key]?.title ?? key));
  const driftText = (id: string) => (drift[id] === undefined ? null : words.driftDays(drift[id].finishDays));
  return (
    <DataTable<Row>
      rows={rows}
      keyOf={({ activity }) => activity.id}
      fileName={`${answer.project.name} ${words.schedule}`}
      columns={[
        { title: words.name, text: ({ activity }) => activity.name, show: (row) => <NameCell row={row} answer={answer} /> },
        { title: words.calendar, text: ({ activity }) => words.calendarOf(activity.days, titleOf(activity.calendar)), onlyWide: true },
        {
          title: words.early,
          text: ({ dates }) => spanText(dates?.earlyStart ?? null, dates?.earlyFinish ?? null),
          show: ({ dates }) => <Span from={dates?.earlyStart ?? null} to={dates?.earlyFinish ?? null} />,
          onlyWide: true,
        },
        {
          title: words.late,
          text: ({ dates }) => spanText(dates?.lateStart ?? null, dates?.lateFinish ?? null),
          show: ({ dates }) => <Span from={dates?.lateStart ?? null} to={dates?.lateFinish ?? null} />,
          onlyWide: true,
        },
        {
          title: words.slack,
          text: ({ activity, dates }) => (activity.finishedOn === null ? (dates?.slack ?? null) : null),
          show: ({ activity, dates }) => activity.finishedOn === null && dates !== null && <SlackFigure days={dates.slack} />,
        },
        {
          title: words.actual,
          text: ({ activity }) => spanText(activity.startedOn, activity.finishedOn),
          show: ({ activity }) => activity.startedOn && <Span from={activity.startedOn} to={activity.finishedOn} />,
          onlyWide: true,
        },
        { title: words.drift, text: ({ activity }) => driftText(activity.id), onlyWide: true },
        {
          title: '',
          text: () => null,
          show: (row) => (
            <span className="activity-acts">
              {onAct && row.dates && isOwnTask(answer.project, row.activity.taskId) && (
                <Button size="small" onClick={() => onAct(row as PlannedActivity)}>
                  {words.act}
                </Button>
              )}
              {onEdit && isOwnTask(answer.project, row.activity.taskId) && (
                <Button size="small" onClick={() => onEdit(row.activity.id)}>
                  {words.edit}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

type Row = { readonly activity: PlannedActivity['activity']; readonly dates: PlannedActivity['dates'] | null };

function NameCell({ row: { activity, dates }, answer }: { readonly row: Row; readonly answer: ScheduleAnswer }) {
  const words = useLabels(scheduleLabels);
  const { network, schedule, sites } = answer;
  const task = network.tasks.find((it) => it.id === activity.taskId)?.name;
  const site = sites.find((it) => it.id === activity.siteId)?.name;
  const marks = [
    dates?.critical && { kind: 'critical', word: words.critical },
    activity.isMilestone && { kind: 'milestone', word: words.milestone },
    activity.pinnedOn && { kind: 'pinned', word: words.pinned },
    schedule.provisional.includes(activity.id) && { kind: 'provisional', word: words.provisional },
  ].filter((it) => typeof it === 'object' && it !== null);
  return (
    <span className="activity-name">
      <b>{activity.name}</b>
      {marks.map(({ kind, word }) => (
        <span key={kind} className={`activity-mark ${kind}`}>
          {word}
        </span>
      ))}
      {dates?.lateStart && activity.startedOn === null && (
        <small className="on-phone">
          {words.latestStart} {dates.lateStart}
        </small>
      )}
      {activity.startedOn && (
        <small className="on-phone">
          {activity.finishedOn === null ? `${words.started} ${activity.startedOn}` : `${words.finished} ${activity.finishedOn}`}
        </small>
      )}
      <small>{[task, site, activity.gate && `→ ${activity.gate}`].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

function spanText(from: CivilDate | null, to: CivilDate | null): string | null {
  return from === null && to === null ? null : `${from ?? '…'} – ${to ?? '…'}`;
}

/** Two days, one under the other where the page is narrow. */
function Span({ from, to }: { readonly from: CivilDate | null; readonly to: CivilDate | null }) {
  if (from === null && to === null) return null;
  return (
    <>
      <span className="span-of-days">{from ?? '…'} –</span> <span className="span-of-days">{to ?? '…'}</span>
    </>
  );
}
