import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { PlannedActivity } from '../rules/activity.ts';
import { wordsOf } from '../words/refusals.ts';
import { chainSentence, remarkSentence } from '../words/schedule.ts';
import { ActivityForm } from './activity-form.tsx';
import { ActivityTable } from './activity-table.tsx';
import { ActualForm } from './actual-form.tsx';
import type { ScheduleAnswer } from './contract.ts';
import './planning.css';
import './schedule.css';
import { Baselines, NetworkHistory } from './schedule-history.tsx';
import { scheduleLabels } from './schedule-labels.ts';

/** 排期 of one project: its activities with their dates, what makes a deadline impossible, and what may be changed. */
export default function Schedule() {
  const { projectId } = useParams();
  const answer = useRead<ScheduleAnswer>(`/planning/schedule?projectId=${projectId}`);
  return <Whole of={answer}>{(it) => <ScheduleView answer={it} />}</Whole>;
}

type Open = { readonly kind: 'edit'; readonly activityId: string | null } | { readonly kind: 'act'; readonly of: PlannedActivity };

function ScheduleView({ answer }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { project, network, schedule } = answer;
  const mayEdit = useMay('planning.edit-network') && (project.isOwn || project.ownTaskIds.length > 0);
  const [open, setOpen] = useState<Open | null>(null);
  const actions = (
    <>
      <Button onClick={() => navigate(`/${district}/schedule/${project.id}/days`)}>{words.dayNodes}</Button>
      {mayEdit && network.tasks.length > 0 && (
        <Button type="primary" onClick={() => setOpen({ kind: 'edit', activityId: null })}>
          {words.add}
        </Button>
      )}
    </>
  );
  return (
    <Page title={`${project.no} ${project.name}`} lead={words.scheduleLead(longDate(network.deadline, locale))} actions={actions} wide>
      {mayEdit && !project.isOwn && <p className="notice">{words.ownPart(ownTaskNames(answer))}</p>}
      <Notes answer={answer} />
      {schedule.planned.length === 0 && schedule.refusal === null ? (
        <EmptyState title={words.none} text={network.tasks.length === 0 ? words.noTasks : words.noneText} />
      ) : (
        <ActivityTable
          answer={answer}
          onEdit={mayEdit ? (activityId) => setOpen({ kind: 'edit', activityId }) : null}
          onAct={mayEdit ? (of) => setOpen({ kind: 'act', of }) : null}
        />
      )}
      {network.activities.length > 0 && <Baselines answer={answer} />}
      {network.version > 0 && <NetworkHistory answer={answer} />}
      {open?.kind === 'edit' && <ActivityForm answer={answer} activityId={open.activityId} onClose={() => setOpen(null)} />}
      {open?.kind === 'act' && <ActualForm planned={open.of} network={network} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function ownTaskNames({ network, project }: ScheduleAnswer): readonly string[] {
  return network.tasks.filter(({ id }) => project.ownTaskIds.includes(id)).map(({ name }) => name);
}

/** What keeps the deadline from being held, said before the table; then what is odd. */
function Notes({ answer: { network, schedule } }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const { refusal, negative, remarks, provisional } = schedule;
  const covered = Object.values(network.calendars)
    .flatMap(({ spec }) => spec.covers?.[1] ?? [])
    .toSorted()[0];
  return (
    <div className="schedule-notes">
      {refusal !== null && (
        <p className="notice bad" role="alert">
          {wordsOf(refusal, locale)}
        </p>
      )}
      {negative.length > 0 && (
        <div className="notice bad">
          <b>{words.missed}</b>
          <ul>
            {negative.map((chain) => (
              <li key={chain.join()}>{chainSentence(chain, schedule, locale)}</li>
            ))}
          </ul>
        </div>
      )}
      {(remarks.length > 0 || provisional.length > 0) && (
        <Section title={words.remarks}>
          <ul>
            {remarks.map((it) => (
              <li key={`${it.kind} ${it.activityId}`}>{remarkSentence(it, network.activities, locale)}</li>
            ))}
            {provisional.length > 0 && covered && <li>{words.provisionalNote(longDate(covered, locale))}</li>}
          </ul>
        </Section>
      )}
    </div>
  );
}
