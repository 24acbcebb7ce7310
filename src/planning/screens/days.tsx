import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Activity } from '../rules/activity.ts';
import type { DayNode, DayState } from '../rules/day-node.ts';
import { isOwnTask, type ScheduleAnswer } from './contract.ts';
import { Lanes } from './crew-lanes.tsx';
import { dayLabels } from './day-labels.ts';
import './planning.css';
import './schedule.css';

const SHOWN_DAYS = 14;

/** 日节点 of a project's works under way, for the phone on the site. */
export default function Days() {
  const { projectId } = useParams();
  const answer = useRead<ScheduleAnswer>(`/planning/schedule?projectId=${projectId}`);
  return <Whole of={answer}>{(it) => <DaysView answer={it} />}</Whole>;
}

function DaysView({ answer }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(dayLabels);
  const { district, today } = useWorkplace();
  const { project, network } = answer;
  const navigate = useNavigate();
  const [on, setOn] = useState<CivilDate>(today);
  const nodes = useRead<readonly DayNode[]>(`/planning/days?projectId=${project.id}&from=${addDays(on, -SHOWN_DAYS)}&to=${on}`);
  const mayRecord = useMay('planning.edit-network');
  const underWay = network.activities.filter((it) => it.startedOn !== null && it.startedOn <= on && (it.finishedOn ?? on) >= on);
  const own = mayRecord ? underWay.filter((it) => isOwnTask(project, it.taskId)) : [];
  const back = <Button onClick={() => navigate(`/${district}/schedule/${project.id}`)}>{words.toSchedule}</Button>;
  return (
    <Page title={`${project.no} ${project.name}`} lead={words.lead} actions={back}>
      <Field name={words.day}>
        <DayField value={on} onChange={(day) => day && setOn(day)} max={addDays(today, 31)} />
      </Field>
      {underWay.length === 0 ? (
        <EmptyState title={words.nothing} text={words.nothingText} />
      ) : (
        <Whole of={nodes}>
          {(rows) => (
            <>
              {own.map((it) => (
                <DayCard
                  key={`${it.id} ${on}`}
                  activity={it}
                  on={on}
                  node={rows.find((row) => row.activityId === it.id && row.on === on) ?? null}
                />
              ))}
              <DayList rows={rows} activities={network.activities} />
            </>
          )}
        </Whole>
      )}
      {network.activities.length > 1 && <Lanes answer={answer} />}
    </Page>
  );
}

type CardProps = { readonly activity: Activity; readonly on: CivilDate; readonly node: DayNode | null };

/** One activity on one day: a tap says that it was done as planned. */
function DayCard({ activity, on, node }: CardProps) {
  const words = useLabels(dayLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const record = useCommand<unknown, unknown>('planning.record-day');
  const [planned, setPlanned] = useState(node?.planned ?? '');
  const [note, setNote] = useState(node?.note ?? '');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const send = (state: DayState) => {
    setFault(null);
    const photos = [...new Set([...(node?.photos ?? []), ...files.map(({ digest }) => digest)])];
    const input = { activityId: activity.id, on, planned, state, done: node?.done ?? '', note, photos };
    return record
      .mutateAsync({ input, base: { [`day:${activity.id}:${on}`]: node?.version ?? 0 } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  };
  const isAhead = on > today;
  return (
    <section className="day-card">
      <h2>
        {activity.name} {node && <span className={`day-state ${node.state}`}>{words.states[node.state]}</span>}
      </h2>
      <Input
        aria-label={words.plan}
        placeholder={words.planFirst}
        value={planned}
        maxLength={120}
        onChange={({ target }) => setPlanned(target.value)}
      />
      {!isAhead && (
        <Input
          aria-label={words.note}
          placeholder={words.note}
          value={note}
          maxLength={300}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      {!isAhead && <Photos value={files} onChange={setFiles} />}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <div className="day-acts">
        {isAhead ? (
          <Button type="primary" size="large" onClick={() => send('planned')}>
            {words.keepPlan}
          </Button>
        ) : (
          (['done', 'partly', 'not-done'] as const).map((state) => (
            <Button
              key={state}
              size="large"
              type={state === 'done' ? 'primary' : 'default'}
              loading={record.isPending}
              onClick={() => send(state)}
            >
              {words.states[state]}
            </Button>
          ))
        )}
      </div>
    </section>
  );
}

function DayList({ rows, activities }: { readonly rows: readonly DayNode[]; readonly activities: readonly Activity[] }) {
  const words = useLabels(dayLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const days = [...Map.groupBy(rows, (it) => it.on)];
  return (
    <Section title={words.history}>
      {days.length === 0 && <p className="soft">{words.historyNone}</p>}
      {days.map(([on, nodes]) => (
        <div key={on} className="day-of">
          <b>{longDate(on, locale)}</b>
          <ul className="act-list">
            {nodes.map((it) => (
              <li key={it.activityId}>
                {activities.find(({ id }) => id === it.activityId)?.name}：
                <span className={`day-state ${it.state}`}>{words.states[it.state]}</span>{' '}
                {[it.planned, it.note].filter(Boolean).join(' · ')}
                <span className="soft"> {it.byName}</span>
                {it.photos.map((digest, i) => (
                  <a key={digest} href={`/api/${district}/files/${digest}?as=display`} target="_blank" rel="noreferrer">
                    {' '}
                    {words.photos} {i + 1}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
